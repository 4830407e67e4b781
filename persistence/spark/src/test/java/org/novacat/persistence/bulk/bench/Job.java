package org.novacat.persistence.bulk.bench;

import java.util.UUID;

/** What is measured. */
enum Job {
  /** What waits of one nova: 2,000 of 120,000 items, found by the index. */
  INDEX(Access.INDEX, "GSI1PK = '%1$s' AND GSI1SK LIKE 'ELIG#%%'", true),
  /** All of one nova: 3,000 of 120,000 items, found by their key. */
  KEY(Access.KEY, "PK = '%1$s'", true),
  /** A sum of one attribute of all items. */
  SCAN_ONE(Access.SCAN, "true", false),
  /** Two attributes of all items. */
  SCAN_TWO(Access.SCAN, "true", true);

  /** By what items are found where a connector can. */
  enum Access {
    INDEX,
    KEY,
    SCAN
  }

  /** The nova whose items jobs with a condition ask for. */
  private static final String WANTED = nova(3);

  private final Access access;
  private final String condition;
  private final boolean readsText;

  Job(Access access, String condition, boolean readsText) {
    this.access = access;
    this.condition = condition;
    this.readsText = readsText;
  }

  static String nova(int number) {
    return new UUID(0x4f1b_0000_0000_4000L, number).toString();
  }

  Access access() {
    return access;
  }

  /** Whether it reads {@code locator} too. */
  boolean readsText() {
    return readsText;
  }

  /** In SQL. */
  String condition() {
    return condition.formatted(WANTED);
  }

  /**
   * The same for who filters by himself.
   *
   * @param pk key of an item's partition
   * @param indexPk {@code GSI1PK}; empty when it has none
   */
  boolean wants(String pk, String indexPk) {
    return switch (access) {
      case INDEX -> indexPk.equals(WANTED);
      case KEY -> pk.equals(WANTED);
      case SCAN -> true;
    };
  }
}

package org.novacat.layouts.photometry;

/** What may be done with measurements. */
public enum DataRights {
  PUBLIC("public"),
  CC_BY("CC-BY"),
  CC_BY_SA("CC-BY-SA"),
  PROPRIETARY("proprietary"),
  OTHER("OTHER");

  private final String code;

  DataRights(String code) {
    this.code = code;
  }

  /** As the table writes it. */
  public String code() {
    return code;
  }

  /**
   * The rights of a code.
   *
   * @throws IllegalArgumentException when there are none of this code
   */
  public static DataRights of(String code) {
    for (DataRights rights : values()) {
      if (rights.code.equals(code)) {
        return rights;
      }
    }
    throw new IllegalArgumentException(
        "Cannot use data rights '%s': they are none of public, CC-BY, CC-BY-SA, proprietary, OTHER"
            .formatted(code));
  }
}

package org.novacat.persistence.store.local;

/**
 * When the objects of a local folder are on the disk. Either way a kill of the process loses
 * nothing that a write has returned; the difference is a power cut or a crash of the system.
 */
public enum Durability {
  /** When the write returns: the file and the folders that name it are forced to the disk. */
  ON_RETURN,

  /** When the operating system gets to it, some seconds later; several times faster. */
  LATER;

  /**
   * The value of the option: {@code on-return} or {@code later}.
   *
   * @throws IllegalArgumentException if it is another
   */
  public static Durability parse(String text) {
    return switch (text) {
      case "on-return" -> ON_RETURN;
      case "later" -> LATER;
      default ->
          throw new IllegalArgumentException(
              "Cannot open store: durability '%s' is unknown (choose one of on-return, later)"
                  .formatted(text));
    };
  }
}

package org.novacat.layouts.key;

/** One line of a layout's table. Layouts are enums of these, so that a match can be switched on. */
public interface LayoutEntry {
  /** The line's name, unique within its layout. */
  String name();

  /** What its keys look like. */
  KeyTemplate template();

  /** How often its objects may be written. */
  WriteRule rule();

  /**
   * The key with these fields.
   *
   * @throws IllegalArgumentException as {@link KeyTemplate#format}
   */
  default LayoutKey key(KeyFields fields) {
    return new LayoutKey(this, template().format(fields));
  }

  /**
   * The one key of this line that lies in a folder, of lines whose file name is always the same.
   *
   * @param folder ends with a slash
   * @throws IllegalArgumentException when none of this line's keys lies there
   */
  default LayoutKey in(String folder) {
    String text = template().toString();
    ObjectKey key = ObjectKey.of(folder + text.substring(text.lastIndexOf('/') + 1));
    if (template().parse(key).isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot name object '%s' in '%s': its keys look like '%s'"
              .formatted(name(), folder, text));
    }
    return new LayoutKey(this, key);
  }
}

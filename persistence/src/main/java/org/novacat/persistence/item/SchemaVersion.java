package org.novacat.persistence.item;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.novacat.persistence.failure.SchemaException;

/**
 * The version of an item's shape. A minor version only adds attributes, so that older readers may
 * go on reading; a major version changes what was there.
 */
public record SchemaVersion(int major, int minor) {
  private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,4})\\.(0|[1-9][0-9]{0,4})");

  /**
   * Reads the stored form, e.g. {@code 1.0}.
   *
   * @throws SchemaException when {@code text} is no version
   */
  static SchemaVersion parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new SchemaException(
          "Cannot read item: schema_version '%s' is not of the form 1.0".formatted(text));
    }
    return new SchemaVersion(
        Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}

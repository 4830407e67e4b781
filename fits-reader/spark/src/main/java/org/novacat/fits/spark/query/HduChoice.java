package org.novacat.fits.spark.query;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.novacat.fits.file.Hdu;
import org.novacat.fits.file.RefusedException;

/**
 * Which HDU of a file is meant: the option {@code hdu}.
 *
 * @param number index from 0; −1 when it is chosen otherwise
 * @param name EXTNAME, compared whatever the case; null when it is chosen otherwise
 */
public record HduChoice(int number, @Nullable String name) implements Serializable {
  private static final HduChoice FIRST_TABLE = new HduChoice(-1, null);

  /** A number, a name, or the first table when {@code text} is null. */
  static HduChoice parse(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return FIRST_TABLE;
    }
    String choice = text.strip();
    boolean number = choice.chars().allMatch(c -> c >= '0' && c <= '9') && choice.length() < 9;
    return number ? new HduChoice(Integer.parseInt(choice), null) : new HduChoice(-1, choice);
  }

  /** Whether it is this HDU. */
  public boolean is(Hdu hdu) {
    if (name != null) {
      return hdu.name().equalsIgnoreCase(name);
    }
    return number < 0 ? hdu.isTable() : hdu.index() == number;
  }

  /** The refusal of a file of so many HDUs that has none such. */
  public RefusedException absent(int hdus) {
    String what =
        name != null
            ? "no HDU is called '%s'".formatted(name)
            : number >= 0 ? "HDU %s is missing".formatted(number) : "none is a table";
    return RefusedException.unreadable(
        number < 0 && name == null ? "NO_TABLE" : "NO_HDU",
        "Cannot read table: of the %s HDUs %s".formatted(hdus, what));
  }

  @Override
  public String toString() {
    return name != null ? name : number < 0 ? "first table" : Integer.toString(number);
  }
}

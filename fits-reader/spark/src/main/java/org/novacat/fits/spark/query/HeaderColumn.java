package org.novacat.fits.spark.query;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.types.DataType;
import org.jspecify.annotations.Nullable;
import org.novacat.fits.file.Header;

/**
 * A column whose value stands in the header, the same for all rows of an HDU. Such columns are
 * known before any data are read, so a filter on them rejects whole files.
 *
 * @param keyword the card
 * @param type how its value is read
 * @param name of the column
 */
public record HeaderColumn(String keyword, Type type, String name) implements Serializable {
  private static final Pattern ITEM =
      Pattern.compile(
          "(?<keyword>.+?)(?:\\s+(?<type>STRING|DOUBLE|BIGINT|BOOLEAN))?(?:\\s+AS\\s+(?<name>\\S+))?",
          Pattern.CASE_INSENSITIVE);

  /** Types of SQL that a column cannot have; no card is called so. */
  private static final Pattern OTHER_TYPE =
      Pattern.compile(".*\\s(INT|INTEGER|LONG|FLOAT|REAL|TIMESTAMP)", Pattern.CASE_INSENSITIVE);

  /** How the value of a card is read. */
  public enum Type {
    STRING,
    DOUBLE,
    BIGINT,
    BOOLEAN;

    public DataType spark() {
      return DataType.fromDDL(name());
    }
  }

  /**
   * The option {@code headers}: a list such as {@code OBJECT, EXPTIME DOUBLE, MJD-OBS DOUBLE AS
   * mjd}, separated by commas.
   */
  static List<HeaderColumn> parse(String list) {
    return Arrays.stream(list.split(","))
        .filter(item -> !item.isBlank())
        .map(item -> one(item.strip()))
        .toList();
  }

  private static HeaderColumn one(String item) {
    Matcher m = ITEM.matcher(item);
    if (!m.matches() || OTHER_TYPE.matcher(m.group("keyword")).matches()) {
      throw new IllegalArgumentException(
          "Cannot read FITS: option 'headers' has '%s' (write KEYWORD [STRING|DOUBLE|BIGINT|BOOLEAN] [AS name])"
              .formatted(item));
    }
    String keyword = m.group("keyword").toUpperCase(Locale.ROOT);
    String type = m.group("type");
    String name = m.group("name");
    return new HeaderColumn(
        keyword,
        type == null ? Type.STRING : Type.valueOf(type.toUpperCase(Locale.ROOT)),
        name == null ? keyword : name);
  }

  /** The value of the first header that has one; null when none has, or it is of another type. */
  @Nullable Object value(List<Header> headers) {
    return headers.stream().map(this::value).filter(Objects::nonNull).findFirst().orElse(null);
  }

  private @Nullable Object value(Header header) {
    return switch (type) {
      case STRING -> header.has(keyword) ? header.text(keyword) : null;
      case DOUBLE -> numberOrNull(header.number(keyword));
      case BIGINT -> integerOrNull(header);
      case BOOLEAN -> header.logical(keyword);
    };
  }

  private static @Nullable Double numberOrNull(double value) {
    return Double.isNaN(value) ? null : value;
  }

  private @Nullable Long integerOrNull(Header header) {
    long value = header.integer(keyword, 0);
    return value == header.integer(keyword, 1) ? value : null;
  }
}

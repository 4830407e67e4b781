package org.novacat.fits.profile;

import java.util.List;
import java.util.stream.Stream;
import org.novacat.fits.file.CardNumbers;
import org.novacat.fits.file.Hdu;
import org.novacat.fits.file.Header;

/**
 * Several headers read as one: what the first of them lacks is looked for in the next. Archives
 * split the facts of one observation between the primary header and that of the data.
 */
public final class Cards {
  private final List<Header> headers;

  private Cards(List<Header> headers) {
    this.headers = headers;
  }

  public static Cards of(Header... headers) {
    return new Cards(List.of(headers));
  }

  /** The header of the data first, then that of the primary HDU. */
  public static Cards of(Input input, Hdu data) {
    return data.index() == 0 ? of(data.header()) : of(data.header(), input.header());
  }

  /** The headers, the first asked first. */
  List<Header> headers() {
    return headers;
  }

  /**
   * The first text that is not empty for any of the keywords, tried in order; "" without one. A
   * keyword that stands twice with different values says nothing: the reader notes it, see {@link
   * Header#disputed}.
   */
  public String text(String... keywords) {
    return Stream.of(keywords)
        .flatMap(keyword -> headers.stream().map(header -> header.settled(keyword).strip()))
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** The first number for any of the keywords, tried in order; NaN without one. */
  public double number(String... keywords) {
    return Stream.of(keywords)
        .mapToDouble(keyword -> CardNumbers.parseDouble(text(keyword)))
        .filter(value -> !Double.isNaN(value))
        .findFirst()
        .orElse(Double.NaN);
  }
}

package org.novacat.fits.profile;

import java.util.ArrayList;
import java.util.List;
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
    List<Header> headers = new ArrayList<>();
    headers.add(data.header());
    if (data.index() > 0) {
      headers.add(input.header());
    }
    return new Cards(headers);
  }

  /** The first text that is not empty for any of the keywords, tried in order; "" without one. */
  public String text(String... keywords) {
    for (String keyword : keywords) {
      for (Header header : headers) {
        String text = header.text(keyword).strip();
        if (!text.isEmpty()) {
          return text;
        }
      }
    }
    return "";
  }

  /** The first number for any of the keywords, tried in order; NaN without one. */
  public double number(String... keywords) {
    for (String keyword : keywords) {
      double value = CardNumbers.parseDouble(text(keyword));
      if (!Double.isNaN(value)) {
        return value;
      }
    }
    return Double.NaN;
  }
}

package org.novacat.fits.profile;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.novacat.fits.file.CardNumbers;
import org.novacat.fits.file.Hdu;
import org.novacat.fits.file.Header;
import org.novacat.layouts.observation.CardSource;
import org.novacat.layouts.observation.StatedCard;

/**
 * Several headers read as one: what the first of them lacks is looked for in the next. Archives
 * split the facts of one observation between the primary header and that of the data.
 */
public final class Cards implements CardSource {
  private final List<Header> headers;
  private final Set<String> hidden;

  private Cards(List<Header> headers, Set<String> hidden) {
    this.headers = headers;
    this.hidden = hidden;
  }

  public static Cards of(Header... headers) {
    return new Cards(List.of(headers), Set.of());
  }

  /** The header of the data first, then that of the primary HDU. */
  public static Cards of(Input input, Hdu data) {
    return data.index() == 0 ? of(data.header()) : of(data.header(), input.header());
  }

  /** The headers, the first asked first. */
  List<Header> headers() {
    return headers;
  }

  /** The same without some cards, of which a convention says that they mean something else. */
  public Cards without(String... keywords) {
    return new Cards(headers, Set.copyOf(Arrays.asList(keywords)));
  }

  /**
   * The first text that is not empty for any of the keywords, tried in order; "" without one. A
   * keyword that stands twice with different values says nothing: the reader notes it, see {@link
   * Header#disputed}.
   */
  public String text(String... keywords) {
    for (String keyword : keywords) {
      String text = first(keyword);
      if (!text.isEmpty()) {
        return text;
      }
    }
    return "";
  }

  @Override
  public String text(String keyword) {
    return hidden.contains(keyword) ? "" : first(keyword);
  }

  private String first(String keyword) {
    for (Header header : headers) {
      String text = header.settled(keyword).strip();
      if (!text.isEmpty()) {
        return text;
      }
    }
    return "";
  }

  @Override
  public List<StatedCard> all(String keyword) {
    if (hidden.contains(keyword)) {
      return List.of();
    }
    for (Header header : headers) {
      List<StatedCard> stated = header.has(keyword) ? all(header, keyword) : List.of();
      if (!stated.isEmpty()) {
        return stated;
      }
    }
    return List.of();
  }

  /** The card, or each of those that say different things. */
  private static List<StatedCard> all(Header header, String keyword) {
    List<String> disputed = header.disputed(keyword);
    if (disputed.isEmpty()) {
      String value = header.text(keyword).strip();
      return value.isEmpty()
          ? List.of()
          : List.of(new StatedCard(keyword, value, header.comment(keyword)));
    }
    return disputed.stream()
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .map(value -> new StatedCard(keyword, value, header.comment(keyword)))
        .toList();
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

package org.novacat.fits.file;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The cards of one header, found by keyword. It keeps the bytes and an index of keywords and reads
 * a value when it is asked for, so that a header of which ten cards are used costs ten values.
 * Keywords are compared as they stand; of repeated ones the first counts, and {@link #disputed}
 * tells where that is a choice. A string that ends in {@code &} goes on in the CONTINUE cards after
 * it (FITS Standard 4.0, section 4.2.1.2). Keywords longer than 8 characters are looked for among
 * the HIERARCH cards, with or without that word in front.
 */
public final class Header {
  // Before the empty header, which has it.
  private static final int[] NONE = {};

  /** An empty header, for what has none. */
  public static final Header EMPTY = new Header(new byte[0], 0);

  private static final int CARD = CardValue.CARD;
  private static final long HIERARCH = Keyword.packed("HIERARCH");
  private static final long CONTINUE = Keyword.packed("CONTINUE");
  private static final long BLANK = Keyword.packed("");
  private static final long COMMENT = Keyword.packed("COMMENT");
  private static final long HISTORY = Keyword.packed("HISTORY");

  /** Of a repeated keyword so many different values are told. */
  private static final int MOST_VALUES = 3;

  private final byte[] bytes;
  private final int cards;
  private final int[] slots;
  private @Nullable BitSet asked;

  /** Cards whose keyword stands before them, too. */
  private int[] repeats = NONE;

  private int repeating;

  /**
   * @param bytes the cards
   * @param cards number of cards, END not among them
   */
  Header(byte[] bytes, int cards) {
    this.bytes = bytes;
    this.cards = cards;
    this.slots = new int[Integer.highestOneBit(Math.max(4, cards)) * 4];
    for (int i = 0; i < cards; i++) {
      index(i);
    }
    repeats = Arrays.copyOf(repeats, repeating);
  }

  private static int[] longer(int[] few) {
    return Arrays.copyOf(few, Math.max(8, 2 * few.length));
  }

  private void index(int card) {
    long key = key(card);
    int slot = slot(key);
    while (slots[slot] != 0) {
      if (key(slots[slot] - 1) == key) {
        if (!mayRepeat(key)) {
          repeats = repeats.length == repeating ? longer(repeats) : repeats;
          repeats[repeating++] = card;
        }
        return;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    slots[slot] = card + 1;
  }

  private int slot(long key) {
    long mixed = key * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 40) & (slots.length - 1);
  }

  /** A keyword that ends in a number with zeros before it, such as WAT2_007. */
  public static String numbered(String stem, int digits, int number) {
    String plain = Integer.toString(number);
    return stem + "0".repeat(Math.max(0, digits - plain.length())) + plain;
  }

  /** Begins to remember which cards are asked for; from then on it is for one thread. */
  public void watch() {
    asked = new BitSet(cards);
  }

  /** Whether card {@code i} was asked for since the header is watched. */
  public boolean wasAsked(int i) {
    return asked != null && asked.get(i);
  }

  /** The value of card {@code i} as text; "" when it has none. Nobody counts as having asked. */
  public String text(int i) {
    return valueOf(i);
  }

  /** The value of a keyword of eight characters at most; nobody counts as having asked. */
  public String peek(String keyword) {
    int i = find(Keyword.packed(keyword));
    return i < 0 ? "" : valueOf(i);
  }

  /** Number of cards, END not among them. */
  public int size() {
    return cards;
  }

  /** Keyword of card {@code i}, trailing blanks off. */
  public String keyword(int i) {
    return text(i * CARD, 8).stripTrailing();
  }

  /** The keyword of card {@code i} as a number that is the same for the same keyword. */
  public long keywordId(int i) {
    return key(i);
  }

  /** Card {@code i} as its 80 characters. */
  public String card(int i) {
    return text(i * CARD, CARD);
  }

  /** Whether card {@code i} is the first of its keyword, or one of those that may repeat. */
  public boolean isFirst(int i) {
    long key = key(i);
    return repeats.length == 0
        || key == HIERARCH
        || key == CONTINUE
        || key == BLANK
        || find(key) == i;
  }

  private static boolean mayRepeat(long key) {
    return key == HIERARCH || key == CONTINUE || key == BLANK || key == COMMENT || key == HISTORY;
  }

  /**
   * The values of a keyword that stands more than once and says different things, in their order;
   * empty when it stands once, or says the same each time. The FITS standard leaves the value of a
   * keyword that is repeated open (FITS Standard 4.0, section 4.1.2.3).
   *
   * @param keyword 8 characters at most
   */
  public List<String> disputed(String keyword) {
    if (repeats.length == 0) {
      return List.of();
    }
    long key = Keyword.packed(keyword);
    List<String> values = new ArrayList<>(0);
    for (int i : repeats) {
      if (key(i) == key) {
        if (values.isEmpty()) {
          values.add(valueOf(find(key)));
        }
        add(values, valueOf(i));
      }
    }
    return values.size() > 1 ? values : List.of();
  }

  /** All keywords that are {@link #disputed(String)}, with their values. */
  public Map<String, List<String>> disputed() {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (int i : repeats) {
      int first = find(key(i));
      if (!new CardNumbers.Same(valueOf(first)).test(valueOf(i))) {
        add(values.computeIfAbsent(keyword(i), k -> firstOf(first)), valueOf(i));
      }
    }
    return values;
  }

  private List<String> firstOf(int card) {
    List<String> values = new ArrayList<>();
    values.add(valueOf(card));
    return values;
  }

  private static void add(List<String> values, String value) {
    if (values.size() < MOST_VALUES && values.stream().noneMatch(new CardNumbers.Same(value))) {
      values.add(value);
    }
  }

  /** As {@link #text(String)}, and "" too when the keyword is {@link #disputed}. */
  public String settled(String keyword) {
    return keyword.length() <= 8 && !disputed(keyword).isEmpty() ? "" : text(keyword);
  }

  /** Whether a card of this keyword exists, with or without a value. */
  public boolean has(String keyword) {
    return find(keyword) >= 0;
  }

  /**
   * The value as text: a string without its quotes and trailing blanks, anything else as it stands.
   * "" when the keyword is absent or its value undefined.
   */
  public String text(String keyword) {
    int i = find(keyword);
    return i < 0 ? "" : valueOf(i);
  }

  /** The value as text, or {@code otherwise} when it is absent or empty. */
  public String text(String keyword, String otherwise) {
    String text = text(keyword);
    return text.isEmpty() ? otherwise : text;
  }

  /** What stands behind the value as its comment; "" when the keyword or a comment is absent. */
  public String comment(String keyword) {
    int i = find(keyword);
    int from = i < 0 ? -1 : valueStart(i);
    return from < 0 ? "" : CardValue.comment(bytes, from, cardEnd(i));
  }

  /** The values of some keywords as text, by keyword; "" as {@link #text(String)} has it. */
  public Map<String, String> texts(String... keywords) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String keyword : keywords) {
      texts.put(keyword, text(keyword));
    }
    return texts;
  }

  /**
   * The value as a number, a number written as a string included ({@code JD-OBS = '2460166.3'});
   * NaN when it is absent or no number.
   */
  public double number(String keyword) {
    return CardNumbers.parseDouble(text(keyword));
  }

  /** The value as a number, or {@code otherwise} when it is absent or no number. */
  public double number(String keyword, double otherwise) {
    double value = number(keyword);
    return Double.isNaN(value) ? otherwise : value;
  }

  /** The value as an integer, or {@code otherwise} when it is absent or no integer. */
  public long integer(String keyword, long otherwise) {
    return CardNumbers.parseLong(text(keyword), otherwise);
  }

  /** The value as a logical; null when it is absent or neither T nor F. */
  public @Nullable Boolean logical(String keyword) {
    return switch (text(keyword)) {
      case "T" -> Boolean.TRUE;
      case "F" -> Boolean.FALSE;
      default -> null;
    };
  }

  /** Whether the value is the logical T. */
  public boolean isTrue(String keyword) {
    return Boolean.TRUE.equals(logical(keyword));
  }

  /** Whether any keyword begins so. */
  public boolean hasPrefix(String prefix) {
    byte[] wanted = prefix.getBytes(StandardCharsets.ISO_8859_1);
    for (int i = 0; i < cards; i++) {
      int p = i * CARD;
      if (Arrays.equals(bytes, p, p + wanted.length, wanted, 0, wanted.length)) {
        return true;
      }
    }
    return false;
  }

  /**
   * All cards, each on a line, trailing blanks off. What would break a line or stand for nothing
   * visible, which no card may hold, is shown as a question mark.
   */
  public String asText() {
    StringBuilder all = new StringBuilder(cards * (CARD + 1));
    for (int i = 0; i < cards; i++) {
      String card = card(i).stripTrailing();
      for (int k = 0; k < card.length(); k++) {
        all.append(Character.isISOControl(card.charAt(k)) ? '?' : card.charAt(k));
      }
      all.append('\n');
    }
    return all.toString();
  }

  /** Index of the first card of this keyword; −1 when there is none. */
  int find(String keyword) {
    int found = keyword.length() > 8 ? findHierarch(keyword) : find(Keyword.packed(keyword));
    if (asked != null && found >= 0) {
      asked.set(found);
    }
    return found;
  }

  private int find(long key) {
    int slot = slot(key);
    while (slots[slot] != 0) {
      int card = slots[slot] - 1;
      if (key(card) == key) {
        return card;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    return -1;
  }

  private int findHierarch(String keyword) {
    int from = find(HIERARCH);
    if (from < 0) {
      return -1;
    }
    String name = keyword.startsWith("HIERARCH ") ? keyword.substring(9) : keyword;
    byte[] wanted = name.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.ISO_8859_1);
    for (int i = from; i < cards; i++) {
      if (key(i) == HIERARCH && isHierarchNamed(i, wanted)) {
        return i;
      }
    }
    return -1;
  }

  /** Whether nothing but this name and blanks stand between HIERARCH and the equals sign. */
  private boolean isHierarchNamed(int i, byte[] name) {
    int from = CardValue.skipBlanks(bytes, i * CARD + 8, cardEnd(i));
    int to = from + name.length;
    if (to >= cardEnd(i) || !Arrays.equals(bytes, from, to, name, 0, name.length)) {
      return false;
    }
    int equals = CardValue.skipBlanks(bytes, to, cardEnd(i));
    return equals < cardEnd(i) && bytes[equals] == '=';
  }

  private String valueOf(int i) {
    String value = plainValue(i);
    if (!value.endsWith("&") || !continues(i + 1)) {
      return value;
    }
    StringBuilder joined = new StringBuilder(value);
    for (int next = i + 1; continues(next); next++) {
      joined.setLength(joined.length() - 1);
      joined.append(CardValue.from(bytes, next * CARD + 8, cardEnd(next)));
      if (joined.length() == 0 || joined.charAt(joined.length() - 1) != '&') {
        break;
      }
    }
    return joined.toString();
  }

  private String plainValue(int i) {
    int from = valueStart(i);
    return from < 0 ? "" : CardValue.from(bytes, from, cardEnd(i));
  }

  private boolean continues(int i) {
    return i < cards && key(i) == CONTINUE;
  }

  private int valueStart(int i) {
    if (key(i) == HIERARCH) {
      return equalsSign(i) + 1;
    }
    return CardValue.present(bytes, i * CARD) ? i * CARD + 9 : cardEnd(i);
  }

  private int equalsSign(int i) {
    for (int p = i * CARD + 8; p < cardEnd(i); p++) {
      if (bytes[p] == '=') {
        return p;
      }
    }
    return -1;
  }

  private int cardEnd(int i) {
    return (i + 1) * CARD;
  }

  private long key(int i) {
    return Keyword.packed(bytes, i * CARD);
  }

  private String text(int from, int length) {
    return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
  }
}

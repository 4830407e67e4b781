package org.novacat.fits.projection;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.novacat.fits.file.FitsFile;
import org.novacat.fits.file.Header;
import org.novacat.layouts.text.Tsv;

/**
 * The cards of a file that are of use beside its spectrum, by the rules of the data contract
 * "Spectral Zarr Store" 2.0, section "Metadata": names are {@code h<HDU>_<keyword>}, lower case,
 * everything else than letters and digits {@code _}; the second card of a name in one HDU has
 * {@code _2} behind it, the third {@code _3}. Which cards those are is data: {@code
 * header-projection.tsv}, where {@code *} stands for any text and {@code ?} for a digit. All
 * others, such as coefficients of a calibration and what an instrument says of its motors, are not
 * taken: the file has them.
 */
public final class HeaderProjection {
  /** A longer value would make a column of fixed width as wide for every spectrum. */
  public static final int LONGEST = 200;

  private static final String HIERARCH = "HIERARCH";
  private static final Wanted WANTED = Wanted.read();

  private HeaderProjection() {}

  /** Which keywords are taken, and their places in the list. */
  private record Wanted(Map<String, Integer> exact, Map<Pattern, Integer> patterns) {
    static Wanted read() {
      Map<String, Integer> exact = new HashMap<>();
      Map<Pattern, Integer> patterns = new LinkedHashMap<>();
      int place = 0;
      for (Tsv.Row row : Tsv.resource(HeaderProjection.class, "header-projection.tsv").rows()) {
        String keyword = row.cell("keyword");
        if (keyword.contains("*") || keyword.contains("?")) {
          String words = Pattern.quote(keyword).replace("*", "\\E.+\\Q").replace("?", "\\E\\d\\Q");
          patterns.put(Pattern.compile(words), place++);
        } else {
          exact.put(keyword, place++);
        }
      }
      return new Wanted(Map.copyOf(exact), Collections.unmodifiableMap(patterns));
    }

    /** -1 when it is not wanted. */
    int place(String keyword) {
      Integer exactly = exact.get(keyword);
      if (exactly != null) {
        return exactly;
      }
      return patterns.entrySet().stream()
          .filter(one -> one.getKey().matcher(keyword).matches())
          .findFirst()
          .map(Map.Entry::getValue)
          .orElse(-1);
    }
  }

  /** A card that is taken. */
  private record Taken(String name, int place, int card) {}

  /** The values of all HDUs of a file by their names; cards without a value are left out. */
  public static SortedMap<String, String> of(FitsFile file) {
    SortedMap<String, String> values = new TreeMap<>();
    for (int hdu = 0; hdu < file.hdus().size(); hdu++) {
      add(file.hdus().get(hdu).header(), "h" + hdu + "_", values);
    }
    return values;
  }

  private static void add(Header header, String prefix, SortedMap<String, String> values) {
    Map<String, Integer> met = new HashMap<>();
    for (Taken one : taken(header, prefix)) {
      int number = met.merge(one.name(), 1, Integer::sum);
      String value = header.text(one.card()).strip();
      if (!value.isEmpty() && value.length() <= LONGEST) {
        values.put(number == 1 ? one.name() : one.name() + "_" + number, value);
      }
    }
  }

  /**
   * Of two keywords that have one name, such as DATE-OBS and DATE_OBS, the one that is higher in
   * the list comes first, whatever the order of their cards.
   */
  private static List<Taken> taken(Header header, String prefix) {
    List<Taken> taken = new ArrayList<>();
    for (int card = 0; card < header.size(); card++) {
      String keyword = keyword(header, card);
      int place = WANTED.place(keyword);
      if (place >= 0) {
        taken.add(new Taken(prefix + sanitized(keyword), place, card));
      }
    }
    taken.sort(Comparator.comparingInt(Taken::place).thenComparingInt(Taken::card));
    return taken;
  }

  /** Of a HIERARCH card the words before its equals sign. */
  private static String keyword(Header header, int card) {
    String keyword = header.keyword(card);
    if (!keyword.equals(HIERARCH)) {
      return keyword;
    }
    String words = header.card(card).substring(HIERARCH.length());
    int equals = words.indexOf('=');
    return equals < 0 ? HIERARCH : words.substring(0, equals).strip().replaceAll(" +", " ");
  }

  private static String sanitized(String keyword) {
    return keyword.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "_");
  }
}

package org.novacat.fits.projection;

import java.util.ArrayList;
import java.util.HashMap;
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

  /** Which keywords are taken. */
  private record Wanted(Map<String, String> exact, List<Pattern> patterns) {
    static Wanted read() {
      Map<String, String> exact = new HashMap<>();
      List<Pattern> patterns = new ArrayList<>();
      Tsv list = Tsv.resource(HeaderProjection.class, "header-projection.tsv");
      for (Tsv.Row row : list.rows()) {
        String keyword = row.cell("keyword");
        if (keyword.contains("*") || keyword.contains("?")) {
          String words = Pattern.quote(keyword).replace("*", "\\E.+\\Q").replace("?", "\\E\\d\\Q");
          patterns.add(Pattern.compile(words));
        } else {
          exact.put(keyword, keyword);
        }
      }
      return new Wanted(Map.copyOf(exact), List.copyOf(patterns));
    }

    boolean has(String keyword) {
      return exact.containsKey(keyword)
          || patterns.stream().anyMatch(one -> one.matcher(keyword).matches());
    }
  }

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
    for (int i = 0; i < header.size(); i++) {
      String keyword = keyword(header, i);
      if (WANTED.has(keyword)) {
        String name = prefix + sanitized(keyword);
        int number = met.merge(name, 1, Integer::sum);
        String value = header.text(i).strip();
        if (!value.isEmpty() && value.length() <= LONGEST) {
          values.put(number == 1 ? name : name + "_" + number, value);
        }
      }
    }
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

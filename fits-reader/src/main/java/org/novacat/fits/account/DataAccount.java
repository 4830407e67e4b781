package org.novacat.fits.account;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.novacat.fits.data.Column;
import org.novacat.fits.data.Image;
import org.novacat.fits.data.Table;
import org.novacat.fits.file.Hdu;
import org.novacat.fits.file.RefusedException;
import org.novacat.fits.profile.FoundTable;
import org.novacat.fits.profile.Input;
import org.novacat.fits.profile.Origin;
import org.novacat.layouts.account.Piece;
import org.novacat.layouts.text.Memo;
import org.novacat.layouts.text.Tsv;

/** What became of the columns of a table and the lines of an image, and of an HDU as a whole. */
final class DataAccount {
  private static final Tsv KNOWN = Tsv.resource(DataAccount.class, "account-data.tsv");
  private static final Memo<String> HDUS = new Memo<>(name -> why("hdu", name));
  private static final Memo<String> COLUMNS = new Memo<>(name -> why("column", name));
  private static final int MOST_COLUMNS_NAMED = 12;

  private DataAccount() {}

  /** The piece that an HDU is of which nothing became part of a spectrum. */
  static Piece unused(Input input, Hdu hdu, String name) {
    if (!hdu.hasData()) {
      return Piece.irrelevant("hdu", name, "it has cards and no data");
    }
    return known("hdu", hdu.name())
        .map(why -> Piece.irrelevant("hdu", name, why))
        .orElseGet(() -> Piece.unaccounted("hdu", name, "not read: " + content(input, hdu)));
  }

  /** The pieces of an HDU of which something was used. */
  static List<Piece> of(@Nullable FoundTable found, Hdu hdu, String name, List<Origin> used) {
    return found != null ? columns(found.table(), name, used) : lines(hdu, name, used);
  }

  private static List<Piece> columns(Table table, String name, List<Origin> used) {
    Map<String, String> uses = uses(used, Origin.Kind.COLUMN);
    List<Piece> pieces = new ArrayList<>();
    for (Column column : table.columns()) {
      String plain = column.name().strip();
      String use = uses.get(plain);
      pieces.add(
          use != null
              ? Piece.used("column", name + " " + plain, use)
              : unusedColumn(plain, name + " " + plain));
    }
    return pieces;
  }

  private static Piece unusedColumn(String plain, String name) {
    return known("column", plain)
        .map(why -> Piece.irrelevant("column", name, why))
        .orElseGet(() -> Piece.unaccounted("column", name, "no rule says what it holds"));
  }

  /** Lines that were used have a piece each for each use; the others have one together. */
  private static List<Piece> lines(Hdu hdu, String name, List<Origin> used) {
    if (!hdu.hasData() || hdu.axes().length < 2) {
      return List.of();
    }
    Map<String, String> uses = uses(used, Origin.Kind.LINE);
    List<Piece> pieces = new ArrayList<>();
    TreeMap<String, TreeSet<Integer>> byUse = new TreeMap<>();
    uses.forEach(
        (line, use) ->
            byUse.computeIfAbsent(use, none -> new TreeSet<>()).add(Integer.parseInt(line)));
    byUse.forEach((use, them) -> pieces.add(Piece.used("plane", name + " " + ranges(them), use)));
    TreeSet<Integer> others = new TreeSet<>();
    for (int line = 1; line <= Image.of(hdu).lines() && !uses.isEmpty(); line++) {
      if (!uses.containsKey(Integer.toString(line))) {
        others.add(line);
      }
    }
    if (!others.isEmpty()) {
      pieces.add(
          Piece.unaccounted(
              "plane", name + " " + ranges(others), "no part of a spectrum was read"));
    }
    return pieces;
  }

  private static Map<String, String> uses(List<Origin> used, Origin.Kind kind) {
    return used.stream()
        .filter(one -> one.kind() == kind)
        .collect(
            Collectors.toMap(
                Origin::name, Origin::use, (a, b) -> a.equals(b) ? a : a + ", " + b, TreeMap::new));
  }

  /** {@code lines 1 to 3, 7}. */
  private static String ranges(NavigableSet<Integer> lines) {
    List<String> parts = new ArrayList<>();
    int from = lines.first();
    int last = from;
    for (int line : lines.tailSet(from, false)) {
      if (line != last + 1) {
        parts.add(range(from, last));
        from = line;
      }
      last = line;
    }
    parts.add(range(from, last));
    return (lines.size() == 1 ? "line " : "lines ") + String.join(", ", parts);
  }

  private static String range(int from, int last) {
    return from == last ? Integer.toString(from) : from + " to " + last;
  }

  private static String content(Input input, Hdu hdu) {
    if (!hdu.isTable()) {
      return "an image of %s"
          .formatted(
              Arrays.stream(hdu.axes())
                  .mapToObj(Integer::toString)
                  .collect(Collectors.joining(" x ")));
    }
    try {
      FoundTable found = requireNonNull(input.table(hdu), "a table with data is found");
      List<String> names =
          found.table().columns().stream().map(column -> column.name().strip()).toList();
      String more = names.size() > MOST_COLUMNS_NAMED ? ", ..." : "";
      return "a table of "
          + names.stream().limit(MOST_COLUMNS_NAMED).collect(Collectors.joining(", "))
          + more;
    } catch (RefusedException e) {
      return "a damaged table";
    }
  }

  private static Optional<String> known(String kind, String name) {
    Memo<String> known = kind.equals("hdu") ? HDUS : COLUMNS;
    return Optional.ofNullable(known.of(name.strip().toUpperCase(Locale.ROOT)));
  }

  private static @Nullable String why(String kind, String upper) {
    return KNOWN.rows().stream()
        .filter(row -> row.cell("kind").equals(kind) && fits(row.cell("name"), upper))
        .map(row -> row.cell("why"))
        .findFirst()
        .orElse(null);
  }

  /** Whether a name is that of the table, whose star stands for any text at its begin or end. */
  private static boolean fits(String pattern, String name) {
    int n = pattern.length();
    if (pattern.startsWith("*")) {
      return name.endsWith(pattern.substring(1));
    }
    return pattern.endsWith("*")
        ? name.startsWith(pattern.substring(0, n - 1))
        : name.equals(pattern);
  }
}

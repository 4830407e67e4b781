package org.novacat.transforms.spectrum.text;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.account.Piece;
import org.novacat.layouts.spectrum.ColumnWords;
import org.novacat.layouts.spectrum.StatedFact;
import org.novacat.layouts.spectrum.StatedFacts;
import org.novacat.layouts.text.Tsv;
import org.novacat.transforms.spectrum.text.source.TextInput;
import org.novacat.transforms.spectrum.text.source.TextRefusedException;
import org.novacat.transforms.text.Numbers;

/**
 * One table for the spectra of a folder, a row a file: which of its columns is what, units, date,
 * telescope. Its header may stand in a remark.
 *
 * @param files what is stated of each file, by its name without a folder
 * @param credit by the path of a file as it is written, with slashes: what each of its rows says of
 *     what others may do with it and whom they name, by the names of the columns in small letters
 *     without signs; rows that say nothing of it are left out, and others may contradict each other
 * @param account what became of each column
 * @param notes rows that say nothing, or contradict others, a sentence each
 */
public record MetadataTable(
    Map<String, StatedFacts> files,
    Map<String, List<Map<String, String>>> credit,
    List<Piece> account,
    List<String> notes) {
  private static final Map<String, StatedFact> WORDS = new HashMap<>();

  static {
    for (Tsv.Row row : Tsv.resource(MetadataTable.class, "metadata-words.tsv").rows()) {
      StatedFact fact = StatedFact.valueOf(row.cell("fact"));
      row.words("words").forEach(word -> WORDS.put(word, fact));
    }
  }

  /**
   * Columns of the metadata tables of the open catalog of cataclysmic novae (cne-external). They
   * count columns from 0, and its spectra are in Angstrom, for which they have no column.
   */
  private static final Set<String> OPEN_CATALOG =
      Set.of("filename", "wavelengthcolnum", "fluxcolnum", "fluxunits");

  private static final String OPEN_CATALOG_UNIT = "Angstrom";
  private static final String OF_CATALOG = " (of the open catalog of novae: in Angstrom)";

  /** Columns of {@link #credit}. */
  private static final Set<String> CREDIT =
      Set.of("rights", "licence", "bibcode", "doi", "observers", "acknowledgement", "sourceurl");

  private static final Set<String> FACTORS =
      Set.of("fluxunitcoefficient", "fluxunitcoeff", "fluxunitfactor");

  private static final List<StatedFact> COLUMNS =
      List.of(
          StatedFact.WAVELENGTH_COLUMN,
          StatedFact.FLUX_COLUMN,
          StatedFact.UNCERTAINTY_COLUMN,
          StatedFact.MASK_COLUMN);

  public MetadataTable {
    files = Map.copyOf(files);
    credit = Map.copyOf(credit);
    account = List.copyOf(account);
    notes = List.copyOf(notes);
  }

  /**
   * The table in a file; empty when it is none.
   *
   * @param fileName for people
   */
  public static Optional<MetadataTable> parse(String fileName, byte[] bytes) {
    try {
      MetadataRows rows = MetadataRows.of(TextInput.of(fileName, bytes));
      return rows == null ? Optional.empty() : Optional.of(new Reading(fileName, rows).read());
    } catch (TextRefusedException e) {
      return Optional.empty();
    }
  }

  /** Whether a text is one. */
  static boolean is(TextInput in) {
    return MetadataRows.of(in) != null;
  }

  /** The reading of one table. */
  private static final class Reading {
    private final String from;
    private final MetadataRows rows;
    private final List<String> names;
    private final boolean openCatalog;
    private final boolean fromZero;
    private final Map<String, StatedFacts> files = new LinkedHashMap<>();
    private final Map<String, List<Map<String, String>>> credit = new HashMap<>();
    private final Set<String> contradicted = new TreeSet<>();
    private final List<String> notes = new ArrayList<>();

    Reading(String fileName, MetadataRows rows) {
      this.rows = rows;
      this.names = rows.names().stream().map(ColumnWords::plain).toList();
      this.openCatalog = names.containsAll(OPEN_CATALOG);
      this.fromZero = openCatalog || countsFromZero();
      this.from = "metadata table " + fileName + (openCatalog ? OF_CATALOG : "");
    }

    MetadataTable read() {
      rows.rows().forEach(this::row);
      contradicted.forEach(files::remove);
      contradicted.forEach(
          file -> notes.add("'%s' has two rows that differ, and neither is used.".formatted(file)));
      return new MetadataTable(files, credit, account(), notes);
    }

    private void row(List<String> cells) {
      String path = cell(cells, rows.file()).replace('\\', '/');
      String file = path.substring(path.lastIndexOf('/') + 1);
      Map<StatedFact, String> facts = facts(cells);
      if (file.isEmpty()) {
        notes.add("A row names no file: '%s'.".formatted(String.join(",", cells)));
        return;
      }
      credit(path, cells);
      StatedFacts stated = new StatedFacts(facts, from);
      StatedFacts before = files.putIfAbsent(file, stated);
      if (before != null && !before.equals(stated)) {
        contradicted.add(file);
      }
    }

    /** Two columns that differ are kept as one word that nobody can follow. */
    private void credit(String path, List<String> cells) {
      Map<String, String> said = new HashMap<>();
      for (int i = 0; i < names.size(); i++) {
        String cell = cell(cells, i);
        if (i != rows.file() && CREDIT.contains(names.get(i)) && !cell.isEmpty()) {
          said.merge(names.get(i), cell, (one, two) -> one.equals(two) ? one : one + " / " + two);
        }
      }
      if (!said.isEmpty()) {
        credit.computeIfAbsent(path, any -> new ArrayList<>()).add(said);
      }
    }

    private Map<StatedFact, String> facts(List<String> cells) {
      Map<StatedFact, String> facts = new EnumMap<>(StatedFact.class);
      for (int i = 0; i < names.size(); i++) {
        StatedFact fact = i == rows.file() ? null : WORDS.get(names.get(i));
        String cell = cell(cells, i);
        if (fact != null && !isNone(cell)) {
          String before = facts.put(fact, COLUMNS.contains(fact) ? column(cell) : cell);
          if (before != null && !before.equals(facts.get(fact))) {
            facts.remove(fact);
            notes.add("Two columns say %s, '%s' and '%s'.".formatted(fact.key(), before, cell));
          }
        }
      }
      scale(facts, cells);
      if (openCatalog) {
        facts.putIfAbsent(StatedFact.WAVELENGTH_UNIT, OPEN_CATALOG_UNIT);
      }
      return facts;
    }

    /** Puts the factor of a unit, which WISeREP has in a column of its own, before the unit. */
    private void scale(Map<StatedFact, String> facts, List<String> cells) {
      for (int i = 0; i < names.size(); i++) {
        String unit = facts.getOrDefault(StatedFact.FLUX_UNIT, "");
        double factor = FACTORS.contains(names.get(i)) ? Numbers.parse(cell(cells, i)) : 1;
        if (factor > 0 && factor != 1 && !unit.isEmpty()) {
          facts.put(StatedFact.FLUX_UNIT, cell(cells, i) + " " + unit);
        }
      }
    }

    /** The number of a column from 1, as facts have it, or its name. */
    private String column(String cell) {
      boolean number = cell.matches("\\d{1,3}");
      return number && fromZero ? Integer.toString(Integer.parseInt(cell) + 1) : cell;
    }

    private boolean countsFromZero() {
      return rows.rows().stream()
          .anyMatch(
              cells -> {
                for (int i = 0; i < names.size(); i++) {
                  StatedFact fact = WORDS.get(names.get(i));
                  if (fact != null && COLUMNS.contains(fact) && cell(cells, i).equals("0")) {
                    return true;
                  }
                }
                return false;
              });
    }

    private List<Piece> account() {
      List<Piece> pieces = new ArrayList<>();
      for (int i = 0; i < names.size(); i++) {
        String name = rows.names().get(i);
        StatedFact fact = WORDS.get(names.get(i));
        if (i == rows.file()) {
          pieces.add(Piece.used("column", name, "names of files"));
        } else if (fact != null || FACTORS.contains(names.get(i))) {
          String as = fact == null ? "factor of the unit of the flux" : fact.key();
          pieces.add(Piece.used("column", name, as));
        } else if (CREDIT.contains(names.get(i))) {
          pieces.add(Piece.used("column", name, "rights and credit"));
        } else {
          pieces.add(Piece.unaccounted("column", name, "it states nothing that is known"));
        }
      }
      if (openCatalog && !names.contains("wavelengthunits")) {
        pieces.add(
            Piece.used(
                "table",
                rows.names().stream().limit(4).collect(Collectors.joining(", ")),
                "columns of the open catalog of novae: wavelengths are in Angstrom, and columns are counted from 0"));
      }
      return pieces;
    }

    private static String cell(List<String> cells, int index) {
      return index < cells.size() ? cells.get(index).strip() : "";
    }

    private static boolean isNone(@Nullable String cell) {
      return cell == null || cell.isEmpty() || cell.matches("(?i)na|n/a|nan|none|null|-+|\\?");
    }
  }
}

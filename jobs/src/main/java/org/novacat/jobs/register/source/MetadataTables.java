package org.novacat.jobs.register.source;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.novacat.jobs.credit.CreditField;
import org.novacat.layouts.account.Fate;
import org.novacat.layouts.account.Piece;
import org.novacat.layouts.spectrum.ColumnWords;
import org.novacat.layouts.spectrum.StatedFact;
import org.novacat.layouts.spectrum.StatedFacts;
import org.novacat.transforms.spectrum.text.MetadataTable;

/**
 * The metadata tables of folders. A table speaks of the files that lie beside it; what it says of
 * rights and credit holds for one in a folder below too, where the row has the way there.
 */
final class MetadataTables {
  private final Map<String, Map<String, MetadataTable>> byFolder = new TreeMap<>();

  /** By the path of a file. */
  private final Map<String, List<Credit>> credit = new HashMap<>();

  /** What a row says, as it is written. */
  private record Credit(String table, Map<String, String> words) {
    SaidRights said() {
      Map<CreditField, String> texts = new EnumMap<>(CreditField.class);
      for (CreditField field : CreditField.values()) {
        texts.put(field, words.getOrDefault(ColumnWords.plain(field.key()), ""));
      }
      return SaidRights.of(texts, "metadata table " + table);
    }
  }

  void add(String folder, String name, MetadataTable table) {
    byFolder.computeIfAbsent(folder, any -> new TreeMap<>()).put(name, table);
    table.credit().forEach((path, rows) -> credit(folder, path, name, rows));
  }

  private void credit(String folder, String path, String table, List<Map<String, String>> rows) {
    List<Credit> said = rows.stream().map(row -> new Credit(table, row)).toList();
    for (String file : Set.copyOf(List.of(path, SpectrumSorter.last(path)))) {
      credit.computeIfAbsent(folder + file, any -> new ArrayList<>()).addAll(said);
    }
  }

  /**
   * What they say of the rights of a file, a statement a row.
   *
   * @throws RejectedException when one of them cannot be followed
   */
  List<SaidRights> rights(String path) throws RejectedException {
    List<SaidRights> said = new ArrayList<>();
    for (Credit one : credit.getOrDefault(path, List.of())) {
      try {
        said.add(one.said());
      } catch (IllegalArgumentException e) {
        throw new RejectedException(
            RejectCode.SIDECAR_INVALID,
            "Cannot read the row of '%s' in '%s': %s"
                .formatted(SpectrumSorter.last(path), one.table(), e.getMessage()));
      }
    }
    return said;
  }

  boolean reaches(String path) {
    return FileNames.isText(SpectrumSorter.last(path))
        && byFolder.containsKey(SpectrumSorter.folder(path));
  }

  List<StatedFacts> of(String path) {
    return byFolder.getOrDefault(SpectrumSorter.folder(path), Map.of()).values().stream()
        .flatMap(
            table -> Optional.ofNullable(table.files().get(SpectrumSorter.last(path))).stream())
        .toList();
  }

  /** By the target of its row, else by the name of the table; "" where two differ. */
  String target(String path) {
    List<String> names =
        byFolder.getOrDefault(SpectrumSorter.folder(path), Map.of()).entrySet().stream()
            .filter(table -> table.getValue().files().containsKey(SpectrumSorter.last(path)))
            .map(
                table ->
                    target(
                        table.getKey(),
                        requireNonNull(table.getValue().files().get(SpectrumSorter.last(path)))))
            .filter(name -> !name.isEmpty())
            .distinct()
            .toList();
    return names.size() == 1 ? names.get(0) : "";
  }

  private static String target(String tableName, StatedFacts row) {
    return row.text(StatedFact.OBJECT).orElseGet(() -> TableNova.of(tableName));
  }

  List<String> remarks(Set<String> spectra) {
    List<String> remarks = new ArrayList<>();
    byFolder.forEach(
        (folder, tables) ->
            tables.forEach((name, table) -> remarks.addAll(remarks(folder, name, table, spectra))));
    return remarks;
  }

  private static List<String> remarks(
      String folder, String name, MetadataTable table, Set<String> spectra) {
    List<String> missing =
        table.files().keySet().stream()
            .filter(file -> !spectra.contains(folder + file))
            .sorted()
            .toList();
    List<String> remarks = new ArrayList<>();
    int used = table.files().size() - missing.size();
    remarks.add("%s%s: used for %s files".formatted(folder, name, used));
    missing.forEach(
        file ->
            remarks.add(
                "%s%s: its row of '%s' is of no spectrum here".formatted(folder, name, file)));
    table.notes().forEach(note -> remarks.add(folder + name + ": " + note));
    String left =
        table.account().stream()
            .filter(piece -> piece.fate() == Fate.UNACCOUNTED)
            .map(Piece::name)
            .collect(joining(", "));
    if (!left.isEmpty()) {
      remarks.add("%s%s: nobody uses its columns %s".formatted(folder, name, left));
    }
    return remarks;
  }
}

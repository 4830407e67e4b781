package org.novacat.transforms.photometry.read.format;

import java.util.List;
import java.util.Set;
import org.novacat.layouts.text.Tsv;
import org.novacat.transforms.photometry.read.settings.UploadRefusedException;

/**
 * Tables of surveys and programs of which no column can be taken as it stands, told by the names of
 * their columns (resource {@code refused-tables.tsv}).
 */
final class RefusedTables {
  private static final List<Refused> ALL =
      Tsv.resource(RefusedTables.class, "refused-tables.tsv").rows().stream()
          .map(
              row ->
                  new Refused(
                      Set.copyOf(row.words("columns")), row.cell("what"), row.cell("remedy")))
          .toList();

  private RefusedTables() {}

  private record Refused(Set<String> columns, String what, String remedy) {}

  /**
   * Looks at the columns of a table.
   *
   * @param names their plain names
   * @throws UploadRefusedException when they are those of such a table
   */
  static void check(String fileName, Set<String> names) {
    for (Refused refused : ALL) {
      if (names.containsAll(refused.columns)) {
        throw UploadRefusedException.unrecognized(
            fileName, "it is " + refused.what, refused.remedy);
      }
    }
  }
}

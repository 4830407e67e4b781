package org.novacat.transforms.photometry.read.format;

import java.util.List;
import java.util.regex.Pattern;
import org.novacat.layouts.text.Tsv;
import org.novacat.transforms.photometry.read.settings.UploadRefusedException;

/**
 * Notations of observers and programs that are not read, told by the first line of a text without a
 * header (resource {@code line-kinds.tsv}).
 */
final class LineKinds {
  private static final List<Kind> ALL =
      Tsv.resource(LineKinds.class, "line-kinds.tsv").rows().stream()
          .map(
              row ->
                  new Kind(
                      Pattern.compile(row.cell("pattern")), row.cell("what"), row.cell("remedy")))
          .toList();

  /** Characters of a line that show what it is. */
  private static final int LONGEST = 500;

  private LineKinds() {}

  private record Kind(Pattern pattern, String what, String remedy) {}

  /**
   * Looks at the beginning of a text.
   *
   * @throws UploadRefusedException when it is in such a notation
   */
  static void check(String name, TextHead head) {
    for (List<TextHead.Line> lines : List.of(head.lines(), head.comments())) {
      if (!lines.isEmpty() && lines.get(0).text().length() <= LONGEST) {
        check(name, lines.get(0).text().strip());
      }
    }
  }

  private static void check(String name, String line) {
    for (Kind kind : ALL) {
      if (kind.pattern.matcher(line).matches()) {
        throw UploadRefusedException.unrecognized(name, "it is " + kind.what, kind.remedy);
      }
    }
  }
}

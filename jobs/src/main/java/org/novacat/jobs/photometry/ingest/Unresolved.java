package org.novacat.jobs.photometry.ingest;

import java.util.ArrayList;
import java.util.List;
import org.novacat.layouts.photometry.FileRefusal;
import org.novacat.layouts.photometry.FileRefusalCode;
import org.novacat.layouts.photometry.RejectedRow;
import org.novacat.layouts.photometry.RowRejectionCode;

/** Rows and files of which nobody knows the nova. */
final class Unresolved {
  private final NovaBook book;
  private final Lines lines;

  Unresolved(NovaBook book, Lines lines) {
    this.book = book;
    this.lines = lines;
  }

  /** Rejects the good rows that are no nova's. */
  void reject(Survey survey, Shares shares, RejectedRows rejected) {
    for (int i = 0; i < survey.rows().size(); i++) {
      int object = survey.objectOfRow().get(i);
      if (shares.nova(object) == null) {
        rejected.add(row(survey.rows().get(i), survey.objects().get(object)));
      }
    }
  }

  private RejectedRow row(int row, String object) {
    List<String> candidates = new ArrayList<>();
    book.named(object).forEach(nova -> candidates.add(nova.toString()));
    String why = candidates.isEmpty() ? "no nova is called '%s'" : "'%s' stands for several novae";
    return new RejectedRow(
        row,
        lines.text(row),
        RowRejectionCode.OBJECT_UNRESOLVED,
        why.formatted(object),
        candidates);
  }

  /**
   * Why a file of which no row is anybody's stays out.
   *
   * @param objects names as rows have them, "" among them where rows have none
   * @param ofFile the name that the file gives for all rows; "" when none
   */
  static FileRefusal nobody(List<String> objects, String ofFile) {
    List<String> names = new ArrayList<>(objects);
    names.remove("");
    if (names.isEmpty() && ofFile.isEmpty()) {
      return new FileRefusal(
          FileRefusalCode.OBJECT_MISSING,
          "Nothing says which nova it is about",
          "Register it with --nova NAME, or say it in a sidecar: \"nova\": \"V339 Del\"");
    }
    if (names.isEmpty()) {
      names.add(ofFile);
    }
    String shown = String.join("', '", names.subList(0, Math.min(5, names.size())));
    return new FileRefusal(
        FileRefusalCode.OBJECT_MISSING,
        "No nova of the archive is called '%s'".formatted(shown),
        "Add it with 'novacat nova add' or an alias with 'novacat nova alias', then 'novacat ingest-photometry --retry-refused'");
  }
}

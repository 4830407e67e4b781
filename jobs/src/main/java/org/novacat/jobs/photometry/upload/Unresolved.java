package org.novacat.jobs.photometry.upload;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.photometry.upload.Shares.Portion;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.photometry.FileRefusal;
import org.novacat.layouts.photometry.FileRefusalCode;
import org.novacat.layouts.photometry.Measurement;
import org.novacat.layouts.photometry.RejectedRow;
import org.novacat.layouts.photometry.RowRejectionCode;
import org.novacat.persistence.nova.NovaBook;
import org.novacat.transforms.photometry.read.plan.Understanding;
import org.novacat.transforms.photometry.read.row.RowSink;

/**
 * Rows and files of which nobody knows the nova. That a row is nobody's is known only when the
 * whole file was read, so it is read again for the texts of such rows.
 */
final class Unresolved implements RowSink {
  private final UploadFile upload;
  private final NovaBook book;
  private final Set<String> known = new HashSet<>();
  private final RejectedRows rejected;
  private @Nullable RowMaker maker;
  private Supplier<String> text = () -> "";

  private Unresolved(UploadFile upload, NovaBook book, RejectedRows rejected) {
    this.upload = upload;
    this.book = book;
    this.rejected = rejected;
  }

  /** Rejects the good rows that are no nova's. */
  static RejectedRows reject(
      UploadFile upload, NovaBook book, List<Portion> portions, RejectedRows rejected) {
    Unresolved rows = new Unresolved(upload, book, rejected);
    portions.forEach(portion -> rows.known.addAll(portion.objects()));
    upload.reader().read(upload.file(), rows);
    return rejected;
  }

  @Override
  public void begin(Understanding understood, Supplier<String> row) {
    maker = upload.maker(understood);
    text = row;
  }

  @Override
  public void accept(Measurement measurement) {
    RowMaker rowMaker = requireNonNull(maker, "no row before the plan");
    String object = measurement.object();
    if (!known.contains(object) && rowMaker.fault(measurement, Survey.NOBODY) == null) {
      rejected.add(row(measurement.sourceRow(), object));
    }
  }

  @Override
  public void reject(RejectedRow row) {
    // The survey has it.
  }

  private RejectedRow row(int row, String object) {
    List<String> candidates = new ArrayList<>();
    book.named(object).forEach(nova -> candidates.add(nova.toString()));
    String why = candidates.isEmpty() ? "no nova is called '%s'" : "'%s' stands for several novae";
    return new RejectedRow(
        row, text.get(), RowRejectionCode.OBJECT_UNRESOLVED, why.formatted(object), candidates);
  }

  /**
   * Why a file of which no row is anybody's stays out.
   *
   * @param objects names as rows have them, "" among them where rows have none
   * @param ofFile the name that the file gives for all rows; "" when none
   * @param book tells names of nobody from those of several novae
   */
  static FileRefusal nobody(List<String> objects, String ofFile, NovaBook book) {
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
    List<String> ambiguous = names.stream().filter(name -> !book.named(name).isEmpty()).toList();
    if (!ambiguous.isEmpty()) {
      return ambiguous(ambiguous, objects.size() == 1, book);
    }
    return new FileRefusal(
        FileRefusalCode.OBJECT_MISSING,
        "No nova of the archive is called '%s'".formatted(shown(names)),
        "Add it with 'novacat nova add' or an alias with 'novacat nova alias', then 'novacat ingest-photometry --retry-refused'");
  }

  /** A sidecar names one nova for all rows, so it helps where rows have one name only. */
  private static FileRefusal ambiguous(List<String> ambiguous, boolean alone, NovaBook book) {
    List<NovaId> several = ambiguous.stream().flatMap(name -> book.named(name).stream()).toList();
    return new FileRefusal(
        FileRefusalCode.OBJECT_MISSING,
        "'%s' stands for several novae of the archive: %s".formatted(shown(ambiguous), several),
        "%s: \"nova\": \"%s\""
            .formatted(
                alone
                    ? "Say which in a sidecar"
                    : "Upload the rows of each object as a file of its own, with a sidecar that says"
                        + " which nova it is",
                several.get(0)));
  }

  private static String shown(List<String> names) {
    return String.join("', '", names.subList(0, Math.min(5, names.size())));
  }
}

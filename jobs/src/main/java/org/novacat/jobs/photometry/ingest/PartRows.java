package org.novacat.jobs.photometry.ingest;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.novacat.NovaCatKeys;
import org.novacat.layouts.photometry.Measurement;
import org.novacat.layouts.photometry.PhotometryRow;
import org.novacat.layouts.photometry.RejectedRow;
import org.novacat.layouts.photometry.RowNova;
import org.novacat.layouts.photometry.RowRejectionCode;
import org.novacat.persistence.store.ObjectStore;
import org.novacat.transforms.photometry.read.PhotometryRead;
import org.novacat.transforms.photometry.read.ReadSettings;
import org.novacat.transforms.photometry.read.RowSink;
import org.novacat.transforms.photometry.read.Understanding;

/** Takes the good rows of one nova out of the parts of its uploads. */
final class PartRows {
  private static final long LARGEST_MANIFEST = 64L << 20;

  private final ObjectStore store;
  private final RowNova nova;
  private final List<PhotometryRow> rows;
  private final Map<RowRejectionCode, Integer> rejected = new EnumMap<>(RowRejectionCode.class);

  /** Rows of a nova are added to {@code rows}. */
  PartRows(ObjectStore store, RowNova nova, List<PhotometryRow> rows) {
    this.store = store;
    this.nova = nova;
    this.rows = rows;
  }

  /** Rejected rows of all parts, by code. */
  Map<RowRejectionCode, Integer> rejected() {
    return rejected;
  }

  long rejectedTotal() {
    return rejected.values().stream().mapToLong(Integer::longValue).sum();
  }

  /**
   * Adds the rows of a part.
   *
   * @throws ChangedObject when an object is not what the table says
   * @throws IllegalStateException when it gives other rows than it did when it was decided
   */
  void add(PlannedTable.Part part) {
    Manifest.PartGuide guide = guide(part, nova.id());
    byte[] bytes = UploadFile.read(store, part.key(), part.sha256(), ReadSettings.MAX_BYTES);
    UploadFile file = UploadFile.of(store, part.upload(), bytes, Long.MAX_VALUE);
    int before = rows.size();
    PhotometryRead read = file.reader().read(file.file(), new Sink(file, guide));
    int taken = rows.size() - before;
    boolean whole = read.match(accepted -> true, refused -> false);
    if (!whole || taken != part.rows()) {
      throw new IllegalStateException(
          "Cannot build table of nova '%s': upload '%s' gives %s rows, and gave %s when it was decided (report this)"
              .formatted(nova.id(), part.upload().id(), taken, part.rows()));
    }
  }

  private Manifest.PartGuide guide(PlannedTable.Part part, NovaId id) {
    String key = NovaCatKeys.uploadManifest(part.upload().id()).toString();
    return Manifest.guide(UploadFile.read(store, key, part.manifest(), LARGEST_MANIFEST), id);
  }

  private final class Sink implements RowSink {
    private final UploadFile file;
    private final Manifest.PartGuide guide;
    private @Nullable RowMaker maker;

    Sink(UploadFile file, Manifest.PartGuide guide) {
      this.file = file;
      this.guide = guide;
    }

    @Override
    public void begin(Understanding understood, Supplier<String> row) {
      maker = file.maker(understood.format());
    }

    @Override
    public void accept(Measurement measurement) {
      if (!guide.objects().contains(measurement.object())) {
        return;
      }
      LineMap lines = guide.lines();
      Measurement placed =
          lines == null
              ? measurement
              : measurement.withSourceRow(lines.line(measurement.sourceRow()));
      requireNonNull(maker, "no row before the plan")
          .make(placed, nova)
          .match(
              good -> rows.add(good.row()),
              bad -> {
                reject(bad.row());
                return false;
              });
    }

    @Override
    public void reject(RejectedRow row) {
      rejected.merge(row.code(), 1, Integer::sum);
    }
  }
}

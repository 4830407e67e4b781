package org.novacat.jobs.photometry.ingest;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.layouts.novacat.NovaCatKeys;
import org.novacat.layouts.photometry.Measurement;
import org.novacat.layouts.photometry.RejectedRow;
import org.novacat.persistence.store.Content;
import org.novacat.persistence.store.ObjectStore;
import org.novacat.persistence.store.WrittenObject;
import org.novacat.transforms.photometry.read.RowSink;
import org.novacat.transforms.photometry.read.Understanding;

/** The parts of one upload by nova, put into the store where there are several. */
final class Parts {
  private final ObjectStore store;
  private final UploadFile upload;
  private final Survey survey;
  private final Shares shares;
  private final FileTime time;

  Parts(ObjectStore store, UploadFile upload, Survey survey, Shares shares, FileTime time) {
    this.store = store;
    this.upload = upload;
    this.survey = survey;
    this.shares = shares;
    this.time = time;
  }

  /**
   * One share for each nova. Where a piece would not read as it does in the whole, the part is the
   * upload itself, of which a rebuild takes the rows of the nova.
   *
   * @param lines whether rows are lines of the upload
   */
  List<Manifest.Share> write(List<Portion> portions, boolean lines) {
    if (portions.size() < 2) {
      return portions.stream().map(this::whole).toList();
    }
    List<NovaId> novae = portions.stream().map(Portion::nova).toList();
    Splitter splitter = new Splitter(upload, new Owners(survey, shares, novae));
    IntFunction<Splitter.Piece> pieces =
        time.run(() -> lines ? splitter.lines() : splitter.excerpts(portions.size()));
    List<Manifest.Share> written = new ArrayList<>();
    for (int number = 0; number < portions.size(); number++) {
      Portion portion = portions.get(number);
      int which = number;
      Splitter.Piece piece = time.run(() -> readable(pieces.apply(which), portion));
      written.add(piece == null ? whole(portion) : cut(portion, piece));
    }
    return written;
  }

  /** Null for a piece that would not read alone as it does in the whole. */
  private Splitter.@Nullable Piece readable(Splitter.Piece piece, Portion portion) {
    return reads(piece, portion) ? piece : null;
  }

  /** Whether a piece, read alone, gives the very rows of its nova that the whole gives. */
  private boolean reads(Splitter.Piece piece, Portion portion) {
    Check check = new Check(piece.lines());
    UploadFile alone = upload.with(piece.bytes());
    boolean read =
        alone.reader().read(alone.file(), check).match(accepted -> true, refused -> false);
    return read && portion.objects().stream().allMatch(check::isSame);
  }

  private final class Check implements RowSink {
    private final LineMap lines;
    private final Map<String, RowsDigest> digests = new HashMap<>();
    private @Nullable RowMaker maker;

    Check(LineMap lines) {
      this.lines = lines;
    }

    boolean isSame(String object) {
      return digests.getOrDefault(object, new RowsDigest()).isSameAs(survey.digest(object));
    }

    @Override
    public void begin(Understanding understood, Supplier<String> row) {
      maker = upload.maker(understood.format());
    }

    @Override
    public void accept(Measurement measurement) {
      RowMaker rowMaker = requireNonNull(maker, "no row before the plan");
      if (rowMaker.fault(measurement, Survey.NOBODY) == null) {
        int row = lines.line(measurement.sourceRow());
        digests
            .computeIfAbsent(measurement.object(), object -> new RowsDigest())
            .add(measurement.withSourceRow(row));
      }
    }

    @Override
    public void reject(RejectedRow row) {
      // Only rows that read well count.
    }
  }

  private Manifest.Share cut(Portion portion, Splitter.Piece piece) {
    PlannedUpload planned = upload.planned();
    ObjectKey key =
        NovaCatKeys.uploadSplit(planned.id(), portion.nova(), planned.filename() + piece.suffix());
    WrittenObject object = store.put(key, Content.of(piece.bytes()));
    DecidedUpload.Part part =
        new DecidedUpload.Part(
            portion.nova(),
            key.toString(),
            piece.bytes().length,
            object.etag().toString(),
            ContentHash.of(piece.bytes()),
            portion.rows());
    return new Manifest.Share(portion, part, piece.lines());
  }

  private Manifest.Share whole(Portion portion) {
    PlannedUpload planned = upload.planned();
    DecidedUpload.Part part =
        new DecidedUpload.Part(
            portion.nova(), planned.key(), planned.bytes(), "", planned.sha256(), portion.rows());
    return new Manifest.Share(portion, part, null);
  }
}

package org.novacat.jobs.photometry.ingest;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

  Parts(ObjectStore store, UploadFile upload, Survey survey, Shares shares) {
    this.store = store;
    this.upload = upload;
    this.survey = survey;
    this.shares = shares;
  }

  /**
   * One share for each nova. A text is cut into lines; where that is not possible, or a piece would
   * not read as it did in the whole, the part is the upload itself, of which a rebuild takes the
   * rows of the nova.
   */
  List<Manifest.Share> write(List<Portion> portions, Lines lines, Understanding understood) {
    List<Manifest.Share> written = new ArrayList<>();
    if (portions.size() < 2 || !isCuttable(understood.encoding())) {
      portions.forEach(portion -> written.add(whole(portion)));
      return written;
    }
    List<NovaId> novae = portions.stream().map(Portion::nova).toList();
    Splitter splitter = new Splitter(upload.file().bytes(), lines, survey, shares, novae);
    for (int number = 0; number < portions.size(); number++) {
      Portion portion = portions.get(number);
      Splitter.Piece piece = splitter.piece(number);
      written.add(reads(piece, portion) ? cut(portion, piece) : whole(portion));
    }
    return written;
  }

  /** Bytes of 10 and 13 end lines, and nothing is packed. */
  private static boolean isCuttable(String encoding) {
    String name = encoding.toUpperCase(Locale.ROOT);
    return (name.startsWith("UTF-8") || name.contains("ASCII") || name.startsWith("ISO-8859"));
  }

  /** Whether a piece, read alone, gives as many good rows of its nova as it has in the whole. */
  private boolean reads(Splitter.Piece piece, Portion portion) {
    Count count = new Count(portion.objects());
    UploadFile alone = upload.with(piece.bytes());
    boolean read =
        alone.reader().read(alone.file(), count).match(accepted -> true, refused -> false);
    return read && count.rows == portion.rows();
  }

  private final class Count implements RowSink {
    private final List<String> objects;
    private @Nullable RowMaker maker;
    private long rows;

    Count(List<String> objects) {
      this.objects = objects;
    }

    @Override
    public void begin(Understanding understood) {
      maker = upload.maker(understood.format());
    }

    @Override
    public void accept(Measurement measurement) {
      RowMaker rowMaker = requireNonNull(maker, "no row before the plan");
      boolean good = rowMaker.fault(measurement, Survey.NOBODY) == null;
      rows += good && objects.contains(measurement.object()) ? 1 : 0;
    }

    @Override
    public void reject(RejectedRow row) {}
  }

  private Manifest.Share cut(Portion portion, Splitter.Piece piece) {
    PlannedUpload planned = upload.planned();
    ObjectKey key = NovaCatKeys.uploadSplit(planned.id(), portion.nova(), planned.filename());
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

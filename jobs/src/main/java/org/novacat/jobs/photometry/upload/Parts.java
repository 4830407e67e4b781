package org.novacat.jobs.photometry.upload;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.photometry.table.PhotometryPartFile;
import org.novacat.jobs.photometry.upload.Shares.Portion;
import org.novacat.jobs.photometry.upload.Splitter.Owners;
import org.novacat.jobs.photometry.upload.UploadDecision.FileTime;
import org.novacat.jobs.report.AccountJson;
import org.novacat.jobs.report.Json;
import org.novacat.jobs.run.Temporary;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.novacat.NovaCatKeys;
import org.novacat.layouts.photometry.PhotometryRow;
import org.novacat.layouts.photometry.RowNova;
import org.novacat.layouts.photometry.RowRejectionCode;
import org.novacat.persistence.store.Archive;
import org.novacat.persistence.store.Content;
import org.novacat.persistence.store.Pointer;
import org.novacat.transforms.photometry.read.plan.Understanding;
import org.novacat.transforms.photometry.row.RowAssembler;
import org.novacat.transforms.photometry.row.RowRules;
import org.novacat.transforms.photometry.row.TableRows;

/**
 * The parts of one upload by nova: for people the piece of the file, put into the store where there
 * are several, and for tables the accepted rows.
 */
final class Parts {
  private final Archive archive;
  private final UploadFile upload;
  private final Survey survey;
  private final Shares shares;
  private final FileTime time;

  /** A portion and where it lies. */
  record Share(Portion portion, DecidedUpload.Part part) {}

  Parts(Archive archive, UploadFile upload, Survey survey, Shares shares, FileTime time) {
    this.archive = archive;
    this.upload = upload;
    this.survey = survey;
    this.shares = shares;
    this.time = time;
  }

  /**
   * One share for each nova.
   *
   * @param lines whether rows are lines of the upload
   */
  List<Share> write(List<Portion> portions, boolean lines) {
    if (portions.size() < 2) {
      return portions.stream()
          .map(portion -> share(portion, null, survey.bad().ofObjects(portion.objects())))
          .toList();
    }
    List<NovaId> novae = portions.stream().map(Portion::nova).toList();
    Owners owners = new Owners(survey, shares, novae);
    Splitter splitter = new Splitter(upload, owners);
    IntFunction<Splitter.Piece> pieces =
        time.run(() -> lines ? splitter.lines() : splitter.excerpts(portions.size()));
    Map<Integer, Map<RowRejectionCode, Integer>> bad = survey.bad().byOwner(owners);
    List<Share> written = new ArrayList<>();
    for (int number = 0; number < portions.size(); number++) {
      int which = number;
      Splitter.Piece piece = time.run(() -> pieces.apply(which));
      written.add(share(portions.get(number), piece, bad.getOrDefault(number, Map.of())));
    }
    return written;
  }

  /** The share of a nova, whose piece is null where it is the upload itself. */
  private Share share(
      Portion portion, Splitter.@Nullable Piece piece, Map<RowRejectionCode, Integer> bad) {
    Pointer source = piece == null ? upload.planned().raw() : cut(portion, piece);
    return new Share(
        portion,
        new DecidedUpload.Part(portion.nova(), source, parquet(portion, bad), portion.rows()));
  }

  private Pointer cut(Portion portion, Splitter.Piece piece) {
    PlannedUpload planned = upload.planned();
    String name = planned.filename() + piece.suffix();
    return archive
        .write(
            NovaCatKeys.uploadSplit(planned.id(), portion.nova(), name), Content.of(piece.bytes()))
        .pointer();
  }

  private Pointer parquet(Portion portion, Map<RowRejectionCode, Integer> bad) {
    Path file = Temporary.file("novacat-part-", ".parquet");
    try {
      time.run(() -> written(portion, bad, file));
      return archive
          .write(NovaCatKeys.uploadRows(upload.planned().id(), portion.nova()), Content.of(file))
          .pointer();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write a part to the temporary folder", e);
    } finally {
      Temporary.delete(file);
    }
  }

  private Path written(Portion portion, Map<RowRejectionCode, Integer> bad, Path file) {
    RowNova nova = new RowNova(portion.nova(), "", Double.NaN, Double.NaN);
    int[] its =
        IntStream.range(0, survey.rows().size())
            .filter(row -> nova.id().equals(shares.nova(survey.objectOfRow().get(row))))
            .toArray();
    Iterator<PhotometryRow> rows =
        IntStream.of(TableRows.inOrder(survey.accepted(), its))
            .mapToObj(row -> RowAssembler.ofNova(survey.accepted().get(row), nova))
            .iterator();
    try {
      PhotometryPartFile.write(rows, bad, file);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write a part to the temporary folder", e);
    }
  }

  /**
   * {@code manifest.json} of the upload: what became of it, and where the rows of each nova are. A
   * function of the upload, its companions, the names of novae and the rules.
   */
  static byte[] manifest(
      PlannedUpload upload,
      Understanding understood,
      long accepted,
      Map<RowRejectionCode, Long> rejected,
      List<Share> shares) {
    long refused = rejected.values().stream().mapToLong(Long::longValue).sum();
    ObjectNode root = Json.object();
    root.put("ingest_file_id", upload.id().toString());
    root.put("filename", upload.filename());
    root.put("sha256", upload.raw().sha256().hex());
    root.put("format", understood.format());
    root.put("encoding", understood.encoding());
    root.put("rows", accepted + refused);
    root.put("accepted", accepted);
    ObjectNode codes = root.putObject("rejected");
    rejected.forEach((code, count) -> codes.put(code.name(), count));
    root.put("rules", RowRules.VERSION);
    AccountJson.put(root.putArray("unaccounted"), understood.account().unaccounted());
    var novae = root.putArray("novae");
    for (Share share : shares) {
      ObjectNode node = novae.addObject();
      node.put("nova_id", share.portion().nova().toString());
      share.portion().objects().forEach(node.putArray("objects")::add);
      node.put("key", share.part().source().key().toString());
      node.put("sha256", share.part().source().sha256().hex());
      node.put("rows", share.portion().rows());
      node.put("parquet_key", share.part().parquet().key().toString());
      node.put("parquet_sha256", share.part().parquet().sha256().hex());
    }
    return Json.document(root);
  }
}

package org.novacat.jobs.admin;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.report.Json;
import org.novacat.layouts.photometry.FileRefusal;
import org.novacat.persistence.photometry.PhotometryUpload;
import org.novacat.persistence.photometry.UploadVerdict;
import org.novacat.persistence.state.ManualReviewStatus;
import org.novacat.persistence.store.Archive;

/**
 * One upload of photometry in quarantine, or with rows there.
 *
 * @param evidence what lies in quarantine; null in lists
 */
record QuarantinedUpload(PhotometryUpload upload, @Nullable UploadEvidence evidence)
    implements Quarantined {
  /** The reason of files that were accepted without some of their rows. */
  private static final String ROWS = "ROWS_REJECTED";

  QuarantinedUpload {
    requireNonNull(upload.verdict(), "the upload was never decided");
  }

  private UploadVerdict verdict() {
    return requireNonNull(upload.verdict());
  }

  /** The same with what lies in quarantine, {@code most} rejected rows of it. */
  QuarantinedUpload with(Archive archive, long most) {
    return new QuarantinedUpload(
        upload, UploadEvidence.of(archive, verdict().quarantinePrefix(), most));
  }

  /** Whether a verdict left anything in quarantine. */
  static boolean is(PhotometryUpload upload) {
    UploadVerdict verdict = upload.verdict();
    return verdict != null && (verdict.refusal() != null || verdict.rejected() > 0);
  }

  @Override
  public String id() {
    return upload.id().toString();
  }

  @Override
  public String reason() {
    FileRefusal refusal = verdict().refusal();
    return refusal == null ? ROWS : refusal.code().name();
  }

  @Override
  public String detail() {
    return verdict().rejected() == 0
        ? ""
        : String.format(Locale.ROOT, "%,d of %,d rows", verdict().rejected(), verdict().rows());
  }

  @Override
  public ManualReviewStatus review() {
    return upload.review().status();
  }

  @Override
  public String file() {
    return upload.filename();
  }

  @Override
  public ObjectNode json() {
    ObjectNode root = Json.object().put("kind", "photometry").put("ingest_file_id", id());
    root.put("filename", file()).put("upload_status", upload.status().name());
    root.put("reason", reason());
    FileRefusal refusal = verdict().refusal();
    root.put("message", refusal == null ? "" : refusal.message());
    root.put("remedy", refusal == null ? "" : refusal.remedy());
    root.put("source_format", verdict().format()).put("rows", verdict().rows());
    root.put("accepted", verdict().accepted()).put("rejected", verdict().rejected());
    ArrayNode novae = root.putArray("novae");
    verdict().novae().forEach(nova -> novae.add(nova.toString()));
    root.put("decided_at", verdict().at().toString());
    root.put("manual_review_status", review().name());
    root.put("manual_review_reason", upload.review().why());
    root.put("prefix", verdict().quarantinePrefix()).put("original", upload.raw().key().toString());
    if (evidence != null) {
      evidence.putInto(root);
    }
    return root;
  }

  @Override
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("upload    " + id());
    lines.add(
        String.format(
            Locale.ROOT,
            "file      %s (%,d bytes%s)",
            file(),
            upload.raw().byteLength(),
            format()));
    verdict().novae().forEach(nova -> lines.add("nova      " + nova));
    lines.add("status    " + upload.status());
    lines.add("reason    " + reason());
    FileRefusal refusal = verdict().refusal();
    if (refusal != null) {
      lines.add("          " + refusal.message());
      lines.add("remedy    " + refusal.remedy());
    }
    lines.add(
        String.format(
            Locale.ROOT,
            "rows      %,d read, %,d accepted, %,d rejected",
            verdict().rows(),
            verdict().accepted(),
            verdict().rejected()));
    if (evidence != null) {
      lines.addAll(evidence.lines(verdict().rejected()));
    }
    lines.add("since     " + RunReport.seconds(verdict().at()));
    lines.add("review    " + Quarantined.review(review(), upload.review().why()));
    lines.add("objects   " + verdict().quarantinePrefix());
    lines.add("original  " + upload.raw().key());
    return lines;
  }

  private String format() {
    return verdict().format().isEmpty() ? "" : ", " + verdict().format();
  }
}

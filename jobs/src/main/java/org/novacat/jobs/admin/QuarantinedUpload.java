package org.novacat.jobs.admin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.admin.RunsCommand.RunReport;
import org.novacat.jobs.report.Json;
import org.novacat.jobs.report.TextTable;
import org.novacat.layouts.key.LayoutEntry;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.layouts.novacat.NovaCatPrivate;
import org.novacat.layouts.photometry.FileRefusal;
import org.novacat.layouts.text.Excerpt;
import org.novacat.persistence.photometry.PhotometryUpload;
import org.novacat.persistence.photometry.UploadVerdict;
import org.novacat.persistence.state.ManualReviewStatus;
import org.novacat.persistence.store.Archive;
import org.novacat.persistence.store.ListedObject;

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

  /**
   * What lies in quarantine about one verdict on an upload.
   *
   * @param codes rejected rows by code, as {@code context.json} counts them; empty when it is gone
   * @param rows the first rejected rows, as {@code rows.jsonl} has them
   * @param objects keys of all that is there
   */
  private record UploadEvidence(ObjectNode codes, List<ObjectNode> rows, List<ObjectKey> objects) {
    private static final long LARGEST_CONTEXT = 1L << 20;
    private static final int LONGEST_DETAIL = 120;
    private static final int LONGEST_TEXT = 80;

    /**
     * Looks below a folder of quarantine; what somebody has removed there is left out.
     *
     * @param prefix ends with a slash; "" for nothing in quarantine
     * @param most rows to read
     */
    static UploadEvidence of(Archive archive, String prefix, long most) {
      List<ObjectKey> objects = objects(archive, prefix);
      ObjectNode codes =
          find(objects, NovaCatPrivate.QUARANTINE_UPLOAD_CONTEXT)
              .flatMap(key -> archive.unverified(key, LARGEST_CONTEXT))
              .map(bytes -> Json.parse(bytes).withObject("/rejected"))
              .orElseGet(Json::object);
      List<ObjectNode> rows =
          find(objects, NovaCatPrivate.QUARANTINE_UPLOAD_ROWS)
              .flatMap(archive::openUnverified)
              .map(in -> rows(in, most))
              .orElse(List.of());
      return new UploadEvidence(codes, rows, objects);
    }

    private static List<ObjectKey> objects(Archive archive, String prefix) {
      if (prefix.isEmpty()) {
        return List.of();
      }
      try (Stream<ListedObject> listed = archive.list(prefix)) {
        return listed.map(ListedObject::key).toList();
      }
    }

    private static Optional<ObjectKey> find(List<ObjectKey> objects, LayoutEntry line) {
      return objects.stream().filter(key -> line.template().parse(key).isPresent()).findFirst();
    }

    private static List<ObjectNode> rows(InputStream rows, long most) {
      try (BufferedReader lines = new BufferedReader(new InputStreamReader(rows, UTF_8))) {
        return lines.lines().limit(most).map(line -> Json.parse(line.getBytes(UTF_8))).toList();
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot close rejected rows", e);
      }
    }

    void putInto(ObjectNode root) {
      root.set("rejected_by_code", codes);
      rows.forEach(root.putArray("first_rejected")::add);
      ArrayNode keys = root.putArray("objects");
      objects.forEach(key -> keys.add(key.toString()));
    }

    /**
     * For a terminal.
     *
     * @param rejected all rows that enter no table; those without a code of their own are good, and
     *     share the fate of their file
     */
    List<String> lines(long rejected) {
      List<String> lines = new ArrayList<>();
      long good = rejected;
      for (JsonNode count : codes) {
        good -= count.asLong();
      }
      codes
          .fields()
          .forEachRemaining(
              code ->
                  lines.add(
                      String.format(
                          Locale.ROOT, "  %s = %,d", code.getKey(), code.getValue().asLong())));
      if (good > 0 && !codes.isEmpty()) {
        lines.add(String.format(Locale.ROOT, "  good, but in a refused file = %,d", good));
      }
      if (!rows.isEmpty()) {
        TextTable table = new TextTable("line", "code", "text", "detail");
        rows.forEach(row -> row(table, row));
        lines.addAll(table.lines());
      }
      return lines;
    }

    private static void row(TextTable table, JsonNode row) {
      table.row(
          row.path("source_row").asInt(),
          row.path("code").asText(),
          cut(row.path("text").asText().strip(), LONGEST_TEXT),
          cut(row.path("detail").asText(), LONGEST_DETAIL));
    }

    /** A terminal must not obey what a file says. */
    private static String cut(String text, int longest) {
      return Excerpt.of(text.replaceAll("\\p{Cntrl}", " "), longest);
    }
  }
}

package org.novacat.jobs.photometry.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.report.Json;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.photometry.RowRejectionCode;
import org.novacat.transforms.photometry.read.Understanding;

/**
 * {@code manifest.json} of an upload: what became of it, and how to find the rows of each nova in
 * it. A function of the upload, its companions, the names of novae and the rules.
 */
final class Manifest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Manifest() {}

  /**
   * A portion and where it lies.
   *
   * @param lines lines of the part in the upload; null when the part is the upload itself
   */
  record Share(Portion portion, DecidedUpload.Part part, @Nullable LineMap lines) {}

  static byte[] write(
      PlannedUpload upload,
      Understanding understood,
      long accepted,
      Map<RowRejectionCode, Long> rejected,
      List<Share> shares) {
    long refused = rejected.values().stream().mapToLong(Long::longValue).sum();
    ObjectNode root = Json.object();
    root.put("ingest_file_id", upload.id().toString());
    root.put("filename", upload.filename());
    root.put("sha256", upload.sha256().hex());
    root.put("format", understood.format());
    root.put("encoding", understood.encoding());
    root.put("rows", accepted + refused);
    root.put("accepted", accepted);
    ObjectNode codes = root.putObject("rejected");
    rejected.forEach((code, count) -> codes.put(code.name(), count));
    root.put("rules", Rules.VERSION);
    var novae = root.putArray("novae");
    for (Share share : shares) {
      ObjectNode node = novae.addObject();
      node.put("nova_id", share.portion().nova().toString());
      share.portion().objects().forEach(node.putArray("objects")::add);
      node.put("key", share.part().key());
      node.put("sha256", share.part().sha256().hex());
      node.put("rows", share.portion().rows());
      if (share.lines() != null) {
        node.put("lines", share.lines().toString());
      }
    }
    return Json.document(root);
  }

  /** What a rebuild has to know of a part: whose rows to take, and what their lines are. */
  record PartGuide(Set<String> objects, @Nullable LineMap lines) {}

  /** The guide to the rows of a nova. */
  static PartGuide guide(byte[] manifest, NovaId nova) {
    try {
      for (JsonNode node : MAPPER.readTree(manifest).path("novae")) {
        if (node.path("nova_id").asText().equals(nova.toString())) {
          List<String> objects = new ArrayList<>();
          node.path("objects").forEach(name -> objects.add(name.asText()));
          JsonNode lines = node.get("lines");
          return new PartGuide(
              new HashSet<>(objects), lines == null ? null : LineMap.parse(lines.asText()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read a manifest", e);
    }
    throw new IllegalStateException(
        "Cannot use manifest: it says nothing of nova '%s'".formatted(nova));
  }
}

package org.novacat.jobs.photometry.upload;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.novacat.jobs.report.Json;
import org.novacat.layouts.photometry.RowRejectionCode;
import org.novacat.transforms.photometry.read.plan.Understanding;
import org.novacat.transforms.photometry.row.RowRules;

/**
 * {@code manifest.json} of an upload: what became of it, and where the rows of each nova are. A
 * function of the upload, its companions, the names of novae and the rules.
 */
final class Manifest {
  private Manifest() {}

  /** A portion and where it lies. */
  record Share(Portion portion, DecidedUpload.Part part) {}

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
    root.put("sha256", upload.raw().sha256().hex());
    root.put("format", understood.format());
    root.put("encoding", understood.encoding());
    root.put("rows", accepted + refused);
    root.put("accepted", accepted);
    ObjectNode codes = root.putObject("rejected");
    rejected.forEach((code, count) -> codes.put(code.name(), count));
    root.put("rules", RowRules.VERSION);
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

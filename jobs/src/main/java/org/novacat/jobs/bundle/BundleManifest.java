package org.novacat.jobs.bundle;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.novacat.jobs.content.LeftOut;
import org.novacat.jobs.content.NovaContent;
import org.novacat.jobs.content.PhotometryContent;
import org.novacat.jobs.content.SpectrumContent;
import org.novacat.jobs.report.Json;
import org.novacat.persistence.store.Pointer;

/**
 * {@code manifest.json}, which stands beside the zip file and says what is in it. It alone says
 * when the bundle was built.
 */
final class BundleManifest {
  private static final String SCHEMA = "bundle-manifest/1.0";

  private BundleManifest() {}

  /** The document, UTF-8. */
  static byte[] of(PlannedBundle planned, BundleContents contents, ZipContent zip, Pointer stored) {
    NovaContent nova = planned.content();
    ObjectNode root = head(planned);
    ArrayNode ids = root.putArray("data_product_ids");
    nova.spectra().stream().map(SpectrumContent::id).forEach(id -> ids.add(id.toString()));
    photometry(root, nova, contents);
    files(root.putArray("files"), contents.entries(), zip);
    leftOut(root.putArray("left_out"), nova.leftOut());
    root.put("not_public", nova.notPublic());
    root.putObject("zip")
        .put("key", stored.key().toString())
        .put("bytes", stored.byteLength())
        .put("sha256", stored.sha256().hex());
    return Json.document(root);
  }

  private static ObjectNode head(PlannedBundle planned) {
    NovaContent nova = planned.content();
    ObjectNode root = Json.object().put("schema", SCHEMA);
    root.put("nova_id", nova.id().toString()).put("primary_name", nova.primaryName());
    root.put("bundle_build_id", BundleForm.buildId(planned.fingerprint()));
    root.put("created_at", planned.at().truncatedTo(ChronoUnit.SECONDS).toString());
    root.put("content_fingerprint", planned.fingerprint().hex());
    root.put("form_version", BundleForm.VERSION);
    if (nova.mergedInto() != null) {
      root.put("merged_into", nova.mergedInto().toString());
    }
    return root;
  }

  private static void photometry(ObjectNode root, NovaContent nova, BundleContents contents) {
    PhotometryContent of = nova.photometry();
    if (of == null || contents.photometry() == null) {
      root.putNull("photometry_table_key");
    } else {
      root.put("photometry_table_key", of.table().key().toString());
      root.put("photometry_rows", contents.photometry().rows());
    }
    root.put("photometry_rows_left_out", contents.rowsLeftOut(nova));
  }

  private static void files(ArrayNode files, List<BundleEntry> entries, ZipContent zip) {
    for (BundleEntry entry : entries) {
      ObjectNode file = files.addObject().put("name", zip.name(entry.file()));
      file.put("key", entry.key() == null ? null : entry.key().toString());
      file.put("bytes", entry.file().bytes()).put("sha256", entry.file().sha256().hex());
      file.put("role", entry.file().role());
    }
  }

  private static void leftOut(ArrayNode all, List<LeftOut> leftOut) {
    for (LeftOut one : leftOut) {
      ObjectNode node = all.addObject().put("data_product_id", one.id().toString());
      node.put("reason", one.reason().name()).put("code", one.code());
      node.put("duplicate_of", one.duplicateOf() == null ? null : one.duplicateOf().toString());
    }
  }
}

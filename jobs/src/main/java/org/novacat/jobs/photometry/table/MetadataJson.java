package org.novacat.jobs.photometry.table;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.novacat.jobs.report.Json;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.IngestFileId;
import org.novacat.layouts.photometry.PhotometryColumn;
import org.novacat.layouts.photometry.RowNova;
import org.novacat.layouts.photometry.RowRejectionCode;

/**
 * Writes {@code metadata.json}, which says what is in the table beside it (photometry
 * specification, section 9). It is a function of the uploads: equal ones give equal bytes. When it
 * was made stands in the table's item.
 *
 * @param nova whose table it is
 * @param registryVersion of the band registry
 * @param summary counts over the rows
 * @param uploads the files that rows came from, and the SHA-256 of each
 * @param rejected how many rows of those files were rejected, by code; duplicates too
 * @param table SHA-256 of the table
 */
public record MetadataJson(
    RowNova nova,
    String registryVersion,
    TableSummary summary,
    SortedMap<IngestFileId, ContentHash> uploads,
    Map<RowRejectionCode, Integer> rejected,
    ContentHash table) {

  /** The document, UTF-8. */
  public byte[] bytes() {
    ObjectNode json = Json.object();
    json.put("nova-id", nova.id().toString());
    json.put("primary-name", nova.primaryName());
    json.put("photometry-schema-version", PhotometryColumn.SCHEMA_VERSION);
    json.put("band-registry-version", registryVersion);
    json.put("table-sha256", table.hex());
    summary.putInto(json);
    SortedMap<String, Integer> codes = new TreeMap<>();
    rejected.forEach((code, count) -> codes.put(code.name(), count));
    TableSummary.put(json, "rejected", codes);
    putUploads(json.putArray("ingest-files"));
    return Json.document(json);
  }

  private void putUploads(ArrayNode files) {
    uploads.forEach(
        (id, hash) ->
            files.addObject().put("ingest-file-id", id.toString()).put("sha256", hash.hex()));
  }
}

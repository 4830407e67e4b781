package org.novacat.jobs.photometry.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.IngestFileId;
import org.novacat.layouts.photometry.PhotometryRow;
import org.novacat.layouts.photometry.RowRejectionCode;
import org.novacat.layouts.testing.RandomRows;

class MetadataJsonTest {
  private static final Random RANDOM = new Random(3);
  private static final List<PhotometryRow> ROWS =
      Stream.generate(() -> RandomRows.row(RANDOM)).limit(100).toList();

  @Test
  void document_countsTheRowsOfTheTable() throws IOException {
    JsonNode json = json(ROWS);

    assertThat(json.get("rows").asInt()).isEqualTo(100);
    assertThat(json.get("upper-limits").asLong())
        .isEqualTo(ROWS.stream().filter(row -> row.measurement().brightness().isLimit()).count());
    assertThat(sum(json.get("bands"))).isEqualTo(100);
    assertThat(sum(json.get("regimes"))).isEqualTo(100);
    assertThat(sum(json.get("origins"))).isEqualTo(100);
    assertThat(json.get("soft-duplicates").asLong())
        .isEqualTo(ROWS.stream().filter(row -> row.dupGroup() != null).count());
    assertThat(json.get("earliest-mjd").asDouble()).isLessThan(json.get("latest-mjd").asDouble());
  }

  @Test
  void document_saysWhatTheTableWasMadeOf() throws IOException {
    JsonNode json = json(ROWS);

    assertThat(json.get("photometry-schema-version").asText()).isEqualTo("1.1.0");
    assertThat(json.get("band-registry-version").asText()).isEqualTo("1.2.3");
    assertThat(json.get("rejected").get("BAND_MISSING").asInt()).isEqualTo(4);
    assertThat(json.get("ingest-files").get(0).get("sha256").asText())
        .isEqualTo(ContentHash.of(new byte[] {1}).hex());
    assertThat(json.get("table-sha256").asText()).isEqualTo(ContentHash.of(new byte[] {9}).hex());
    assertThat(json.has("built-at")).isFalse();
  }

  @Test
  void emptyTable_hasNoEpochs() throws IOException {
    assertThat(json(List.of()).get("earliest-mjd").isNull()).isTrue();
  }

  private static JsonNode json(List<PhotometryRow> rows) throws IOException {
    ContentHash upload = ContentHash.of(new byte[] {1});
    TableSummary summary = new TableSummary();
    rows.forEach(summary::add);
    MetadataJson metadata =
        new MetadataJson(
            ROWS.get(0).nova(),
            "1.2.3",
            summary,
            new TreeMap<>(Map.of(IngestFileId.of(upload), upload)),
            Map.of(RowRejectionCode.BAND_MISSING, 4),
            ContentHash.of(new byte[] {9}));
    return new ObjectMapper().readTree(metadata.bytes());
  }

  private static int sum(JsonNode counts) {
    int sum = 0;
    for (JsonNode count : counts) {
      sum += count.asInt();
    }
    return sum;
  }
}

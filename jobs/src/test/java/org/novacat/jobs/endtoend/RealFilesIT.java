package org.novacat.jobs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.layouts.testing.SharedData;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.table.StarTableFactory;
import uk.ac.starlink.util.FileDataSource;

/** Every real file through {@code register} and {@code ingest-spectra}, beside its truth. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealFilesIT {
  private static final double TOLERANCE = 1e-9;
  private static final int FILES = 67;

  /** All of the spectra. */
  private static final int VALID = 51;

  /** What the damaged files are called. */
  private static final Map<String, String> DAMAGE =
      Map.of(
          "FOSy19g0309t_c2f.fits", "UNREADABLE DATA_STRIPPED",
          "bad_bitpix_unknown.fit", "UNREADABLE FITS_BAD_BITPIX",
          "bad_gzip_cut.fits.gz", "UNREADABLE GZIP_DAMAGED",
          "bad_html_error_page.fits", "UNREADABLE FITS_NO_SIMPLE",
          "bad_missing_crval.fit", "MISSING_CRITICAL_METADATA MISSING_METADATA",
          "bad_truncated_data.fits", "UNREADABLE FITS_TRUNCATED",
          "bad_truncated_header.fit", "UNREADABLE FITS_NO_END");

  private final ObjectMapper json = new ObjectMapper();

  private Workspace workspace;
  private JsonNode registered;
  private JsonNode ingested;
  private Snapshot archive;

  @BeforeAll
  void run(@TempDir Path folder) {
    String files = SharedData.fits().resolve("files").toString();
    workspace = new Workspace(folder.resolve("workspace"));
    registered =
        workspace.succeed("register", files, "--nova", "Test Nova", "--output", "json").json();
    ingested = workspace.succeed("ingest-spectra", "--output", "json").json();
    archive = ArchiveInvariants.assertHold(workspace);
  }

  @Test
  void reports_addUp() {
    JsonNode ended = ingested.at("/spectra/ended");

    assertThat(registered.at("/files/ended/done").asInt()).isEqualTo(FILES);
    assertThat(registered.at("/files/planned").asInt()).isEqualTo(FILES);
    assertThat(ingested.at("/spectra/planned").asInt()).isEqualTo(FILES);
    assertThat(ended).hasSize(2);
    assertThat(ended.get("done").asInt() + ended.get("refused").asInt()).isEqualTo(FILES);
    assertThat(archive.standings())
        .isEqualTo(
            Map.of(
                "VALID", ended.get("done").asLong(),
                "QUARANTINED", ended.get("refused").asLong()));
  }

  @Test
  void everyFile_endsAsItsTruthSays() throws IOException {
    List<Row> table = rows();

    table.forEach(System.out::println);

    SoftAssertions.assertSoftly(
        softly ->
            table.forEach(row -> softly.assertThat(row.wrong()).as(row.toString()).isEqualTo("")));
    assertThat(table).hasSize(FILES);
    assertThat(table.stream().filter(row -> row.outcome().equals("VALID")))
        .hasSizeGreaterThanOrEqualTo(VALID);
  }

  @Test
  void everySpectrum_opensInStilWithUnits() throws IOException {
    List<String> spectra = spectra();

    for (String key : spectra) {
      Path file = workspace.bucket().resolve(key);
      StarTable table =
          new StarTableFactory().makeStarTable(new FileDataSource(file.toFile()), "parquet");
      String unit = metadata(file).get("flux").get("unit").asText();
      assertThat(table.getRowCount()).as(key).isPositive();
      assertThat(table.getColumnInfo(1).getUnitString()).as(key).isEqualTo("Angstrom");
      assertThat(String.valueOf(table.getColumnInfo(3).getUnitString()))
          .as(key)
          .isEqualTo(unit.isEmpty() ? "null" : unit);
    }
    assertThat(spectra).hasSizeGreaterThanOrEqualTo(VALID);
  }

  @Test
  void secondRun_writesNothingAndSaysSo() {
    String files = SharedData.fits().resolve("files").toString();

    Ran register = workspace.succeed("register", files, "--nova", "Test Nova");
    Ran ingest = workspace.succeed("ingest-spectra");

    assertThat(register.out()).contains("Nothing new. Nothing was written.");
    assertThat(ingest.out())
        .isEqualToIgnoringNewLines("Nothing to do: no spectrum is waiting. Nothing was written.");
    Snapshot after = Snapshot.of(workspace);
    assertThat(archive.differencesFrom(after)).isEmpty();
    assertThat(after).as("times of objects, all items").isEqualTo(archive);
  }

  @Test
  void invariants_failWhereTheyAreBroken() {
    String product =
        archive.products().stream()
            .filter(one -> one.text("validation_status").equals("VALID"))
            .findFirst()
            .orElseThrow()
            .key();

    SortedMap<String, Item> fewer = new TreeMap<>(archive.items());
    fewer.remove(product);
    assertBroken(new Snapshot(archive.objects(), fewer, archive.eligible()), "by no valid product");

    SortedMap<String, Item> other = new TreeMap<>(archive.items());
    other.put(product, other.get(product).without(List.of("n_samples")));
    assertBroken(new Snapshot(archive.objects(), other, archive.eligible()), "without summary");

    assertBroken(
        new Snapshot(archive.objects(), archive.items(), Set.of(product)),
        "the index shows items that do not wait");
  }

  private static void assertBroken(Snapshot archive, String how) {
    assertThat(ArchiveInvariants.violations(archive)).anyMatch(v -> v.contains(how));
  }

  /** One line of the table. */
  private record Row(
      String file, String expect, String outcome, int orders, double difference, String wrong) {
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%-52s %-18s %-46s %4d %-9s %s",
          file,
          expect,
          outcome,
          orders,
          String.format(Locale.ROOT, "%.1e", difference),
          wrong);
    }
  }

  private List<Row> rows() throws IOException {
    Map<String, List<StoredSeries>> stored = new HashMap<>();
    Map<String, Long> dropped = new HashMap<>();
    for (StoredSeries series :
        StoredSpectra.read(
            spectra().stream().map(k -> workspace.bucket().resolve(k).toString()).toList())) {
      Path file = Path.of(URI.create(series.file()));
      JsonNode metadata = metadata(file);
      String name = metadata.get("source").get("file_name").asText();
      dropped.computeIfAbsent(name, n -> dropped(metadata));
      stored.computeIfAbsent(name, n -> new ArrayList<>()).add(series);
    }
    Map<String, Item> products = products();
    return Truth.all().stream()
        .map(
            truth ->
                row(
                    truth,
                    products.get(truth.file()),
                    stored.get(truth.file()),
                    dropped.getOrDefault(truth.file(), 0L)))
        .toList();
  }

  /** All notes stand in the metadata; the item has the first fifty. */
  private static long dropped(JsonNode metadata) {
    long dropped = 0;
    for (JsonNode note : metadata.get("normalization_notes")) {
      dropped += note.asText().matches("Order -?\\d+ is dropped, .*") ? 1 : 0;
    }
    return dropped;
  }

  private static Row row(Truth truth, Item product, List<StoredSeries> stored, long dropped) {
    if (stored == null) {
      return refused(truth, product);
    }
    double difference = truth.difference(stored, dropped, TOLERANCE);
    String wrong =
        !truth.isSpectrum()
            ? "valid though no spectrum"
            : difference <= TOLERANCE ? "" : "wrong values";
    return new Row(truth.file(), truth.expect(), "VALID", stored.size(), difference, wrong);
  }

  private static Row refused(Truth truth, Item product) {
    String reason =
        product.text("quarantine_reason_code") + " " + product.text("quarantine_detail");
    String wrong =
        switch (truth.expect()) {
          case "spectrum" -> "refused";
          case "malformed" -> reason.equals(DAMAGE.get(truth.file())) ? "" : "another reason";
          default -> reason.matches("(NOT_A_SPECTRUM|UNKNOWN_PROFILE) .*") ? "" : "another reason";
        };
    return new Row(truth.file(), truth.expect(), reason, 0, Double.NaN, wrong);
  }

  /** Products by the name of their file. */
  private Map<String, Item> products() {
    Map<String, Item> products = new HashMap<>();
    for (Item product : archive.products()) {
      String locator = product.text("locator_identity");
      products.put(Path.of(URI.create(locator)).getFileName().toString(), product);
    }
    return products;
  }

  private List<String> spectra() {
    return archive.objects().keySet().stream()
        .filter(k -> k.endsWith("/spectrum.parquet"))
        .toList();
  }

  private JsonNode metadata(Path spectrum) throws IOException {
    return json.readTree(Files.readAllBytes(spectrum.resolveSibling("metadata.json")));
  }
}

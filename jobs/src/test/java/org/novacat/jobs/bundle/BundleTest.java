package org.novacat.jobs.bundle;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.report.Json;
import org.novacat.jobs.samples.SampleFile.Expected.DuplicateOf;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.product.SpectraProduct;

/** What is in the bundles of the sample archive. */
class BundleTest {
  private static SampleBundles bundles;
  private static BundleArchive built;
  private static NovaId nova;

  @TempDir private Path folder;

  @BeforeAll
  static void takeIn() throws IOException {
    bundles = SampleBundles.shared();
    built = bundles.built;
    nova = bundles.nova;
  }

  @Test
  void manifest_saysWhatIsInTheZip_byteForByte() throws IOException {
    for (var one : bundles.samples.novae()) {
      NovaId id = built.id(one.name());
      JsonNode manifest = built.manifest(id);
      Map<String, byte[]> entries = built.entries(id);

      assertThat(manifest.get("files")).hasSize(entries.size());
      for (JsonNode file : manifest.get("files")) {
        byte[] bytes = entries.get(file.get("name").asText());
        assertThat(bytes).as(file.toString()).hasSize(file.get("bytes").asInt());
        assertThat(ContentHash.of(bytes).hex()).isEqualTo(file.get("sha256").asText());
        if (!file.get("key").isNull()) {
          assertThat(built.bucket().resolve(file.get("key").asText())).hasBinaryContent(bytes);
        }
      }
      byte[] zip = Files.readAllBytes(built.zip(id));
      assertThat(ContentHash.of(zip).hex()).isEqualTo(manifest.at("/zip/sha256").asText());
      assertThat(zip).hasSize(manifest.at("/zip/bytes").asInt());
      assertThat(manifest.get("content_fingerprint").asText())
          .startsWith(manifest.get("bundle_build_id").asText())
          .isEqualTo(built.find(c -> c.bundles().find(id).orElseThrow().content().hex()));
    }
  }

  @Test
  void bundle_hasEveryFileOfAValidSpectrum_andOfThePhotometry() throws IOException {
    SpectraProduct spectrum = built.valid(nova);
    JsonNode manifest = built.manifest(nova);
    String id = spectrum.id().toString();
    String mine = "_" + id.substring(0, 8) + ".";

    assertThat(manifest.get("data_product_ids")).extracting(JsonNode::asText).contains(id);
    assertThat(built.entries(nova).keySet())
        .filteredOn(name -> name.contains(mine))
        .extracting(name -> name.replaceAll("^[^/]+/([^/]+)/.*\\.", "$1 "))
        .containsExactly(
            "metadata json",
            "plots png",
            "provenance json",
            "raw fits",
            "spectra ecsv",
            "spectra parquet");
    assertThat(built.entries(nova).keySet())
        .extracting(name -> name.replaceAll("^[^/]+/", ""))
        .contains(
            "README.md",
            "CITATION.cff",
            "references.bib",
            "acknowledgements.txt",
            "ro-crate-metadata.json",
            "datacite.json",
            "photometry/photometry_table.parquet",
            "photometry/photometry_table.vot",
            "photometry/photometry_table.csv",
            "photometry/metadata.json",
            "plots/lightcurve.png");
    assertThat(manifest.get("photometry_table_key").asText())
        .isEqualTo("derived/photometry/" + nova + "/photometry_table.parquet");
    assertThat(manifest.get("photometry_rows").asInt()).isEqualTo(3);
  }

  @Test
  void refusedAndDuplicateSpectra_areListedWithTheReason() throws IOException {
    int duplicates = 0;
    int quarantined = 0;
    for (var one : bundles.samples.novae()) {
      JsonNode manifest = built.manifest(built.id(one.name()));
      List<String> out = SampleBundles.ids(manifest.get("data_product_ids"));
      for (JsonNode left : manifest.get("left_out")) {
        assertThat(out).doesNotContain(left.get("data_product_id").asText());
        if (left.get("reason").asText().equals("DUPLICATE")) {
          duplicates++;
          assertThat(out).contains(left.get("duplicate_of").asText());
        } else {
          quarantined++;
          assertThat(left.get("code").asText()).isNotEmpty();
        }
      }
    }
    assertThat(duplicates)
        .isEqualTo(
            (int)
                bundles.samples.files().stream()
                    .filter(file -> file.expected() instanceof DuplicateOf)
                    .count());
    assertThat(quarantined).isPositive();
  }

  @Test
  void roCrate_hasTheHashOfEveryFile() throws IOException {
    Map<String, byte[]> entries = built.entries(nova);
    String top = entries.keySet().iterator().next().replaceAll("/.*", "/");
    int files = 0;
    for (JsonNode node : Json.parse(built.entry(nova, "ro-crate-metadata.json")).get("@graph")) {
      byte[] bytes = entries.get(top + node.path("@id").asText());
      if (bytes != null && node.has("sha256")) {
        files++;
        assertThat(node.get("sha256").asText()).isEqualTo(ContentHash.of(bytes).hex());
      }
    }
    assertThat(files).isEqualTo(entries.size() - 1);
  }

  @Test
  void otherPrograms_takeTheWholeBundle() throws Exception {
    String zip = built.zip(nova).toString();
    run("unzip", "-tqq", zip);
    run(
        "python3",
        "-c",
        "import sys,zipfile; assert zipfile.ZipFile(sys.argv[1]).testzip() is None",
        zip);
  }

  private static void run(String... words) throws Exception {
    Process process =
        new ProcessBuilder(words)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor()).as(words[0]).isZero();
  }

  @Test
  void noEntry_tellsWhereAFileLayOnSomebodysMachine() throws IOException {
    for (var one : bundles.samples.novae()) {
      NovaId id = built.id(one.name());
      Map<String, byte[]> entries = new TreeMap<>(built.entries(id));
      entries.put("manifest", Files.readAllBytes(built.folder(id).resolve("manifest.json")));
      entries.forEach(
          (name, bytes) ->
              assertThat(new String(bytes, ISO_8859_1))
                  .as(name)
                  .doesNotContain(bundles.folder.toString())
                  .doesNotContain("file:"));
    }
  }

  @Test
  void sameNovae_giveEqualBytes_inAnotherFolderLocaleAndTimeZone() throws IOException {
    BundleArchive other = bundles.before.copyTo(folder.resolve("far").resolve("away"));
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));

      other.bundle("--all");
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
    assertThat(other.zips()).isEqualTo(built.zips()).hasSize(3);
    assertThat(other.bundle("--all", "--rebuild").at("/bundles/ended/done").asInt()).isEqualTo(3);
    assertThat(other.zips()).isEqualTo(built.zips());
  }
}

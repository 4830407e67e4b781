package org.novacat.jobs.bundle;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.content.NovaContents;
import org.novacat.jobs.report.Json;
import org.novacat.jobs.samples.SampleArchive;
import org.novacat.jobs.samples.SampleArchive.SampleSpec;
import org.novacat.jobs.samples.SampleFile.Expected.DuplicateOf;
import org.novacat.jobs.samples.SampleNova;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.Catalog;
import org.novacat.persistence.file.Rights;
import org.novacat.persistence.product.SpectraProduct;
import org.novacat.persistence.run.WorkConsumer;

/** Bundles of the sample archive, and what becomes of them when something changes. */
class BundleTest {
  @TempDir private static Path folder;
  private static SampleArchive samples;

  /** Taken in, and no bundle built. */
  private static BundleArchive before;

  /** The same with its bundles. */
  private static BundleArchive built;

  private static String first;
  private static NovaId nova;
  private int copies;

  @BeforeAll
  static void takeIn() throws IOException {
    samples = SampleArchive.write(folder.resolve("samples"), new SampleSpec(41, 3, 2));
    first = samples.novae().get(0).name();
    before = new BundleArchive(folder.resolve("before"));
    for (var one : samples.novae()) {
      before
          .commands
          .novacat("nova", "add", one.name(), "--ra", "" + one.raDeg(), "--dec", "" + one.decDeg())
          .expect(ExitCode.OK);
    }
    before.commands.novacat("register", samples.manifest().toString()).expect(ExitCode.OK);
    before.commands.novacat("ingest-spectra").expect(ExitCode.OK);
    Path uploads = Files.createDirectories(folder.resolve("uploads"));
    upload(uploads, "open.csv", "2456520.5,4.4", "2456521.5,4.6");
    upload(uploads, "closed.csv", "2456520.5,4.4", "2456530.5,7.77");
    before.commands.novacat("register", "--photometry", uploads.toString()).expect(ExitCode.OK);
    before.commands.novacat("ingest-photometry").expect(ExitCode.OK);
    built = before.copyTo(folder.resolve("built"));
    nova = built.id(first);
    assertThat(built.bundle().at("/bundles/ended/done").asInt()).isEqualTo(3);
  }

  private static void upload(Path uploads, String name, String... rows) throws IOException {
    StringBuilder text = new StringBuilder("star,JD,mag,err,band\n");
    for (String row : rows) {
      text.append(first).append(',').append(row).append(",0.1,V\n");
    }
    Files.writeString(uploads.resolve(name), text);
    // So that equal rows of both are one measurement.
    Files.writeString(
        uploads.resolve(name + ".sidecar.json"), "{\"bibcode\": \"2013ATel.5302....1T\"}");
  }

  private BundleArchive copy() {
    return built.copyTo(folder.resolve("copy-" + System.nanoTime() + "-" + copies++));
  }

  @Test
  void manifest_saysWhatIsInTheZip_byteForByte() throws IOException {
    for (var one : samples.novae()) {
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
    for (var one : samples.novae()) {
      JsonNode manifest = built.manifest(built.id(one.name()));
      List<String> out = ids(manifest.get("data_product_ids"));
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
                samples.files().stream()
                    .filter(file -> file.expected() instanceof DuplicateOf)
                    .count());
    assertThat(quarantined).isPositive();
  }

  private static List<String> ids(JsonNode array) {
    List<String> ids = new ArrayList<>();
    array.forEach(id -> ids.add(id.asText()));
    return ids;
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
    for (var one : samples.novae()) {
      NovaId id = built.id(one.name());
      Map<String, byte[]> entries = new TreeMap<>(built.entries(id));
      entries.put("manifest", Files.readAllBytes(built.folder(id).resolve("manifest.json")));
      entries.forEach(
          (name, bytes) ->
              assertThat(new String(bytes, ISO_8859_1))
                  .as(name)
                  .doesNotContain(folder.toString())
                  .doesNotContain("file:"));
    }
  }

  @Test
  void sameNovae_giveEqualBytes_inAnotherFolderLocaleAndTimeZone() throws IOException {
    BundleArchive other = before.copyTo(folder.resolve("far").resolve("away"));
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

  @Test
  void newSpectrum_rebuildsTheBundleOfItsNovaAlone() throws IOException {
    BundleArchive archive = copy();
    archive.commands.novacat("register", third().toString(), "--nova", first).expect(ExitCode.OK);
    archive.commands.novacat("ingest-spectra").expect(ExitCode.OK);
    JsonNode preview = archive.bundle("--dry-run");

    assertThat(preview.get("novae")).hasSize(1);
    assertThat(preview.at("/novae/0/why").asText()).isEqualTo("SPECTRA");
    assertThat(archive.bundle().at("/bundles/ended/done").asInt()).isEqualTo(1);
    assertThat(archive.manifest(nova).get("data_product_ids"))
        .hasSize(built.manifest(nova).get("data_product_ids").size() + 1);
    Map<String, String> changed = archive.zips();
    changed.entrySet().removeAll(built.zips().entrySet());
    assertThat(changed).containsOnlyKeys(nova.toString());
    assertThat(archive.bundle().get("status").asText()).isEqualTo("NOTHING_TO_DO");
  }

  @Test
  void privateSpectrum_leavesNoByteNameOrId_andComesBackOnItsDay() throws IOException {
    BundleArchive archive = copy();
    SpectraProduct spectrum = archive.valid(nova);
    byte[] raw = archive.entry(nova, "_" + spectrum.id().toString().substring(0, 8) + ".fits");
    LocalDate day = LocalDate.now(ZoneOffset.UTC).plusDays(20);
    archive.withCatalog(
        c ->
            c.products()
                .recordRights(spectrum.ref(), BundleArchive.rights("PROPRIETARY until " + day)));

    assertThat(archive.bundle().at("/bundles/ended/done").asInt()).isEqualTo(1);

    assertThat(archive.manifest(nova).get("not_public").asInt()).isEqualTo(1);
    Map<String, byte[]> entries = archive.entries(nova);
    entries.put("manifest", Files.readAllBytes(archive.folder(nova).resolve("manifest.json")));
    entries.forEach(
        (name, bytes) -> {
          assertThat(bytes).isNotEqualTo(raw);
          assertThat(name + new String(bytes, ISO_8859_1))
              .doesNotContain(spectrum.id().toString().substring(0, 8))
              .doesNotContain(spectrum.rawFile().sha256().hex());
        });
    Clock then = Clock.offset(Clock.systemUTC(), Duration.ofDays(21));
    archive.withCatalog(c -> assertThat(c.workQueue().list(WorkConsumer.BUNDLE)).isEmpty());
    try (var later = archive.commands.catalog(then)) {
      assertThat(later.workQueue().list(WorkConsumer.BUNDLE)).hasSize(1);
      var content = new NovaContents(later, then).find(nova).orElseThrow();
      assertThat(content.fingerprint())
          .isNotEqualTo(
              new NovaContents(later, Clock.systemUTC()).find(nova).orElseThrow().fingerprint());
    }
  }

  @Test
  void rowsOfAClosedUpload_areLeftOut_andTheRowTheyHidIsThere() throws IOException {
    BundleArchive archive = copy();
    String secret =
        archive.find(
            c -> {
              var upload =
                  c.uploads()
                      .list()
                      .filter(u -> u.filename().equals("closed.csv"))
                      .findFirst()
                      .orElseThrow();
              c.uploads().recordRights(upload, BundleArchive.rights("PRIVATE"));
              return upload.id().toString();
            });

    archive.bundle();

    assertThat(archive.manifest(nova).get("photometry_rows").asInt()).isEqualTo(2);
    assertThat(archive.manifest(nova).get("photometry_rows_left_out").asInt()).isEqualTo(1);
    assertThat(archive.manifest(nova).get("not_public").asInt()).isEqualTo(1);
    assertThat(new String(archive.entry(nova, "photometry_table.csv"), UTF_8))
        .contains("4.4")
        .doesNotContain("7.77");
    archive
        .entries(nova)
        .forEach(
            (name, bytes) ->
                assertThat(new String(bytes, ISO_8859_1))
                    .as(name)
                    .doesNotContain(secret)
                    .doesNotContain("closed.csv"));
  }

  @Test
  void proprietaryRows_areLeftOut_andWithoutOthersThereIsNoPhotometry() throws IOException {
    BundleArchive archive = copy();
    NovaId other = archive.id(samples.novae().get(1).name());
    Path file =
        Files.writeString(folder.resolve("own.csv"), "JD,mag,err,band\n2456540.5,9,0.1,V\n");
    Files.writeString(folder.resolve("own.csv.sidecar.json"), "{\"rights\": \"proprietary\"}");
    for (NovaId one : List.of(nova, other)) {
      archive
          .commands
          .novacat("register", "--photometry", file.toString(), "--nova", one.toString())
          .expect(ExitCode.OK);
      Files.writeString(file, "JD,mag,err,band\n2456541.5,9,0.1,V\n");
    }
    archive.commands.novacat("ingest-photometry").expect(ExitCode.OK);
    archive.withCatalog(c -> ofWhom(c, "own.csv", "2013ATel.7777....1T"));

    archive.bundle();

    assertThat(archive.manifest(nova).get("photometry_rows").asInt()).isEqualTo(3);
    assertThat(archive.manifest(nova).get("photometry_rows_left_out").asInt()).isEqualTo(1);
    archive
        .entries(nova)
        .forEach(
            (name, bytes) ->
                assertThat(new String(bytes, ISO_8859_1)).as(name).doesNotContain("2013ATel.7777"));
    assertThat(archive.manifest(other).get("photometry_table_key").isNull()).isTrue();
    assertThat(archive.entries(other).keySet()).noneMatch(name -> name.contains("photometry"));
  }

  /** Says of uploads which publication is to be cited, and leaves who may see them. */
  private static void ofWhom(Catalog catalog, String filename, String bibcode) {
    catalog
        .uploads()
        .list()
        .filter(upload -> upload.filename().equals(filename))
        .forEach(
            upload ->
                catalog
                    .uploads()
                    .recordRights(
                        upload,
                        new Rights(upload.rights().rights(), "", bibcode, "", List.of(), "", "")));
  }

  @Test
  void memberOfAnArchive_goesOutAsAFileOfItsOwn() throws IOException {
    BundleArchive archive = copy();
    Path zip = folder.resolve("night.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("raw/one.fits"));
      Files.copy(third(), out);
    }
    archive.commands.novacat("register", zip.toString(), "--nova", first).expect(ExitCode.OK);
    archive.commands.novacat("ingest-spectra").expect(ExitCode.OK);
    List<String> known = ids(built.manifest(nova).get("data_product_ids"));

    archive.bundle();

    List<String> added = ids(archive.manifest(nova).get("data_product_ids"));
    added.removeAll(known);
    assertThat(added).hasSize(1);
    String mine = "_" + added.get(0).substring(0, 8);
    String name =
        archive.entries(nova).keySet().stream()
            .filter(one -> one.contains("/provenance/") && one.contains(mine))
            .findFirst()
            .orElseThrow();
    JsonNode source = Json.parse(archive.entry(nova, name));
    assertThat(source.get("locator").asText()).isEqualTo("night.zip");
    assertThat(source.get("archive_member").asText()).isEqualTo("raw/one.fits");
    assertThat(archive.entry(nova, mine + ".fits")).isEqualTo(Files.readAllBytes(third()));
  }

  @Test
  void damagedObject_postponesItsNovaByName_andTheOthersAreBuilt() throws IOException {
    BundleArchive archive = before.copyTo(folder.resolve("damaged"));
    SpectraProduct spectrum = archive.valid(nova);
    Path raw = archive.bucket().resolve(spectrum.rawFile().key().toString());
    byte[] bytes = Files.readAllBytes(raw);
    bytes[bytes.length / 2] ^= 1;
    Files.write(raw, bytes);

    JsonNode report = archive.commands.json("bundle").expect(ExitCode.DAMAGED).json();

    assertThat(report.at("/bundles/ended/done").asInt()).isEqualTo(2);
    assertThat(report.at("/bundles/codes/postponed/DAMAGED").asInt()).isEqualTo(1);
    assertThat(report.at("/look_at/0/message").asText())
        .contains(nova.toString(), spectrum.rawFile().key().toString());
    assertThat(archive.zip(nova)).doesNotExist();
    bytes[bytes.length / 2] ^= 1;
    Files.write(raw, bytes);
    assertThat(archive.bundle().at("/bundles/ended/done").asInt()).isEqualTo(1);
    assertThat(archive.zips()).isEqualTo(built.zips());
  }

  @Test
  void lostZip_isFoundByVerify_andBuiltAgain() throws IOException {
    BundleArchive archive = copy();
    Files.delete(archive.zip(nova));
    assertThat(archive.commands.novacat("verify").out()).contains("then 'novacat bundle'");
    archive.commands.novacat("recover");

    assertThat(archive.bundle().at("/bundles/ended/done").asInt()).isEqualTo(1);

    assertThat(archive.zips()).isEqualTo(built.zips());
    archive.commands.novacat("verify").expect(ExitCode.OK);
  }

  @Test
  void mergedNova_pointsAtTheSurvivor_whoseBundleHasItsRows() throws IOException {
    BundleArchive archive = copy();
    SampleNova survivor = samples.novae().get(0);
    String place = Double.toString(survivor.decDeg() + 0.001);
    archive
        .commands
        .novacat("nova", "add", "Twin", "--ra", "" + survivor.raDeg(), "--dec", place)
        .expect(ExitCode.OK);
    Path bare =
        Files.writeString(folder.resolve("bare.csv"), "JD,mag,err,band\n2456540.5,9,0.1,V\n");
    archive
        .commands
        .novacat("register", "--photometry", bare.toString(), "--nova", "Twin")
        .expect(ExitCode.OK);
    archive.commands.novacat("ingest-photometry").expect(ExitCode.OK);
    NovaId twin = archive.id("Twin");
    assertThat(archive.bundle().at("/bundles/ended/done").asInt()).isEqualTo(1);
    assertThat(archive.manifest(twin).get("photometry_rows").asInt()).isEqualTo(1);
    archive.commands.novacat("nova", "merge", "Twin", first).expect(ExitCode.OK);
    archive.commands.novacat("ingest-photometry").expect(ExitCode.OK);

    assertThat(archive.bundle().at("/bundles/ended/done").asInt()).isEqualTo(2);

    assertThat(archive.entries(twin)).hasSize(1);
    assertThat(new String(archive.entry(twin, "README.md"), UTF_8))
        .contains(first, nova.toString());
    assertThat(archive.manifest(twin).get("merged_into").asText()).isEqualTo(nova.toString());
    assertThat(archive.manifest(nova).get("photometry_rows").asInt()).isEqualTo(4);
  }

  /** A file of the first nova that is not in the archive. */
  private static Path third() throws IOException {
    SampleArchive more = SampleArchive.write(folder.resolve("more"), new SampleSpec(41, 1, 3));
    return folder.resolve("more").resolve(more.files().get(2).locator());
  }

  @Test
  void novaWithNothing_hasNoBundle_andIsNotAskedAgain() throws IOException {
    BundleArchive archive = copy();
    archive.commands.novacat("nova", "add", "Nothing Yet").expect(ExitCode.OK);
    NovaId empty = archive.id("Nothing Yet");

    archive.bundle();

    assertThat(archive.folder(empty)).doesNotExist();
    assertThat(archive.bundle().get("status").asText()).isEqualTo("NOTHING_TO_DO");
    assertThat(archive.bundle("--all").get("status").asText()).isEqualTo("NOTHING_TO_DO");
  }
}

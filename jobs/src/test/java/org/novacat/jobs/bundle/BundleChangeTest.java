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
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.content.NovaContents;
import org.novacat.jobs.report.Json;
import org.novacat.jobs.samples.SampleNova;
import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.Catalog;
import org.novacat.persistence.file.Rights;
import org.novacat.persistence.product.SpectraProduct;
import org.novacat.persistence.run.WorkConsumer;

/** What becomes of bundles when something of their novae changes. */
class BundleChangeTest {
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
  void newSpectrum_rebuildsTheBundleOfItsNovaAlone() throws IOException {
    BundleArchive archive = bundles.copy();
    archive
        .commands
        .novacat("register", bundles.third().toString(), "--nova", bundles.first)
        .expect(ExitCode.OK);
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
    BundleArchive archive = bundles.copy();
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

  /** The bytes are those that somebody said nobody may see. */
  @Test
  void spectrumOfWhichACopyIsPrivate_doesNotGoOut() throws IOException {
    BundleArchive archive = bundles.copy();
    SpectraProduct copy =
        archive.find(
            c ->
                c.products()
                    .ofNova(nova)
                    .filter(product -> product.duplicateOf() != null)
                    .findFirst()
                    .orElseThrow());
    String shown = String.valueOf(copy.duplicateOf());
    assertThat(archive.manifest(nova).get("data_product_ids").toString()).contains(shown);
    archive.withCatalog(
        c -> c.products().recordRights(copy.ref(), BundleArchive.rights("PRIVATE")));

    assertThat(archive.bundle().at("/bundles/ended/done").asInt()).isEqualTo(1);

    assertThat(archive.manifest(nova).toString()).doesNotContain(shown);
    assertThat(archive.manifest(nova).get("not_public").asInt()).isEqualTo(2);
  }

  @Test
  void rowsOfAClosedUpload_areLeftOut_andTheRowTheyHidIsThere() throws IOException {
    BundleArchive archive = bundles.copy();
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
    BundleArchive archive = bundles.copy();
    NovaId other = archive.id(bundles.samples.novae().get(1).name());
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

  @Test
  void memberOfAnArchive_goesOutAsAFileOfItsOwn() throws IOException {
    BundleArchive archive = bundles.copy();
    Path zip = folder.resolve("night.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("raw/one.fits"));
      Files.copy(bundles.third(), out);
    }
    archive
        .commands
        .novacat("register", zip.toString(), "--nova", bundles.first)
        .expect(ExitCode.OK);
    archive.commands.novacat("ingest-spectra").expect(ExitCode.OK);
    List<String> known = SampleBundles.ids(built.manifest(nova).get("data_product_ids"));

    archive.bundle();

    List<String> added = SampleBundles.ids(archive.manifest(nova).get("data_product_ids"));
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
    assertThat(archive.entry(nova, mine + ".fits")).isEqualTo(Files.readAllBytes(bundles.third()));
  }

  @Test
  void damagedObject_postponesItsNovaByName_andTheOthersAreBuilt() throws IOException {
    BundleArchive archive = bundles.before.copyTo(folder.resolve("damaged"));
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
    BundleArchive archive = bundles.copy();
    Files.delete(archive.zip(nova));
    assertThat(archive.commands.novacat("verify").out()).contains("then 'novacat bundle'");
    archive.commands.novacat("recover");

    assertThat(archive.bundle().at("/bundles/ended/done").asInt()).isEqualTo(1);

    assertThat(archive.zips()).isEqualTo(built.zips());
    archive.commands.novacat("verify").expect(ExitCode.OK);
  }

  @Test
  void mergedNova_pointsAtTheSurvivor_whoseBundleHasItsRows() throws IOException {
    BundleArchive archive = bundles.copy();
    NovaId twin = addNear(archive, "Twin", 0.001);
    addPhotometry(archive, twin);
    assertThat(archive.bundle().at("/bundles/ended/done").asInt()).isEqualTo(1);
    assertThat(archive.manifest(twin).get("photometry_rows").asInt()).isEqualTo(1);
    archive.commands.novacat("nova", "merge", "Twin", bundles.first).expect(ExitCode.OK);
    archive.commands.novacat("ingest-photometry").expect(ExitCode.OK);

    assertThat(archive.bundle().at("/bundles/ended/done").asInt()).isEqualTo(2);

    assertThat(archive.entries(twin)).hasSize(1);
    assertThat(new String(archive.entry(twin, "README.md"), UTF_8))
        .contains(bundles.first, nova.toString());
    assertThat(archive.manifest(twin).get("merged_into").asText()).isEqualTo(nova.toString());
    assertThat(archive.manifest(nova).get("photometry_rows").asInt()).isEqualTo(4);
  }

  private static NovaId addNear(BundleArchive archive, String name, double degrees) {
    SampleNova near = bundles.samples.novae().get(0);
    String place = Double.toString(near.decDeg() + degrees);
    archive
        .commands
        .novacat("nova", "add", name, "--ra", "" + near.raDeg(), "--dec", place)
        .expect(ExitCode.OK);
    return archive.id(name);
  }

  private void addPhotometry(BundleArchive archive, NovaId to) throws IOException {
    Path bare =
        Files.writeString(folder.resolve("bare.csv"), "JD,mag,err,band\n2456540.5,9,0.1,V\n");
    archive
        .commands
        .novacat("register", "--photometry", bare.toString(), "--nova", to.toString())
        .expect(ExitCode.OK);
    archive.commands.novacat("ingest-photometry").expect(ExitCode.OK);
  }

  @Test
  void survivorThatIsMergedToo_renewsTheReadmeThatNamedIt() throws IOException {
    BundleArchive archive = bundles.copy();
    NovaId twin = addNear(archive, "Twin", 0.001);
    NovaId triplet = addNear(archive, "Triplet", 0.002);
    addPhotometry(archive, triplet);
    archive.bundle();
    archive.commands.novacat("nova", "merge", "Triplet", "Twin").expect(ExitCode.OK);
    archive.commands.novacat("ingest-photometry").expect(ExitCode.OK);
    archive.bundle();
    assertThat(new String(archive.entry(triplet, "README.md"), UTF_8))
        .contains("Twin", twin.toString());
    archive.commands.novacat("nova", "merge", "Twin", bundles.first).expect(ExitCode.OK);
    archive.commands.novacat("ingest-photometry").expect(ExitCode.OK);

    archive.bundle();

    assertThat(new String(archive.entry(triplet, "README.md"), UTF_8))
        .contains(bundles.first, nova.toString())
        .doesNotContain(twin.toString());
    assertThat(archive.bundle("--all").get("status").asText()).isEqualTo("NOTHING_TO_DO");
  }

  @Test
  void novaWithNothing_hasNoBundle_andIsNotAskedAgain() throws IOException {
    BundleArchive archive = bundles.copy();
    archive.commands.novacat("nova", "add", "Nothing Yet").expect(ExitCode.OK);
    NovaId empty = archive.id("Nothing Yet");

    archive.bundle();

    assertThat(archive.folder(empty)).doesNotExist();
    assertThat(archive.bundle().get("status").asText()).isEqualTo("NOTHING_TO_DO");
    assertThat(archive.bundle("--all").get("status").asText()).isEqualTo("NOTHING_TO_DO");
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
}

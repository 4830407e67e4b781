package org.novacat.jobs.register;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.testing.Commands;
import org.novacat.persistence.Catalog;
import org.novacat.persistence.photometry.PhotometryUpload;
import org.novacat.persistence.product.SpectraProduct;

/** What cannot be read beside a file may say that nobody may see it, so the file stays out. */
class UnreadableSidecarTest {
  /** A file of Linux that is there, and fails when it is read. */
  private static final Path BROKEN = Path.of("/proc/self/mem");

  @TempDir private Path folder;
  private Path input;
  private Commands commands;

  @BeforeEach
  void writeSpectra() throws IOException {
    commands = new Commands(folder.resolve("workspace"));
    input = Files.createDirectories(folder.resolve("input"));
    write("a.dat", TextSpectra.plain(1));
    write("good/b.dat", TextSpectra.plain(2));
  }

  private void write(String name, String text) throws IOException {
    Path file = input.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private List<String> refused(String... arguments) {
    List<String> all = new ArrayList<>(List.of("register", "--nova", "V838 Her"));
    all.addAll(Arrays.asList(arguments));
    JsonNode report =
        commands.json(all.toArray(String[]::new)).expect(ExitCode.OK).json().get("look_at");
    List<String> refused = new ArrayList<>();
    report.forEach(
        one ->
            refused.add(
                one.get("what").asText().replaceAll(".*/", "") + " " + one.get("code").asText()));
    return refused;
  }

  private List<String> registered() {
    try (Catalog catalog = commands.catalog(Clock.systemUTC());
        Stream<SpectraProduct> spectra = catalog.products().all();
        Stream<PhotometryUpload> uploads = catalog.uploads().list()) {
      return Stream.concat(
              spectra.map(one -> one.locatorIdentity().replaceAll(".*/", "")),
              uploads.map(PhotometryUpload::filename))
          .toList();
    }
  }

  @Test
  void sidecarThatIsNoReadableFile_keepsItsSpectrumOut() throws IOException {
    List<Path> targets = List.of(BROKEN, Path.of("/no"), Path.of("/tmp"), Path.of("/dev/null"));
    List<String> expected = new ArrayList<>(List.of("a.dat SIDECAR_INVALID"));
    for (Path target : targets) {
      String name = "of" + target.getFileName() + ".dat";
      write(name, TextSpectra.plain(3));
      Files.createSymbolicLink(input.resolve(name + ".sidecar.json"), target);
      expected.add(name + " SIDECAR_INVALID");
    }
    Path sidecar = input.resolve("a.dat.sidecar.json");
    try (RandomAccessFile file = new RandomAccessFile(sidecar.toFile(), "rw")) {
      file.setLength((64 << 20) + 1);
    }

    assertThat(refused(input.toString())).containsAll(expected);
    assertThat(registered()).containsExactly("b.dat");
  }

  @Test
  void sidecarOfANamedFileThatLeadsNowhere_keepsItOut() throws IOException {
    Files.createSymbolicLink(input.resolve("a.dat.sidecar.json"), Path.of("/no"));
    Path manifest = Files.writeString(folder.resolve("list.csv"), "locator\ninput/a.dat\n");

    assertThat(refused(input.resolve("a.dat").toString())).containsExactly("a.dat SIDECAR_INVALID");
    assertThat(refused(manifest.toString())).containsExactly("list.csv line 2 SIDECAR_INVALID");
    assertThat(registered()).isEmpty();
  }

  @Test
  void textThatCannotBeRead_mayBeTheTableOfItsFolder() throws IOException {
    Files.createSymbolicLink(input.resolve("table.csv"), BROKEN);

    assertThat(refused(input.toString())).contains("a.dat SIDECAR_INVALID");
    assertThat(registered()).containsExactly("b.dat");
  }

  @Test
  void sourceDocumentThatCannotBeFollowed_keepsItsSpectrumOut() throws IOException {
    List<String> documents =
        List.of(
            "{\"credit_said\": {\"rights\": \"PRIVAT\"}}",
            "{\"credit_said\": {\"rights\": [\"PRIVATE\"]}}",
            "{\"credit_said\": \"PRIVATE\"}",
            "{\"credit_said\": {\"rights\": \"PRIV");
    for (int i = 0; i < documents.size(); i++) {
      write(i + "/primary.dat", TextSpectra.plain(3));
      write(i + "/source.json", documents.get(i));
      write(i + "/other.dat", TextSpectra.plain(4 + i));
    }

    assertThat(refused(input.toString()))
        .hasSize(documents.size())
        .containsOnly("primary.dat SIDECAR_INVALID");
    assertThat(refused(input.resolve("0/primary.dat").toString()))
        .containsExactly("primary.dat SIDECAR_INVALID");
    assertThat(registered()).doesNotContain("primary.dat").contains("a.dat", "other.dat");
  }

  @Test
  void sidecarThatIsDamagedInAnArchive_keepsItsSpectrumOut() throws IOException {
    Path archive = folder.resolve("night.zip");
    String sidecar = "{\"rights\": \"PRIVATE\"}";
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
      zip.setMethod(ZipOutputStream.STORED);
      put(zip, "a.dat", TextSpectra.plain(1));
      put(zip, "a.dat.sidecar.json", sidecar);
      put(zip, "b.dat", TextSpectra.plain(2));
    }
    byte[] bytes = Files.readAllBytes(archive);
    int at = new String(bytes, ISO_8859_1).indexOf(sidecar);
    bytes[at + 12] = '#';
    Files.write(archive, bytes);

    assertThat(refused(archive.toString()))
        .containsExactly("a.dat SIDECAR_INVALID", "a.dat.sidecar.json ARCHIVE_UNREADABLE");
    assertThat(registered()).containsExactly("b.dat");
  }

  @Test
  void sidecarThatIsTooLongInAnArchive_keepsItsSpectrumOut() throws IOException {
    Path archive = folder.resolve("night.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
      zip.setMethod(ZipOutputStream.STORED);
      put(zip, "a.dat", TextSpectra.plain(1));
      put(zip, "a.dat.sidecar.json", new byte[(64 << 20) + 1]);
      put(zip, "b.dat", TextSpectra.plain(2));
    }

    assertThat(refused(archive.toString())).containsExactly("a.dat SIDECAR_INVALID");
    assertThat(registered()).containsExactly("b.dat");
  }

  private static void put(ZipOutputStream zip, String name, String text) throws IOException {
    put(zip, name, text.getBytes(UTF_8));
  }

  private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    CRC32 sum = new CRC32();
    sum.update(bytes);
    ZipEntry entry = new ZipEntry(name);
    entry.setSize(bytes.length);
    entry.setCrc(sum.getValue());
    zip.putNextEntry(entry);
    zip.write(bytes);
  }

  @Test
  void sidecarOfPhotometryThatIsNoFile_keepsItsUploadOut() throws IOException {
    write("curve.csv", "JD,mag,band\n2456520.5,4.4,V\n");
    Files.createSymbolicLink(input.resolve("curve.csv.sidecar.json"), Path.of("/no"));

    assertThat(refused("--photometry", input.resolve("curve.csv").toString()))
        .containsExactly("curve.csv SOURCE_NOT_A_FILE");
    assertThat(registered()).isEmpty();
  }

  @Test
  void placesThatDoNotAgreeOnWhoMaySeeAFile_keepItOut() throws IOException {
    write("a.dat.sidecar.json", "{\"rights\": \"PUBLIC\"}");
    write("good/b.dat.sidecar.json", "{\"rights\": \"PRIVATE\"}");
    write("curve.csv", "JD,mag,band\n2456520.5,4.4,V\n");
    write("curve.csv.sidecar.json", "{\"rights\": \"PUBLIC\"}");
    String rows = "locator,rights\ninput/a.dat,PRIVATE\ninput/good/b.dat,PUBLIC\n";
    String list = Files.writeString(folder.resolve("list.csv"), rows).toString();
    rows = "locator,rights\ninput/curve.csv,PRIVATE\n";
    String uploads = Files.writeString(folder.resolve("uploads.csv"), rows).toString();

    assertThat(refused(list))
        .containsExactly("list.csv line 2 RIGHTS_CONFLICT", "list.csv line 3 RIGHTS_CONFLICT");
    assertThat(refused("--photometry", uploads))
        .containsExactly("uploads.csv line 2 RIGHTS_CONFLICT");
    assertThat(registered()).isEmpty();
  }

  @Test
  void sidecarOfAMemberThatDoesNotAgreeWithItsArchive_keepsTheMemberOut() throws IOException {
    try (ZipOutputStream zip =
        new ZipOutputStream(Files.newOutputStream(folder.resolve("night.zip")))) {
      put(zip, "a.dat", TextSpectra.plain(1));
      put(zip, "a.dat.sidecar.json", "{\"rights\": \"PUBLIC\"}");
      put(zip, "b.dat", TextSpectra.plain(2));
    }
    Path list =
        Files.writeString(folder.resolve("list.csv"), "locator,rights\nnight.zip,PRIVATE\n");

    assertThat(refused(list.toString())).containsExactly("a.dat RIGHTS_CONFLICT");
    assertThat(registered()).containsExactly("b.dat");
  }
}

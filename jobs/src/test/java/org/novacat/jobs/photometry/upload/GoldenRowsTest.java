package org.novacat.jobs.photometry.upload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.samples.SampleArchive;
import org.novacat.jobs.samples.SampleArchive.SampleSpec;
import org.novacat.jobs.samples.photometry.CurveArchive;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.photometry.PhotometryColumn;
import org.novacat.layouts.photometry.PhotometryRow;
import org.novacat.layouts.testing.SharedData;
import org.novacat.transforms.photometry.read.settings.UploadRefusedException;
import org.novacat.transforms.photometry.read.sidecar.SidecarException;
import org.novacat.transforms.photometry.row.RowRules;

/**
 * All rows of many files, as one digest for each version of the rules: when the rows change and the
 * version does not, archives would go on with rows of both kinds. Whoever changes rows on purpose
 * raises {@code RowRules.READERS} and writes the digests that this test prints to {@code
 * golden-rows.properties}.
 */
public class GoldenRowsTest {
  private static final long SEED = 2101;
  private static final String SIDECAR = ".sidecar.json";

  @TempDir Path folder;

  @Test
  void rowsOfTheSampleUploads_areThoseOfTheVersion() throws IOException {
    Path samples = folder.resolve("samples");
    SampleSpec spec = new SampleSpec(SEED, 5, 1);
    CurveArchive.write(samples, SEED, SampleArchive.write(folder.resolve("spectra"), spec).novae());

    assertGolden("samples", digest(samples));
  }

  @Test
  void rowsOfTheRealCorpus_areThoseOfTheVersion() throws IOException {
    assertGolden("corpus", digest(SharedData.photometry().resolve("files")));
  }

  /** The control: a digit is seen. */
  @Test
  void anotherDigit_givesAnotherDigest() throws IOException {
    Path file = Files.createDirectory(folder.resolve("one")).resolve("a.csv");
    Files.writeString(file, "star,JD,mag,band\nV339 Del,2456520.5,4.4,V\n");
    String before = digest(folder.resolve("one"));
    Files.writeString(file, "star,JD,mag,band\nV339 Del,2456520.5,4.5,V\n");

    assertThat(digest(folder.resolve("one"))).isNotEqualTo(before);
  }

  private static void assertGolden(String files, String digest) throws IOException {
    Properties golden = new Properties();
    try (InputStream in = GoldenRowsTest.class.getResourceAsStream("golden-rows.properties")) {
      golden.load(in);
    }
    assertThat(golden.getProperty("version"))
        .as("the version of the digests; of now it is %s=%s", files, digest)
        .isEqualTo(RowRules.VERSION);
    assertThat(digest)
        .as("rows of %s under '%s' (raise READERS of RowRules)", files, RowRules.VERSION)
        .isEqualTo(golden.getProperty(files));
  }

  private String digest(Path files) throws IOException {
    MessageDigest digest = ContentHash.sha256();
    try (Desk desk = new Desk(folder.resolve("store"));
        Stream<Path> all = Files.walk(files)) {
      for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile).sorted()::iterator) {
        if (!file.toString().endsWith(SIDECAR)) {
          digest.update((files.relativize(file) + "\n").getBytes(UTF_8));
          add(desk, file, digest);
        }
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(Desk desk, Path file, MessageDigest digest) throws IOException {
    Path beside = Path.of(file + SIDECAR);
    String sidecar = Files.exists(beside) ? Files.readString(beside) : "";
    byte[] bytes = Files.readAllBytes(file);
    PlannedUpload planned = desk.register(file.getFileName().toString(), bytes, sidecar);
    RejectedRows rejected = new RejectedRows(planned);
    String ending;
    try {
      UploadFile upload = UploadFile.of(desk.archive, planned, bytes, Long.MAX_VALUE);
      Survey survey = new Survey(upload, rejected);
      ending =
          upload
              .reader()
              .read(upload.file(), survey)
              .match(read -> "read", refused -> refused.refusal().code().name());
      survey.accepted().forEach(row -> digest.update(text(row).getBytes(UTF_8)));
    } catch (UploadRefusedException | SidecarException e) {
      ending = e.getClass().getSimpleName();
    }
    digest.update((ending + " " + rejected.counts() + "\n").getBytes(UTF_8));
  }

  private static String text(PhotometryRow row) {
    return Stream.of(PhotometryColumn.values())
            .map(column -> Objects.toString(column.cell(row), ""))
            .reduce("", (one, two) -> one + "\t" + two)
        + "\n";
  }
}

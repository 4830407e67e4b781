package org.novacat.jobs.photometry.ingest;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.IngestFileId;
import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.lock.LockAnswer;
import org.novacat.persistence.photometry.PhotometryPart;
import org.novacat.persistence.photometry.PhotometryTables;
import org.novacat.persistence.photometry.PhotometryUpload;
import org.novacat.persistence.photometry.UploadVerdict;
import org.novacat.persistence.testing.Photometry;

/** Novae that turn out to be others, and novae that something is wrong with. */
class MergedNovaeTest {
  private static final String NEW_NOVA = "PNV J20233073+2046041";
  private static final String BOTH =
      """
      star,JD,mag,err,band
      V339 Del,2456520.5,4.4,0.1,V
      PNV J20233073+2046041,2456521.5,4.6,0.1,V
      RS Oph,2453779.5,4.8,0.1,V
      PNV J20233073+2046041,2456522.5,4.7,0.1,V
      """;
  private static final String BARE = "JD,mag,err,band\n2456530.5,6.1,0.1,V\n";

  @TempDir Path folder;
  private PhotometryArchive archive;
  private Path uploads;

  @BeforeEach
  void start() throws IOException {
    uploads = Files.createDirectory(folder.resolve("uploads"));
    Files.writeString(uploads.resolve("both.csv"), BOTH);
    archive = new PhotometryArchive(folder.resolve("workspace"));
    archive.addNova("V339 Del", "--ra", "305.88", "--dec", "20.77");
    archive.addNova("RS Oph");
    archive
        .commands
        .novacat("nova", "add", NEW_NOVA, "--ra", "305.88", "--dec", "20.7714")
        .expect(ExitCode.OK);
  }

  @Test
  void photometryOfAMergedNova_moves_asIfTheNovaeHadAlwaysBeenOne() throws IOException {
    Path bare = Files.writeString(uploads.resolve("bare.csv"), BARE);
    PhotometryArchive early = archive.copyTo(folder.resolve("early"));
    String gone = archive.id(NEW_NOVA);
    archive.register(uploads, "--nova", NEW_NOVA);
    archive.ingest();
    assertThat(archive.rows(gone)).hasSize(3);
    merge(archive);

    JsonNode report = archive.ingest();

    assertThat(report.at("/uploads/ended/done").asInt()).isEqualTo(2);
    assertThat(archive.rows("V339 Del")).hasSize(4);
    assertThat(archive.rows(gone)).isEmpty();
    merge(early);
    early.register(uploads, "--nova", "V339 Del");
    early.ingest();
    assertThat(archive.table("V339 Del")).isEqualTo(early.table("V339 Del"));
    assertThat(archive.table("RS Oph")).isEqualTo(early.table("RS Oph"));
    assertThat(archive.commands.novacat("ingest-photometry").expect(ExitCode.OK).out())
        .contains("Nothing to do");
    assertThat(Files.readString(bare)).isEqualTo(BARE);
  }

  @Test
  void uploadThatWaitsForANovaMergedMeanwhile_isTheSurvivors() throws IOException {
    archive.register(Files.writeString(folder.resolve("bare.csv"), BARE), "--nova", NEW_NOVA);
    merge(archive);

    JsonNode report = archive.ingest();

    assertThat(report.at("/tables/ended/done").asInt()).isEqualTo(1);
    assertThat(archive.rows("V339 Del")).hasSize(1);
  }

  @Test
  void novaWhoseUploadIsGone_isOneProblem_andItsLockIsFree() throws IOException {
    archive.register(uploads);
    archive.register(Files.writeString(folder.resolve("bare.csv"), BARE), "--nova", "RS Oph");
    NovaId broken = NovaId.parse(archive.id("RS Oph"));
    breakPart(broken);

    JsonNode report =
        archive.commands.json("ingest-photometry").expect(ExitCode.UNREACHABLE).json();

    assertThat(report.at("/tables/ended/postponed").asInt()).isEqualTo(1);
    assertThat(report.at("/look_at/0/message").asText())
        .startsWith("table of nova %s: Cannot find upload".formatted(broken));
    assertThat(archive.rows("V339 Del")).hasSize(1);
    archive.withCatalog(
        catalog ->
            assertThat(catalog.locks().acquire(PhotometryTables.lock(broken)))
                .isInstanceOf(LockAnswer.Acquired.class));
  }

  /** It was to be decided so, and then something else was said of it. */
  @Test
  void partThatNoVerdictSpeaksOf_isInNoTable() throws IOException {
    archive.register(Files.writeString(folder.resolve("bare.csv"), BARE), "--nova", "V339 Del");
    archive.ingest();
    leavePart("V339 Del", "RS Oph");

    JsonNode report = archive.ingest();

    assertThat(report.at("/tables/planned").asInt()).isEqualTo(2);
    assertThat(archive.rows("V339 Del")).hasSize(1);
    assertThat(archive.objects()).doesNotContainKey(archive.tableKey("RS Oph"));
  }

  @Test
  void partOfAMergedNovaThatNoVerdictSpeaksOf_keepsNothingGoing() throws IOException {
    archive.register(Files.writeString(folder.resolve("bare.csv"), BARE), "--nova", "V339 Del");
    archive.ingest();
    leavePart("V339 Del", NEW_NOVA);
    merge(archive);

    JsonNode report = archive.ingest();

    assertThat(report.at("/uploads/planned").asInt()).isZero();
    assertThat(archive.rows("V339 Del")).hasSize(1);
  }

  /** As a run that dies between the transactions of an upload of very many novae leaves it. */
  private void leavePart(String of, String to) {
    NovaId other = NovaId.parse(archive.id(to));
    archive.withCatalog(
        catalog -> {
          PhotometryPart own =
              catalog.photometryTables().parts(NovaId.parse(archive.id(of))).get(0);
          PhotometryUpload decided = catalog.uploads().find(own.upload()).orElseThrow();
          UploadVerdict verdict = requireNonNull(decided.verdict());
          PhotometryPart left =
              new PhotometryPart(
                  other, own.upload(), own.object(), own.parquet(), own.rows(), own.meta());
          PhotometryUpload waiting = catalog.uploads().decideAgain(decided).orElseThrow();
          assertThat(Photometry.decide(catalog, waiting, verdict, List.of(own, left))).isTrue();
        });
  }

  /** Leaves the nova a part of an upload that nobody knows. */
  private void breakPart(NovaId nova) {
    archive.withCatalog(
        catalog -> {
          PhotometryUpload upload =
              catalog.uploads().waiting().filter(u -> nova.equals(u.novaId())).findFirst().get();
          UploadVerdict verdict =
              new UploadVerdict(
                  "csv",
                  1,
                  1,
                  0,
                  List.of(nova),
                  null,
                  "",
                  Map.of(),
                  null,
                  "",
                  upload.meta().createdAt());
          PhotometryPart part =
              new PhotometryPart(
                  nova,
                  IngestFileId.of(ContentHash.of(new byte[9])),
                  upload.raw(),
                  upload.raw(),
                  1,
                  upload.meta());
          assertThat(Photometry.decide(catalog, upload, verdict, List.of(part))).isTrue();
        });
  }

  private static void merge(PhotometryArchive of) {
    of.commands.novacat("nova", "merge", NEW_NOVA, "V339 Del").expect(ExitCode.OK);
  }
}

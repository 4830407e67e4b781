package org.novacat.jobs.photometry.upload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.layouts.photometry.FileRefusalCode;
import org.novacat.layouts.photometry.RowRejectionCode;
import org.novacat.layouts.testing.SharedData;
import org.novacat.persistence.store.Content;
import org.novacat.persistence.store.Pointer;
import org.novacat.transforms.photometry.read.settings.ReadSettings;

/** What is wrong with a file refuses it; what is wrong with the store does not. */
public class UploadProcessorTest {
  private static final String ROWS =
      "star,JD,mag,band\nV339 Del,2456520.5,4.4,V\nV339 Del,2456521.5,4.6,V\n";

  @TempDir Path folder;
  private Desk desk;

  @BeforeEach
  void open() {
    desk = new Desk(folder, "V339 Del", "RS Oph");
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"nova\": |Cannot read JSON",
        "[1]|it is no JSON object",
        "{\"rights\": \"CC-BY-NC\"}|'rights' is 'CC-BY-NC'",
        "{\"origin\": \"a friend\"}|'origin' is 'a friend'",
        "{\"time-system\": \"GJD\"}|'time-system' is 'GJD'",
        "{\"nuva\": \"V339 Del\"}|'nuva' is not one of its names"
      })
  void sidecarThatCannotBeUsed_refusesTheFile(String sidecar, String message) {
    DecidedUpload decided = desk.decide("a.csv", ROWS, sidecar);

    assertThat(decided.postponement()).isNull();
    assertThat(decided.refusal().code()).isEqualTo(FileRefusalCode.SIDECAR_INVALID);
    assertThat(decided.refusal().message())
        .startsWith("Cannot read sidecar 'a.csv.sidecar.json': ")
        .contains(message);
    assertThat(decided.refusal().remedy()).contains("register the file again");
    assertThat(desk.quarantined(decided, "context.json")).contains("SIDECAR_INVALID");
    assertThat(desk.quarantined(decided, "primary")).isEqualTo(ROWS);
  }

  @Test
  void sidecarOfManyMegabytes_refusesTheFile() {
    String sidecar = " ".repeat((16 << 20) + 1);

    DecidedUpload decided = desk.decide("a.csv", ROWS, sidecar);

    assertThat(decided.refusal().code()).isEqualTo(FileRefusalCode.SIDECAR_INVALID);
    assertThat(decided.refusal().message()).contains("is larger than 1048576 bytes");
  }

  @Test
  void faultOfTheProgram_refusesTheFile_andAllItsRowsAreAccountedFor() {
    String two = ROWS + "RS Oph,2456521.5,4.6,V\nRS Oph,never,4.6,V\n";
    PlannedUpload impossible = desk.register("a/b.csv", two.getBytes(UTF_8), "");

    DecidedUpload decided = desk.decide(impossible);

    assertThat(decided.refusal().code()).isEqualTo(FileRefusalCode.READER_FAILED);
    assertThat(decided.refusal().message()).contains("a/b.csv").contains(" at ");
    assertThat(decided.rows()).isEqualTo(4);
    assertThat(decided.leftOut()).isEqualTo(3);
    assertThat(decided.rejected()).isEqualTo(Map.of(RowRejectionCode.EPOCH_UNPARSABLE, 1L));
  }

  @Test
  void fileBeyondTheLimit_isRefused_withoutFetchingIt() {
    PlannedUpload small = desk.register("a.csv", ROWS.getBytes(UTF_8), "");
    PlannedUpload large =
        new PlannedUpload(
            small.id(),
            small.filename(),
            new Pointer(
                "bucket",
                ObjectKey.of("raw/photometry/nothing/there"),
                ReadSettings.MAX_BYTES + 1,
                "",
                small.raw().sha256()),
            new TreeMap<>(),
            null,
            "operator_upload",
            Desk.NOW,
            Desk.NOW,
            null);

    assertThat(desk.decide(large).refusal().code()).isEqualTo(FileRefusalCode.FILE_TOO_LARGE);
  }

  @Test
  void objectThatIsGone_orIsAnother_refusesTheUploadForTheDamage() {
    PlannedUpload upload = desk.register("a.csv", ROWS.getBytes(UTF_8), "");
    desk.store.put(upload.raw().key(), Content.of(new byte[3]));
    DecidedUpload changed = desk.decide(upload);
    desk.store.delete(upload.raw().key());
    DecidedUpload missing = desk.decide(upload);

    assertThat(changed.refusal().code()).isEqualTo(FileRefusalCode.RAW_CHANGED);
    assertThat(changed.refusal().message()).contains("its SHA-256 is");
    assertThat(missing.refusal().code()).isEqualTo(FileRefusalCode.RAW_MISSING);
    assertThat(missing.refusal().message()).contains(upload.raw().key().toString());
  }

  @Test
  void rowsWithoutABand_countAgainstTheFile() {
    String rows =
        """
        star,JD,mag,band
        V339 Del,2456520.5,4.4,V
        V339 Del,2456521.5,4.6,Q9
        V339 Del,2456522.5,4.6,Q9
        """;

    DecidedUpload decided = desk.decide("a.csv", rows, "");

    assertThat(decided.refusal().code()).isEqualTo(FileRefusalCode.TOO_MANY_REJECTED_ROWS);
    assertThat(decided.refusal().message()).contains("2 of 3 rows were rejected");
    assertThat(decided.refusal().remedy()).contains("\"bands\"");
    assertThat(decided.rows()).isEqualTo(3);
    assertThat(decided.accepted()).isZero();
    assertThat(decided.leftOut()).isEqualTo(1);
    assertThat(desk.quarantined(decided, "context.json")).contains("\"rows_in_refused_file\" : 1");
    assertThat(desk.quarantined(decided, "rows.jsonl")).hasLineCount(2);
  }

  @Test
  void excludedBandsAndUnknownNovae_doNotCountAgainstTheFile() {
    String rows =
        """
        star,JD,mag,band
        V339 Del,2456520.5,4.4,V
        V339 Del,2456521.5,4.6,STD
        V339 Del,2456522.5,4.6,STD
        Nobody,2456522.5,4.6,V
        """;

    DecidedUpload decided = desk.decide("a.csv", rows, "");

    assertThat(decided.refusal()).isNull();
    assertThat(decided.accepted()).isEqualTo(1);
    assertThat(decided.rejected())
        .isEqualTo(
            Map.of(RowRejectionCode.BAND_EXCLUDED, 2L, RowRejectionCode.OBJECT_UNRESOLVED, 1L));
  }

  @Test
  void rowsOfAFileThatNobodyKnows_areRead() {
    DecidedUpload decided = desk.decide("a.csv", "star,JD,mag,band\nNobody,2456520.5,4.4,V\n", "");

    assertThat(decided.refusal().code()).isEqualTo(FileRefusalCode.OBJECT_MISSING);
    assertThat(decided.rows()).isEqualTo(1);
    assertThat(decided.leftOut()).isEqualTo(1);
  }

  @Test
  void namesOfTwoNovaeForOneRow_areAmbiguous_andTheIdSettlesIt() {
    String both = ROWS.replace("V339 Del", "V339 Del = RS Oph");

    DecidedUpload decided = desk.decide("a.csv", both, "");
    DecidedUpload settled =
        desk.decide("b.csv", both, "{\"nova\": \"%s\"}".formatted(desk.id("V339 Del")));

    assertThat(decided.refusal().code()).isEqualTo(FileRefusalCode.OBJECT_MISSING);
    assertThat(decided.refusal().message())
        .contains("'V339 Del = RS Oph' stands for several novae")
        .contains(desk.id("RS Oph").toString());
    assertThat(decided.refusal().remedy())
        .isEqualTo("Say which in a sidecar: \"nova\": \"%s\"".formatted(desk.id("V339 Del")));
    assertThat(settled.accepted()).isEqualTo(2);
  }

  /** Dashes of Unicode, two ways to number novae, two names in one cell, and none. */
  @Test
  void namesOfTheField_leadToTheirNovae() throws IOException {
    Path file = SharedData.field().resolve("photometry/object_names.csv");
    String[] novae = {
      "V1405 Cas", "Nova Sco 2018 No. 2", "V906 Car", "ASASSN-18fw", "AT 2018bej", "V1674 Her"
    };
    try (Desk all = new Desk(folder, novae)) {
      DecidedUpload decided = all.decide("object_names.csv", Files.readString(file), "");

      assertThat(decided.rows()).isEqualTo(8);
      assertThat(decided.accepted()).isEqualTo(5);
      assertThat(decided.rejected()).isEqualTo(Map.of(RowRejectionCode.OBJECT_UNRESOLVED, 3L));
    }
  }
}

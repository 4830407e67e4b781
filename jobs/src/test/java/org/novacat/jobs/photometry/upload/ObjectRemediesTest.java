package org.novacat.jobs.photometry.upload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.photometry.FileRefusalCode;

/** Whoever does to the letter what a refusal for want of a nova says has rows of the right one. */
class ObjectRemediesTest {
  private static final Pattern NOVA = Pattern.compile("\"nova\": \"[^\"]+\"");

  private static final String NAMED =
      """
      star,JD,mag,band
      V339 Del = RS Oph,2456520.5,4.4,V
      """;

  @TempDir Path folder;
  private Desk desk;

  @BeforeEach
  void open() {
    desk = new Desk(folder.resolve("one"), "V339 Del", "RS Oph");
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void fileOfNobody_withTheSidecarOfItsRefusal_isOfThatNova() {
    String rows = "JD,mag,band\n2456520.5,4.4,V\n";

    assertThat(novae(desk.decide("a.csv", rows, sidecar("a.csv", rows))))
        .containsExactly(desk.id("V339 Del"));
  }

  @Test
  void fileOfNobody_registeredWithANova_isOfThatNova() {
    String rows = "JD,mag,band\n2456520.5,4.4,V\n";
    PlannedUpload plain = desk.register("a.csv", rows.getBytes(UTF_8), "");

    assertThat(desk.decide(plain).refusal().remedy()).contains("--nova NAME");
    PlannedUpload named =
        new PlannedUpload(
            plain.id(),
            plain.filename(),
            plain.raw(),
            plain.companions(),
            desk.id("RS Oph"),
            plain.dataOrigin(),
            plain.registeredAt(),
            plain.due(),
            plain.logs());
    assertThat(novae(desk.decide(named))).containsExactly(desk.id("RS Oph"));
  }

  @Test
  void nameOfSeveral_withTheSidecarOfItsRefusal_isTheOneThatItSays() {
    assertThat(novae(desk.decide("a.csv", NAMED, sidecar("a.csv", NAMED))))
        .containsExactly(desk.id("V339 Del"));
  }

  /** The same sidecar for all rows would file those of the other object under this nova. */
  @Test
  void nameOfSeveralBesideAnother_isUploadedAlone() {
    String both = NAMED + "Nobody,2456521.5,9.4,V\n";

    assertThat(desk.decide("a.csv", both, "").refusal().remedy())
        .startsWith("Upload the rows of each object as a file of its own");
    DecidedUpload alone = desk.decide("b.csv", NAMED, sidecar("a.csv", both));
    assertThat(novae(alone)).containsExactly(desk.id("V339 Del"));
    assertThat(alone.accepted()).isEqualTo(1);
  }

  @Test
  void nameOfNobody_addedToTheArchive_isOfThatNova() {
    String rows = "star,JD,mag,band\nNova Ret 2020,2459050.5,4.4,V\n";

    assertThat(desk.decide("a.csv", rows, "").refusal().remedy()).contains("novacat nova add");
    try (Desk with = new Desk(folder.resolve("two"), "Nova Ret 2020")) {
      assertThat(novae(with.decide("a.csv", rows, ""))).containsExactly(with.id("Nova Ret 2020"));
    }
  }

  /** The sidecar that the refusal of a file prints. */
  private String sidecar(String name, String rows) {
    DecidedUpload decided = desk.decide(name, rows, "");
    assertThat(decided.refusal().code()).isEqualTo(FileRefusalCode.OBJECT_MISSING);
    Matcher printed = NOVA.matcher(decided.refusal().remedy());
    assertThat(printed.find()).as(decided.refusal().remedy()).isTrue();
    return "{" + printed.group() + "}";
  }

  private static List<NovaId> novae(DecidedUpload decided) {
    assertThat(decided.refusal()).isNull();
    return decided.parts().stream().map(DecidedUpload.Part::nova).toList();
  }
}

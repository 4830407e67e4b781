package org.novacat.persistence.nova;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.novacat.layouts.id.JobRunId;
import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.item.ItemMeta;

class NovaBookTest {
  private static final NovaBook BOOK =
      NovaBook.of(
          Stream.of(
              nova(1, "V906 Car", "ASASSN-18fv"),
              nova(2, "V1674 Her"),
              nova(3, "Nova Sco 2018 No. 2"),
              nova(4, "PNV J17224490-4137160", "AT 2018bej"),
              nova(5, "V1405Cas")));

  private static Nova nova(int number, String name, String... aliases) {
    Instant now = Instant.parse("2026-11-21T00:00:00Z");
    ItemMeta meta = new ItemMeta(now, now, 1, JobRunId.mint());
    return new Nova(
        id(number),
        name,
        List.of(aliases),
        null,
        IdentityStatus.ACTIVE,
        null,
        null,
        List.of(),
        Map.of(),
        meta);
  }

  private static NovaId id(int number) {
    return NovaId.parse("00000000-0000-4000-8000-00000000000" + number);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "V906 Car = ASASSN-18fv; 1",
        "V906 Car=ASASSN-18fv; 1",
        "ASASSN‑18fv; 1",
        "ASASSN-18fv (V906 Car); 1",
        "V906 CAR / ASASSN-18FV; 1",
        "V906_Car; 1",
        "V1674 Her (Nova Her 2021); 2",
        "V1674Her; 2",
        "Nova Sco 2018 No.2; 3",
        "Nova Sco 2018 #2; 3",
        "AT2018bej; 4",
        "PNV J17224490−4137160; 4",
        "PNV_J17224490-4137160; 4",
        "V1405 Cas; 5"
      })
  void namesOfOneNova_leadToIt(String text, int number) {
    assertThat(BOOK.named(text)).containsExactly(id(number));
    assertThat(BOOK.only(text)).isEqualTo(id(number));
  }

  @ParameterizedTest
  @ValueSource(strings = {"V906 Car = V1674 Her", "V906 Car / V1674 Her", "V906 Car (V1674 Her)"})
  void namesOfTwoNovae_leadToBoth_soThatNeitherIsTaken(String text) {
    assertThat(BOOK.named(text)).containsExactly(id(1), id(2));
    assertThat(BOOK.only(text)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "V1674 Her (comp 1)",
        "V1674 Her (Comp 1)",
        "V1674 Her, check star",
        "V1674 Her / B",
        "= ()",
        "Nova Sco 2018",
        "near V1674 Her",
        "V1674 Her (Check V2)",
        "other"
      })
  void otherStars_areNobody(String text) {
    assertThat(BOOK.named(text)).isEmpty();
  }
}

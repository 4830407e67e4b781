package org.novacat.layouts.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novacat.layouts.testing.Seeded;

class UuidsTest {
  /** RFC 9562, section 6.6. */
  private static final UUID NAMESPACE_DNS = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

  @Test
  void version5_isThatOfTheStandard() {
    // RFC 9562, appendix A.4
    assertThat(Uuids.version5(NAMESPACE_DNS, "www.example.com"))
        .hasToString("2ed6657d-e927-568b-95e1-2665a8aea6a2");
  }

  @Test
  void stamped_isThatOfTheStandard() {
    // RFC 9562, appendix B.2: the hash that its example of version 8 begins with
    UUID stamped = Uuids.stamped(0x5c146b143c524afdL, 0x938a375d0df1fbf6L, 8);

    assertThat(stamped).hasToString("5c146b14-3c52-8afd-938a-375d0df1fbf6");
    assertThat(stamped.version()).isEqualTo(8);
    assertThat(stamped.variant()).isEqualTo(2);
  }

  @Test
  void anyUuid_parsesFromItsText() {
    Seeded.cases(
        1000,
        random -> {
          UUID id = new UUID(random.nextLong(), random.nextLong());

          assertThat(Uuids.parse("id", id.toString())).isEqualTo(id);
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1-1-1-1-1",
        "2ED6657D-E927-568B-95E1-2665A8AEA6A2",
        "2ed6657de927568b95e12665a8aea6a2",
        "2ed6657d-e927-568b-95e1-2665a8aea6a2\n"
      })
  void otherSpelling_isRefused(String text) {
    assertThatThrownBy(() -> Uuids.parse("nova id", text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Cannot read nova id: '%s' is not a UUID (36 characters, lower case)".formatted(text));
  }
}

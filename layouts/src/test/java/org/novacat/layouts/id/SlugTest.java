package org.novacat.layouts.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.novacat.layouts.testing.Seeded;

class SlugTest {
  @ParameterizedTest
  @CsvSource({
    "Customer Data Pipeline, customer-data-pipeline",
    "Ingest Countries, ingest-countries",
    "Load_Orders_2024, load-orders-2024",
    "'  __Trim me__ ', trim-me",
    "'50% (off)!', 50-off",
    "V1324 Sco/Nüva, v1324-sconva",
    "a  b, a--b"
  })
  void name_becomesASlugByTheRules(String name, String slug) {
    assertThat(Slug.ofName(name)).hasToString(slug);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "___", "新星", "-", "!?"})
  void nameWithNothingLeft_isRefused(String name) {
    assertThatThrownBy(() -> Slug.ofName(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Cannot make a slug of '%s': nothing is left (use letters a-z or digits)"
                .formatted(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-a", "a-", "A", "a_b", "a b"})
  void illegalSlug_isRefused(String text) {
    assertThatThrownBy(() -> new Slug(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Cannot use slug '%s': a slug is a-z, 0-9 and '-', without '-' at its ends"
                .formatted(text));
  }

  @Test
  void slugOfASlug_isItself() {
    Seeded.cases(
        1000,
        random -> {
          String name =
              "x"
                  + random
                      .ints(8, 32, 500)
                      .collect(
                          StringBuilder::new,
                          StringBuilder::appendCodePoint,
                          StringBuilder::append);
          Slug slug = Slug.ofName(name);

          assertThat(Slug.ofName(slug.text())).isEqualTo(slug);
        });
  }

  @Test
  void machinesLanguage_changesNothing() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));

      assertThat(Slug.ofName("IRIS")).hasToString("iris");
    } finally {
      Locale.setDefault(before);
    }
  }
}

package org.novacat.transforms.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novacat.layouts.testing.Seeded;

class JsonTextTest {
  private static final ObjectMapper OTHER = new ObjectMapper();

  @Test
  void numbers_keepTheirDigits() {
    assertThat(JsonText.parse("[44037.20000, -1E-3]"))
        .isEqualTo(List.of(new JsonText.Literal("44037.20000"), new JsonText.Literal("-1E-3")));
  }

  @Test
  void texts_areReadAsAnotherLibraryWritesThem() {
    Seeded.cases(
        500,
        random -> {
          ArrayNode written = JsonNodeFactory.instance.arrayNode();
          for (int i = random.nextInt(5); i >= 0; i--) {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(12), 1, 0x2FF).forEach(text::appendCodePoint);
            written.add(text.toString());
          }

          Object read = JsonText.parse(OTHER.writeValueAsString(written));

          assertThat(OTHER.valueToTree(read).toString()).isEqualTo(written.toString());
        });
  }

  @Test
  void objects_areMaps() {
    assertThat(JsonText.parse(" {\"a\": {\"b\": [true, false, null]}} ").toString())
        .isEqualTo(Map.of("a", "{b=[true, false, null]}").toString().replace("\"", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[1,]",
        "{\"a\" 1}",
        "[1 2]",
        "tru",
        "\"abc",
        "[1] x",
        "\"\\u12\"",
        "\"\\q\""
      })
  void brokenText_isRefused_withItsLine(String text) {
    assertThatThrownBy(() -> JsonText.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Cannot read JSON")
        .hasMessageContaining("in line 1");
  }

  @Test
  void nestingWithoutEnd_isRefused() {
    assertThatThrownBy(() -> JsonText.parse("[".repeat(100_000)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("levels");
  }
}

package org.novacat.layouts.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTemplateTest {
  private static final String UUID = "4e9b0e88-3a51-4a5e-9a5a-0123456789ab";

  @Test
  void fields_formatAndParseBack() {
    KeyTemplate template = KeyTemplate.of("q/{id:uuid}/{at:timestamp}/v{v:version}/{rest:path}");
    KeyFields fields =
        KeyFields.of("id", UUID)
            .and("at", "2026-02-21T20:45:10Z")
            .and("v", "1.0.0")
            .and("rest", "a/b c.fits");

    ObjectKey key = template.format(fields);

    assertThat(key).hasToString("q/" + UUID + "/2026-02-21T20:45:10Z/v1.0.0/a/b c.fits");
    assertThat(template.parse(key)).contains(fields);
    assertThat(template.fieldNames()).containsExactly("id", "at", "v", "rest");
    assertThat(template.literalPrefix()).isEqualTo("q/");
  }

  @ParameterizedTest
  @CsvSource({
    "a/{id:uuid}/x, a/4E9B0E88-3a51-4a5e-9a5a-0123456789ab/x",
    "a/{id:uuid}/x, a/4e9b0e88/x",
    "a/{id:uuid}/x, b/4e9b0e88-3a51-4a5e-9a5a-0123456789ab/x",
    "a/{id:uuid}/x, a/4e9b0e88-3a51-4a5e-9a5a-0123456789ab/x/y",
    "a/{t:timestamp}, a/2026-02-30T00:00:00Z",
    "a/{t:timestamp}, a/2026-02-21T24:00:00Z",
    "a/{t:timestamp}, a/2026-02-21T20:45:10.5Z",
    "a/{n:filename}, a/b/c",
    "a/{n:filename}.fits, a/..fits",
    "a/{v:version}, a/1..2",
    "a/{v:version}, a/v1",
    "a/{s:slug}, a/-b",
    "a/{s:text}, a/_b",
    "a.b, axb"
  })
  void keyOfAnotherShape_parsesToNothing(String template, String key) {
    assertThat(KeyTemplate.of(template).parse(ObjectKey.of(key))).isEmpty();
  }

  @Test
  void fieldThatStandsTwice_hasOneValue() {
    KeyTemplate template = KeyTemplate.of("{job:slug}/{job:slug}__{run:text}.csv");

    assertThat(template.format(KeyFields.of("job", "load").and("run", "x1")))
        .hasToString("load/load__x1.csv");
    assertThat(template.parse(ObjectKey.of("load/save__x1.csv"))).isEmpty();
  }

  @Test
  void userName_isKeptInNfc() {
    KeyTemplate template = KeyTemplate.of("up/{name:filename}");
    String decomposed = "E\u0301toile.csv";

    ObjectKey key = template.format(KeyFields.of("name", decomposed));

    assertThat(key).hasToString("up/\u00c9toile.csv");
    assertThat(template.parse(ObjectKey.of("up/" + decomposed))).isEmpty();
  }

  @Test
  void fieldsThatDoNotFit_areRefused() {
    KeyTemplate template = KeyTemplate.of("a/{id:uuid}");

    assertThatThrownBy(() -> template.format(KeyFields.of("ID", UUID)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Cannot format key 'a/{id:uuid}': given are fields [ID] (it needs [id])");
    assertThatThrownBy(() -> template.format(KeyFields.of("id", UUID).and("x", "y")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Cannot format key 'a/{id:uuid}': given are fields [id, x] (it needs [id])");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          uuid      | 4E9B0E88 | it must be a UUID in lower case
          slug      | a_b      | it must be a slug: a-z, 0-9 and '-', no '-' at its ends
          timestamp | 2026     | it must be a UTC time in whole seconds such as 2026-02-21T20:45:10Z
          timestamp | 2026-02-30T00:00:00Z | no such date
          timestamp | 2026-02-21T24:00:00Z | no such time of day
          version   | v2       | it must be a version: numbers parted by dots
          text      | a/b      | it must be a name of letters, digits, '.', '_' and '-' that begins with a letter or digit
          release   | latest   | it must be a release id such as 20260221-4e9b0e88
          filename  | a/b      | it must be a file name without '/'
          filename  | ..       | segment 1, '..', is a step between folders (write the path without it)
          path      | /etc/x   | it begins or ends with '/' (leave the slash out)
          path      | a/../b   | segment 2, '..', is a step between folders (write the path without it)
          path      | a\\b     | segment 1, 'a\\b', holds '\\' (U+005C), which no key may hold (rename it)
          """,
      delimiter = '|',
      quoteCharacter = '"')
  void valueOfAnotherType_isRefusedWithTheReason(String type, String value, String why) {
    KeyTemplate template = KeyTemplate.of("a/{x:" + type + "}");

    assertThatThrownBy(() -> template.format(KeyFields.of("x", value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Cannot put '%s' into a key as x: %s".formatted(value, why));
  }

  @Test
  void keyTooLongAsAWhole_isRefused() {
    KeyTemplate template = KeyTemplate.of("prefix/{x:filename}");

    assertThatThrownBy(() -> template.format(KeyFields.of("x", "a".repeat(1018))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("it has 1025 bytes of UTF-8 (a key has 1 to 1024)");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          ''                  | it is empty
          a/{x}               | 'a/{x}' is no field (write {name:type})
          a/{x:uuid           | 'a/{x:uuid' is no field (write {name:type})
          a/{x:number}        | field 'x' has no known type 'number'
          a/{x:path}/b        | path 'x' must be the last segment, all of it
          a/b{x:path}         | path 'x' must be the last segment, all of it
          {x:slug}{y:slug}    | where field 'x' ends cannot be seen before '{y:slug}'
          {x:slug}-{y:slug}   | where field 'x' ends cannot be seen before '-'
          {x:filename}__{y:slug}.csv | where field 'x' ends cannot be seen before '__'
          """,
      delimiter = '|',
      quoteCharacter = '"')
  void ambiguousTemplate_isRefused(String text, String why) {
    String template = text.equals("''") ? "" : text;

    assertThatThrownBy(() -> KeyTemplate.of(template))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Cannot read key template '%s': %s".formatted(template, why));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{x:slug}__{y:slug}__src__{z:filename}",
        "{x:text}/{y:text}",
        "{x:filename}.fits",
        "at={t:timestamp}/{x:slug}",
        "{x:text}-v/{y:slug}"
      })
  void templateWhoseFieldsCanBeTold_isTaken(String text) {
    assertThat(KeyTemplate.of(text)).hasToString(text).isEqualTo(KeyTemplate.of(text));
  }

  @Test
  void missingField_isNamed() {
    assertThatThrownBy(() -> KeyFields.of("id", UUID).text("nova_id"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Cannot read field 'nova_id' of a key: the key has [id]");
  }
}

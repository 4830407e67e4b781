package org.novacat.layouts.novacat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.novacat.layouts.key.KeyFields;
import org.novacat.layouts.key.KeyLayout;
import org.novacat.layouts.key.KeyMatch;
import org.novacat.layouts.key.LayoutEntry;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.layouts.key.TemplateValues;
import org.novacat.layouts.testing.Seeded;

class NovaCatLayoutsTest {
  private static final List<KeyLayout> LAYOUTS =
      List.of(NovaCatPrivate.LAYOUT, NovaCatPublic.LAYOUT);

  private static Stream<LayoutEntry> lines() {
    return LAYOUTS.stream().flatMap(layout -> layout.entries().stream());
  }

  @ParameterizedTest
  @MethodSource("lines")
  void anyFields_formatAndParseBack(LayoutEntry line) {
    Seeded.cases(
        1000,
        random -> {
          KeyFields fields = TemplateValues.fields(line.template(), random);

          ObjectKey key = line.template().format(fields);

          assertThat(line.template().parse(key)).contains(fields);
        });
  }

  @ParameterizedTest
  @MethodSource("lines")
  void anyKey_followsItsLineAlone(LayoutEntry line) {
    Seeded.cases(
        1000,
        random -> {
          ObjectKey key = line.template().format(TemplateValues.fields(line.template(), random));

          List<LayoutEntry> takers =
              lines().filter(other -> other.template().parse(key).isPresent()).toList();

          assertThat(takers).as("lines that take %s", key).containsExactly(line);
        });
  }

  @ParameterizedTest
  @MethodSource("lines")
  void anyKey_isMatchedByItsOwnLayoutOnly(LayoutEntry line) {
    Seeded.cases(
        1000,
        random -> {
          KeyFields fields = TemplateValues.fields(line.template(), random);
          ObjectKey key = line.template().format(fields);

          List<KeyMatch> matches = LAYOUTS.stream().flatMap(l -> l.match(key).stream()).toList();

          assertThat(matches).containsExactly(new KeyMatch(line, fields));
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "raw/spectra/primary.fits",
        "raw/spectra/4e9b0e88-1111-4222-8333-444455556666/4e9b0e88-1111-4222-8333-444455556666/primary.flm",
        "raw/spectra/4e9b0e88-1111-4222-8333-444455556666/primary.fits",
        "raw/photometry/uploads/4e9b0e88-1111-4222-8333-444455556666/original/a/b.csv",
        "derived/photometry/4e9b0e88-1111-4222-8333-444455556666/photometry_table.csv",
        "bundles/4e9b0e88-1111-4222-8333-444455556666/part.zip",
        "workflow-payloads/ingest/20251006-a3b4c5d6/input.json",
        "releases/latest/index.html",
        "current",
        "tmp/x"
      })
  void keyOfNoLine_isNotMatched(String key) {
    assertThat(LAYOUTS).allSatisfy(l -> assertThat(l.match(ObjectKey.of(key))).isEmpty());
  }

  @Test
  void aPathOfTheSiteThatLooksLikeAnotherLine_staysOneLine() {
    ObjectKey key = ObjectKey.of("current/releases/20260221-4e9b0e88/index.html");

    assertThat(NovaCatPublic.LAYOUT.match(key))
        .hasValueSatisfying(match -> assertThat(match.entry()).isEqualTo(NovaCatPublic.CURRENT));
  }
}

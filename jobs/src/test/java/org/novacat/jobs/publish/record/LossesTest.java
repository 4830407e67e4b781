package org.novacat.jobs.publish.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.novacat.jobs.publish.record.Losses.Kind.ADDED;
import static org.novacat.jobs.publish.record.Losses.Kind.FEWER_ROWS;
import static org.novacat.jobs.publish.record.Losses.Kind.GONE;
import static org.novacat.jobs.publish.record.Losses.Kind.NEW_INPUT;
import static org.novacat.jobs.publish.record.Losses.Kind.NEW_RULES;
import static org.novacat.jobs.publish.record.Losses.Kind.UNEXPLAINED;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.IngestFileId;
import org.novacat.layouts.spectrum.Medium;
import org.novacat.layouts.spectrum.TimeScale;

class LossesTest {
  private static final ProductFacts FACTS =
      new ProductFacts(
          Medium.AIR, TimeScale.UTC, "CC-BY-4.0", "", "10.1/2", "thanks", null, 56520.5);

  private static ReleasedProduct product(
      int number, String input, String output, String rules, long rows) {
    DataProductId id = new DataProductId(new UUID(1, number));
    return new ReleasedProduct(
        id, "product " + number, hash(input), hash(output), rules, rows, uploads(rows), FACTS);
  }

  private static List<IngestFileId> uploads(long rows) {
    return rows == ReleasedProduct.SPECTRUM ? List.of() : List.of(IngestFileId.of(hash("upload")));
  }

  private static ReleasedProduct spectrum(int number, String input, String output, String rules) {
    return product(number, input, output, rules, ReleasedProduct.SPECTRUM);
  }

  private static ContentHash hash(String text) {
    return ContentHash.of(text.getBytes(StandardCharsets.UTF_8));
  }

  private static SortedMap<String, ReleaseUnit> release(ReleasedProduct... products) {
    ReleaseFile file = new ReleaseFile("nova/x/index.html", 3, "etag", hash("page"));
    ReleaseUnit unit =
        new ReleaseUnit("nova/x", "V339 Del", hash("c"), List.of(file), List.of(products));
    return new TreeMap<>(Map.of(unit.name(), unit));
  }

  private static List<Losses.Kind> kinds(Losses losses) {
    return losses.changes().stream().map(Losses.Change::kind).toList();
  }

  @Test
  void equalReleases_differInNothing() {
    Losses losses =
        Losses.between(
            release(spectrum(1, "a", "b", "p@1")), release(spectrum(1, "a", "b", "p@1")));

    assertThat(losses.changes()).isEmpty();
    assertThat(losses.isAcceptable(0)).isTrue();
  }

  @Test
  void otherResult_isExplainedByInputOrRules_orStopsTheRelease() {
    SortedMap<String, ReleaseUnit> before = release(spectrum(1, "a", "b", "p@1"));

    Losses input = Losses.between(before, release(spectrum(1, "x", "y", "p@1")));
    Losses rules = Losses.between(before, release(spectrum(1, "a", "y", "p@2")));
    Losses nothing = Losses.between(before, release(spectrum(1, "a", "y", "p@1")));

    assertThat(kinds(input)).containsExactly(NEW_INPUT);
    assertThat(kinds(rules)).containsExactly(NEW_RULES);
    assertThat(rules.changes().get(0).detail()).isEqualTo("p@2, was p@1");
    assertThat(kinds(nothing)).containsExactly(UNEXPLAINED);
    assertThat(input.isAcceptable(0)).isTrue();
    assertThat(rules.isAcceptable(0)).isTrue();
    assertThat(nothing.isAcceptable(100)).isFalse();
  }

  @Test
  void plantedLosses_stopTheRelease_unlessTheyAreAllowed() {
    SortedMap<String, ReleaseUnit> before =
        release(
            spectrum(1, "a", "b", "p@1"),
            spectrum(2, "c", "d", "p@1"),
            product(3, "e", "f", "r", 100));

    Losses gone =
        Losses.between(
            before, release(spectrum(1, "a", "b", "p@1"), product(3, "e", "f", "r", 100)));
    Losses rows =
        Losses.between(
            before,
            release(
                spectrum(1, "a", "b", "p@1"),
                spectrum(2, "c", "d", "p@1"),
                product(3, "x", "y", "r", 99)));
    Losses all = Losses.between(before, new TreeMap<>());

    assertThat(kinds(gone)).containsExactly(GONE);
    assertThat(gone.isAcceptable(0)).isFalse();
    assertThat(gone.isAcceptable(50)).isTrue();
    assertThat(kinds(rows)).containsExactly(FEWER_ROWS);
    assertThat(rows.isAcceptable(0)).isFalse();
    assertThat(rows.isAcceptable(1)).isTrue();
    assertThat(all.isAcceptable(50)).isFalse();
    assertThat(all.lost()).hasSize(4);
    assertThat(kinds(Losses.between(new TreeMap<>(), before)))
        .containsExactly(ADDED, ADDED, ADDED, ADDED);
  }

  @Test
  void list_isReadBackAsItWasWritten(@TempDir Path folder) throws IOException {
    SortedMap<String, ReleaseUnit> units =
        release(spectrum(1, "a", "b", "p@1"), product(3, "e", "f", "r", 100));
    Path file = folder.resolve("files.jsonl");

    FilesList.write(file, units.values());

    assertThat(FilesList.read(new ByteArrayInputStream(Files.readAllBytes(file)))).isEqualTo(units);
  }
}

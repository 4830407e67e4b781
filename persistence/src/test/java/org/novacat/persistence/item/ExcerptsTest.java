package org.novacat.persistence.item;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.novacat.persistence.table.Attribute;
import org.novacat.persistence.table.ItemKey;
import org.novacat.persistence.table.ItemSize;
import org.novacat.persistence.table.RawItem;

class ExcerptsTest {
  private static final String HUGE = "x".repeat(435_000);

  private static Stream<Field<String>> textsOfFilesAndPersons() {
    return Stream.of(
            "Attempt.task_name",
            "Attempt.error_fingerprint",
            "IdempotencyLock.outcome",
            "PhotometryUpload.source_format",
            "PhotometryUpload.refusal_message",
            "PhotometryUpload.refusal_remedy",
            "PhotometryUpload.manual_review_reason",
            "DataProduct.instrument",
            "DataProduct.telescope",
            "DataProduct.flux_unit",
            "DataProduct.last_error_fingerprint",
            "DataProduct.quarantine_detail",
            "DataProduct.quarantine_message",
            "DataProduct.manual_review_reason")
        .map(ExcerptsTest::field);
  }

  @SuppressWarnings("unchecked")
  private static <T> Field<T> field(String name) {
    String[] parts = name.split("\\.");
    return (Field<T>)
        Shapes.of(parts[0]).fields().stream()
            .filter(field -> field.name().equals(parts[1]))
            .findFirst()
            .orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("textsOfFilesAndPersons")
  void textOfAFileOrAPerson_isCutOnItsWayIn(Field<String> field) {
    String stored = ((Attribute.Text) field.type().write().apply(HUGE)).value();

    assertThat(stored).hasSizeLessThanOrEqualTo(1000).endsWith("…");
    assertThat(field.type().schema()).containsEntry("maxLength", stored.length());
  }

  /** The control: what names something is stored whole, or it would name something else. */
  @Test
  void locator_isNotCut() {
    assertThat(stored("locator_identity", HUGE)).isEqualTo(Attribute.of(HUGE));
  }

  @Test
  void notes_areTheFirstAndTheNumberOfTheRest() {
    assertThat(Excerpts.list(List.of("one", "two", "three"), 3, 4))
        .containsExactly("one", "two", "thr…");
    assertThat(Excerpts.list(List.of("one", "two", "three", "four"), 3, 4))
        .containsExactly("one", "two", "and 2 more");
  }

  @Test
  void facts_areTheFirstByNameAndTheNumberOfTheRest() {
    assertThat(Excerpts.map(Map.of("b", "2", "a", "1", "c", "333"), 3, 2))
        .containsExactly(Map.entry("a", "1"), Map.entry("b", "2"), Map.entry("c", "3…"));
    assertThat(Excerpts.map(Map.of("b", "2", "a", "1", "c", "3"), 2, 2))
        .containsExactly(Map.entry("a", "1"), Map.entry("…", "and 2 more"));
  }

  private static <T> Attribute stored(String name, T value) {
    return ExcerptsTest.<T>field("DataProduct." + name).type().write().apply(value);
  }

  @Test
  void fullestProduct_fitsIntoWhatOneWriteMayBring() {
    String star = "🌟".repeat(10_000);
    List<String> notes = IntStream.range(0, 1000).mapToObj(i -> i + star).toList();
    Map<String, String> facts = notes.stream().collect(toMap(Function.identity(), n -> star));

    RawItem item =
        new RawItem(
            new ItemKey("p", "s"),
            Map.of(
                "notes", stored("normalization_notes", notes),
                "message", stored("quarantine_message", star),
                "instrument", stored("instrument", star)));
    RawItem inputs =
        new RawItem(
            new ItemKey("p", "s"), Map.of("inputs", stored("profile_selection_inputs", facts)));

    assertThat(ItemSize.of(item) + ItemSize.of(inputs)).isLessThan(ItemSize.MOST_IN_WRITE);
  }
}

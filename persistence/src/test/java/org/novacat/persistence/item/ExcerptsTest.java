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
import org.novacat.persistence.lock.LockItem;
import org.novacat.persistence.photometry.PhotometryUploadItem;
import org.novacat.persistence.product.ProductFields;
import org.novacat.persistence.run.AttemptItem;
import org.novacat.persistence.table.Attribute;
import org.novacat.persistence.table.ItemKey;
import org.novacat.persistence.table.ItemSize;
import org.novacat.persistence.table.RawItem;

class ExcerptsTest {
  private static final String HUGE = "x".repeat(435_000);

  private static Stream<Field<String>> textsOfFilesAndPersons() {
    return Stream.of(
        AttemptItem.TASK,
        AttemptItem.ERROR,
        LockItem.OUTCOME,
        PhotometryUploadItem.FORMAT,
        PhotometryUploadItem.REFUSAL_MESSAGE,
        PhotometryUploadItem.REMEDY,
        PhotometryUploadItem.REVIEW_REASON,
        ProductFields.INSTRUMENT,
        ProductFields.TELESCOPE,
        ProductFields.FLUX_UNIT,
        ProductFields.LAST_ERROR,
        ProductFields.REASON_DETAIL,
        ProductFields.REASON_MESSAGE,
        ProductFields.REVIEW_REASON);
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
    assertThat(ProductFields.LOCATOR_IDENTITY.type().write().apply(HUGE))
        .isEqualTo(Attribute.of(HUGE));
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

  @Test
  void fullestProduct_fitsIntoWhatOneWriteMayBring() {
    String star = "🌟".repeat(10_000);
    List<String> notes = IntStream.range(0, 1000).mapToObj(i -> i + star).toList();
    Map<String, String> facts = notes.stream().collect(toMap(Function.identity(), n -> star));

    RawItem item =
        new RawItem(
            new ItemKey("p", "s"),
            Map.of(
                "notes", ProductFields.NOTES.type().write().apply(notes),
                "message", ProductFields.REASON_MESSAGE.type().write().apply(star),
                "instrument", ProductFields.INSTRUMENT.type().write().apply(star)));
    RawItem inputs =
        new RawItem(
            new ItemKey("p", "s"),
            Map.of("inputs", ProductFields.PROFILE_INPUTS.type().write().apply(facts)));

    assertThat(ItemSize.of(item) + ItemSize.of(inputs)).isLessThan(ItemSize.MOST_IN_WRITE);
  }
}

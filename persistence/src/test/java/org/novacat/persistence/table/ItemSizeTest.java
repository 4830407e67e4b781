package org.novacat.persistence.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novacat.persistence.failure.StoreRefusedException;

/** The examples of the Developer Guide, and the limits at their edges. */
class ItemSizeTest {
  private static final ItemKey KEY = new ItemKey("p", "s");
  private static final int KEY_BYTES = 6;

  @Test
  void textsAndNames_countInUtf8() {
    assertThat(size("name", Attribute.of("Å🌟"))).isEqualTo(4 + 2 + 4);
  }

  @ParameterizedTest
  @CsvSource({"0, 2", "27, 2", "-27, 3", "461, 3", "-461, 4", "1e20, 12", "0.5, 2"})
  void number_takesAByteForTwoDigits(BigDecimal number, int bytes) {
    assertThat(size("n", new Attribute.Num(number))).isEqualTo(1 + bytes);
  }

  @Test
  void number_takesNoMoreThan21Bytes() {
    assertThat(size("n", new Attribute.Num(new BigDecimal("1e120")))).isEqualTo(1 + 21);
  }

  @Test
  void nesting_costsThreeBytesAndOneForEachElement() {
    assertThat(size("l", new Attribute.Many(List.of(Attribute.of("ab"), new Attribute.Flag(true)))))
        .isEqualTo(1 + 3 + 2 + 2 + 1);
    assertThat(size("m", new Attribute.Group(Map.of("key", Attribute.of("ab")))))
        .isEqualTo(1 + 3 + 1 + 3 + 2);
  }

  @Test
  void update_countsWhatItBrings() {
    Write update =
        new Write.Update(
            KEY,
            Map.of("a", Attribute.of("1234")),
            Map.of("b", Attribute.of("12")),
            Set.of("gone"),
            Set.of("version"),
            Condition.always());

    assertThat(ItemSize.of(update)).isEqualTo(KEY_BYTES + 5 + 3 + 7 + 21);
    assertThat(ItemSize.of(new Write.Delete(KEY, Condition.always()))).isEqualTo(KEY_BYTES);
  }

  @Test
  void largestItem_passesAndOneByteMoreIsRefusedByName() {
    int room = ItemSize.MOST - KEY_BYTES - 1;

    assertThatCode(() -> ItemSize.check(put("x".repeat(room)))).doesNotThrowAnyException();
    assertThatThrownBy(() -> ItemSize.check(put("x".repeat(room + 1))))
        .isInstanceOf(StoreRefusedException.class)
        .hasMessage(
            "Cannot write item 'p / s': it has 409601 bytes, and an item has at most 409600"
                + " (report this)");
  }

  private static Write put(String text) {
    return new Write.Put(new RawItem(KEY, Map.of("t", Attribute.of(text))), Condition.always());
  }

  private static long size(String name, Attribute value) {
    return ItemSize.of(new RawItem(KEY, Map.of(name, value))) - KEY_BYTES;
  }
}

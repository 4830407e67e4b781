package org.novacat.transforms.photometry.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Random;
import java.util.function.LongBinaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.novacat.layouts.testing.Seeded;

/** Beside the library's sort by comparing, which is stable as well. */
class KeySortTest {
  private static final double[] ODD = {
    -0.0, 0.0, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.MIN_VALUE
  };

  @Test
  void numbers_standInTheUnsignedOrderOfTheirKeys_equalOnesAsBefore() {
    Seeded.cases(
        200,
        random -> {
          long mask = -1L >>> random.nextInt(Long.SIZE);
          long[] keys = LongStream.generate(() -> random.nextLong() & mask).limit(300).toArray();
          assertSorted(
              random,
              keys.length,
              (one, two) -> Long.compareUnsigned(keys[(int) one], keys[(int) two]),
              keys);
        });
  }

  @Test
  void doubles_standInTheirOrder() {
    Seeded.cases(
        200,
        random -> {
          double[] values =
              IntStream.range(0, 100)
                  .mapToDouble(
                      i -> i % 9 == 0 ? ODD[random.nextInt(ODD.length)] : random.nextInt(50) - 25.5)
                  .toArray();
          long[] keys = IntStream.range(0, 100).mapToLong(i -> KeySort.key(values[i])).toArray();
          assertSorted(
              random,
              keys.length,
              (one, two) -> Double.compare(values[(int) one], values[(int) two]),
              keys);
        });
  }

  private static void assertSorted(
      Random random, int count, LongBinaryOperator order, long[] keys) {
    int[] numbers = random.ints(random.nextInt(200), 0, count).toArray();
    Comparator<Integer> comparator = (one, two) -> (int) order.applyAsLong(one, two);
    int[] expected =
        IntStream.of(numbers).boxed().sorted(comparator).mapToInt(Integer::intValue).toArray();

    KeySort.sort(numbers, number -> keys[number]);

    assertThat(numbers).isEqualTo(expected);
  }
}

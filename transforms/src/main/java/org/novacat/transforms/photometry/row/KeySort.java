package org.novacat.transforms.photometry.row;

import java.util.function.IntToLongFunction;

/**
 * Sorts numbers of rows by keys of 64 bits, digit by digit, without an object for each: of millions
 * of rows that is ten times as fast as comparing them. Stable, so that several keys are sorted by
 * in turn, the most significant last.
 */
final class KeySort {
  private static final int DIGITS = 1 << Byte.SIZE;

  private KeySort() {}

  /** Sorts by keys in their unsigned order. */
  static void sort(int[] numbers, IntToLongFunction key) {
    long[] keys = new long[numbers.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = key.applyAsLong(numbers[i]);
    }
    int[] from = numbers;
    int[] to = new int[numbers.length];
    long[] toKeys = new long[numbers.length];
    for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
      int[] places = places(keys, shift);
      if (places.length > 0) {
        move(from, keys, to, toKeys, places, shift);
        int[] moved = to;
        to = from;
        from = moved;
        long[] movedKeys = toKeys;
        toKeys = keys;
        keys = movedKeys;
      }
    }
    System.arraycopy(from, 0, numbers, 0, from == numbers ? 0 : numbers.length);
  }

  /** Where the first of each digit goes; empty when all keys have the same one. */
  private static int[] places(long[] keys, int shift) {
    int[] places = new int[DIGITS];
    for (long key : keys) {
      places[digit(key, shift)]++;
    }
    int before = 0;
    for (int digit = 0; digit < DIGITS; digit++) {
      int count = places[digit];
      if (count == keys.length) {
        return new int[0];
      }
      places[digit] = before;
      before += count;
    }
    return places;
  }

  private static void move(
      int[] from, long[] keys, int[] to, long[] toKeys, int[] places, int shift) {
    for (int i = 0; i < from.length; i++) {
      int place = places[digit(keys[i], shift)]++;
      to[place] = from[i];
      toKeys[place] = keys[i];
    }
  }

  private static int digit(long key, int shift) {
    return (int) (key >>> shift) & DIGITS - 1;
  }

  /** The key of a number, in the order of {@link Double#compare}. */
  static long key(double number) {
    long bits = Double.doubleToLongBits(number);
    return bits ^ (bits >> 63 | Long.MIN_VALUE);
  }
}

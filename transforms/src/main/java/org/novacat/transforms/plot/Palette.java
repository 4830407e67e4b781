package org.novacat.transforms.plot;

import java.util.Arrays;

/** The colors of a picture, numbered in the order in which they are met. */
final class Palette {
  private static final int MOST = 256;
  private static final int SLOTS = 1024;

  private final int[] slotColors = new int[SLOTS];
  private final int[] slotIndexes = new int[SLOTS];
  private final int[] colors = new int[MOST];
  private int size;

  /** Neighbours are mostly equal. */
  private int lastColor = -1;

  private int lastIndex;
  private boolean full;

  private Palette() {
    Arrays.fill(slotIndexes, -1);
  }

  static Palette of(int[] pixels) {
    Palette palette = new Palette();
    int last = ~pixels[0];
    for (int color : pixels) {
      if (color != last && !palette.full) {
        palette.add(color);
      }
      last = color;
    }
    return palette;
  }

  /** Whether there are few enough colors for a palette. */
  boolean fits() {
    return !full;
  }

  int index(int color) {
    if (color != lastColor) {
      lastColor = color;
      lastIndex = slotIndexes[slot(color)];
    }
    return lastIndex;
  }

  /** Red, green and blue of each color. */
  byte[] bytes() {
    byte[] bytes = new byte[3 * size];
    for (int i = 0; i < size; i++) {
      bytes[3 * i] = (byte) (colors[i] >> 16);
      bytes[3 * i + 1] = (byte) (colors[i] >> 8);
      bytes[3 * i + 2] = (byte) colors[i];
    }
    return bytes;
  }

  private void add(int color) {
    int slot = slot(color);
    if (slotIndexes[slot] >= 0) {
      return;
    }
    if (size == MOST) {
      full = true;
      return;
    }
    slotColors[slot] = color;
    slotIndexes[slot] = size;
    colors[size++] = color;
  }

  /** The place of a color in the table, or the free one where it would go. */
  private int slot(int color) {
    int slot = (color * 0x9E3779B1) >>> 22;
    while (slotIndexes[slot] >= 0 && slotColors[slot] != color) {
      slot = (slot + 1) % SLOTS;
    }
    return slot;
  }
}

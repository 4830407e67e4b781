package org.novacat.zarr.blosc;

import java.util.Arrays;
import java.util.Optional;

/** How the bytes of a block are ordered before they are compressed. */
public enum Shuffle {
  /** As they are. */
  NOSHUFFLE(0),
  /** The first bytes of all elements, then the second ones. */
  SHUFFLE(1),
  /** The lowest bits of the first bytes of all elements, then the next bits. */
  BITSHUFFLE(2);

  private final int number;

  Shuffle(int number) {
    this.number = number;
  }

  /** Blosc's number of it, which stands in a Zarr array's metadata. */
  public int number() {
    return number;
  }

  /** The one of that number; empty when Blosc has none such. */
  public static Optional<Shuffle> numbered(int number) {
    return Arrays.stream(values()).filter(shuffle -> shuffle.number == number).findFirst();
  }
}

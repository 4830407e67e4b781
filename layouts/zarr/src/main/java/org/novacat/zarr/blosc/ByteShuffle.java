package org.novacat.zarr.blosc;

/** Blosc's byte shuffle, back: first bytes of all elements stand first. */
final class ByteShuffle {
  private ByteShuffle() {}

  /** Elements again from their bytes; bytes behind the last whole element stay where they are. */
  static void unshuffle(byte[] from, byte[] to, int at, int length, int typesize) {
    int elements = length / typesize;
    for (int j = 0; j < typesize; j++) {
      for (int i = 0, out = at + j, in = j * elements; i < elements; i++, out += typesize) {
        to[out] = from[in + i];
      }
    }
    int used = elements * typesize;
    System.arraycopy(from, used, to, at + used, length - used);
  }
}

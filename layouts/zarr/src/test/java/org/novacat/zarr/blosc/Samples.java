package org.novacat.zarr.blosc;

import java.util.Random;

/** Bytes to compress. */
enum Samples {
  ZERO {
    @Override
    byte[] of(int length, int typesize, Random random) {
      return new byte[length];
    }
  },
  CONSTANT {
    @Override
    byte[] of(int length, int typesize, Random random) {
      byte[] element = new byte[typesize];
      random.nextBytes(element);
      return repeated(element, length);
    }
  },
  SMOOTH {
    @Override
    byte[] of(int length, int typesize, Random random) {
      byte[] bytes = new byte[length];
      for (int i = 0; i < length; i++) {
        int element = i / typesize;
        double value = 1000 * Math.sin(element / 900.0) + random.nextInt(4);
        bytes[i] = (byte) ((int) value >>> (8 * (i % typesize)));
      }
      return bytes;
    }
  },
  RANDOM {
    @Override
    byte[] of(int length, int typesize, Random random) {
      byte[] bytes = new byte[length];
      random.nextBytes(bytes);
      return bytes;
    }
  };

  abstract byte[] of(int length, int typesize, Random random);

  private static byte[] repeated(byte[] element, int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = element[i % element.length];
    }
    return bytes;
  }
}

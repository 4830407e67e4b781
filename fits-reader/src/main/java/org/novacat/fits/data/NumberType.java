package org.novacat.fits.data;

/**
 * The number formats of FITS data (FITS Standard 4.0, section 5), each with its loop from bytes to
 * an array. A loop of one format over a stride is what the just-in-time compiler makes fast; there
 * is no call per value.
 */
enum NumberType {
  UINT8(1) {
    @Override
    void toDoubles(byte[] b, int at, int stride, double[] out) {
      for (int i = 0, p = at; i < out.length; i++, p += stride) {
        out[i] = b[p] & 0xff;
      }
    }
  },
  INT16(2) {
    @Override
    void toDoubles(byte[] b, int at, int stride, double[] out) {
      for (int i = 0, p = at; i < out.length; i++, p += stride) {
        out[i] = BigEndian.int16(b, p);
      }
    }
  },
  INT32(4) {
    @Override
    void toDoubles(byte[] b, int at, int stride, double[] out) {
      for (int i = 0, p = at; i < out.length; i++, p += stride) {
        out[i] = BigEndian.int32(b, p);
      }
    }
  },
  INT64(8) {
    @Override
    void toDoubles(byte[] b, int at, int stride, double[] out) {
      for (int i = 0, p = at; i < out.length; i++, p += stride) {
        out[i] = BigEndian.int64(b, p);
      }
    }
  },
  FLOAT32(4) {
    @Override
    void toDoubles(byte[] b, int at, int stride, double[] out) {
      for (int i = 0, p = at; i < out.length; i++, p += stride) {
        out[i] = BigEndian.float32(b, p);
      }
    }
  },
  FLOAT64(8) {
    @Override
    void toDoubles(byte[] b, int at, int stride, double[] out) {
      for (int i = 0, p = at; i < out.length; i++, p += stride) {
        out[i] = BigEndian.float64(b, p);
      }
    }
  };

  private final int bytes;

  NumberType(int bytes) {
    this.bytes = bytes;
  }

  /** Bytes of one value. */
  int bytes() {
    return bytes;
  }

  boolean isInteger() {
    return this != FLOAT32 && this != FLOAT64;
  }

  /** Fills {@code out} from the values that begin at {@code at}, {@code stride} bytes apart. */
  abstract void toDoubles(byte[] b, int at, int stride, double[] out);

  /** Fills {@code out} with the low 32 bits of the physical integers, fractions cut off. */
  void toBits(byte[] b, int at, int stride, Scaling scaling, int[] out) {
    for (int i = 0, p = at; i < out.length; i++, p += stride) {
      out[i] = (int) scaling.apply(toLong(b, p));
    }
  }

  /** The value at {@code at} as an integer, fractions cut off. */
  long toLong(byte[] b, int at) {
    return switch (this) {
      case UINT8 -> b[at] & 0xff;
      case INT16 -> BigEndian.int16(b, at);
      case INT32 -> BigEndian.int32(b, at);
      case INT64 -> BigEndian.int64(b, at);
      case FLOAT32 -> (long) BigEndian.float32(b, at);
      case FLOAT64 -> (long) BigEndian.float64(b, at);
    };
  }

  /** The type that BITPIX names. */
  static NumberType ofBitpix(int bitpix) {
    return switch (bitpix) {
      case 8 -> UINT8;
      case 16 -> INT16;
      case 32 -> INT32;
      case 64 -> INT64;
      case -32 -> FLOAT32;
      case -64 -> FLOAT64;
      default -> throw new IllegalArgumentException("Cannot decode data: BITPIX is " + bitpix);
    };
  }
}

package org.novacat.zarr.blosc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.novacat.layouts.testing.Seeded;

/** Frames that we write, frames made by hand, and bytes that are none. */
class BloscTest {
  private static byte[] encode(BloscEncoder encoder, byte[] raw, int typesize) {
    ByteBuffer frame = encoder.encode(raw, raw.length, typesize);
    byte[] bytes = new byte[frame.remaining()];
    frame.get(bytes);
    return bytes;
  }

  @Test
  void frame_isReadAsItWasWritten() {
    BloscEncoder[] encoders = new BloscEncoder[10];
    for (int level = 1; level < 8; level++) {
      encoders[level] = new BloscEncoder(level);
    }
    Seeded.cases(
        300,
        random -> {
          Samples samples = List.of(Samples.values()).get(random.nextInt(4));
          int typesize = 1 + random.nextInt(random.nextInt(9) == 0 ? 300 : 16);
          byte[] raw =
              samples.of(random.nextInt(random.nextInt(9) == 0 ? 400_000 : 900), typesize, random);
          byte[] frame = encode(encoders[1 + random.nextInt(7)], raw, typesize);

          assertThat(BloscDecoder.decode(frame)).isEqualTo(raw);
          assertThat(frame.length).isLessThanOrEqualTo(raw.length + 16);
        });
  }

  @Test
  void lengthsAroundBlocks_areReadAsTheyWereWritten() {
    Random random = new Random(7);
    for (int level : new int[] {4, 5, 6, 8, 9}) {
      BloscEncoder encoder = new BloscEncoder(level);
      for (int length : new int[] {0, 1, 127, 128, 32_767, 32_768, 262_144, 262_145, 1_048_577}) {
        byte[] raw = Samples.CONSTANT.of(length, 4, random);
        assertThat(BloscDecoder.decode(encode(encoder, raw, 4))).isEqualTo(raw);
      }
    }
  }

  @Test
  void header_isThatOfCBlosc() {
    byte[] frame = encode(new BloscEncoder(5), new byte[1 << 20], 4);

    assertThat(Arrays.copyOf(frame, 12)).containsExactly(2, 1, 0x94, 4, 0, 0, 0x10, 0, 0, 0, 4, 0);
    byte[] tooShort = encode(new BloscEncoder(5), new byte[127], 4);
    assertThat(Arrays.copyOf(tooShort, 16))
        .containsExactly(2, 1, 0x96, 4, 127, 0, 0, 0, 124, 0, 0, 0, 143, 0, 0, 0);
  }

  @Test
  void wrongUse_isRefused() {
    assertThatThrownBy(() -> new BloscEncoder(0)).hasMessageContaining("level 0");
    assertThatThrownBy(() -> new BloscEncoder(10)).hasMessageContaining("level 10");
    BloscEncoder encoder = new BloscEncoder(5);
    for (int[] wrong : new int[][] {{5, 1}, {-1, 1}, {4, 0}}) {
      assertThatThrownBy(() -> encoder.encode(new byte[4], wrong[0], wrong[1]))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("Cannot encode Blosc frame");
    }
  }

  @Test
  void framesOfOtherCodecs_areRead() {
    for (int format : new int[] {0, 1, 3}) {
      for (int flags : new int[] {0x10, 0x11, 0x14}) {
        byte[] frame = Frames.of(format, flags, 4, 2500);
        assertThat(BloscDecoder.decode(frame)).as("format %s", format).hasSize(2500);
      }
      assertThat(BloscDecoder.decode(Frames.of(format, 0x11, 4, 2500)))
          .isEqualTo(Frames.content(2500));
    }
  }

  @Test
  void codecThatIsNotKnown_isRefusedByName() {
    assertThatThrownBy(() -> BloscDecoder.decode(Frames.of(2, 0x10, 4, 2500)))
        .isInstanceOf(BloscException.class)
        .hasMessage(
            "Cannot decode Blosc frame: it is compressed by snappy"
                + " (blosclz, lz4, zlib and zstd are read)");
    assertThatThrownBy(() -> BloscDecoder.decode(Frames.of(5, 0x10, 4, 2500)))
        .hasMessageContaining("format 5");
    assertThat(Codec.named("zstd")).contains(Codec.ZSTD);
    assertThat(Codec.named("Zstd")).isEmpty();
    assertThat(Shuffle.numbered(3)).isEmpty();
  }

  @Test
  void frameCutOffAnywhere_isRefused() {
    for (byte[] frame : frames()) {
      for (int length = 0; length < frame.length; length += 1 + length / 200) {
        byte[] cut = Arrays.copyOf(frame, length);
        assertThatThrownBy(() -> BloscDecoder.decode(cut)).isInstanceOf(BloscException.class);
        if (length >= 16) {
          // Its own length says that nothing is missing.
          little(cut).putInt(12, length);
          assertThatThrownBy(() -> BloscDecoder.decode(cut)).isInstanceOf(BloscException.class);
        }
      }
      byte[] longer = Arrays.copyOf(frame, frame.length + 1);
      assertThatThrownBy(() -> BloscDecoder.decode(longer)).isInstanceOf(BloscException.class);
    }
  }

  @Test
  void numberThatLies_isRefused() {
    int[] lies = {-1, 0, 1, 15, 1 << 20, 1 << 27, (1 << 27) + 1, Integer.MAX_VALUE};
    for (byte[] frame : frames()) {
      int offsets = 16;
      int first = little(frame).getInt(offsets);
      for (int place : new int[] {4, 8, 12, offsets, offsets + 4, first}) {
        for (int lie : lies) {
          byte[] bad = frame.clone();
          little(bad).putInt(place, lie);
          assertThatThrownBy(() -> BloscDecoder.decode(bad, 1 << 20))
              .as("format %s, %s at %s", frame[2], lie, place)
              .isInstanceOf(BloscException.class);
        }
      }
    }
  }

  @Test
  void moreBytesThanAskedFor_areRefusedBeforeThereIsRoom() {
    byte[] frame = encode(new BloscEncoder(5), new byte[1 << 22], 4);

    assertThat(BloscDecoder.decode(frame, 1 << 22)).hasSize(1 << 22);
    assertThatThrownBy(() -> BloscDecoder.decode(frame, (1 << 22) - 1))
        .isInstanceOf(BloscException.class)
        .hasMessageContaining("4194304 bytes, at most 4194303");
  }

  @Test
  void headOfAnotherFormat_isRefused() {
    for (int[] change : new int[][] {{0, 1}, {0, 3}, {0, 0}, {2, 0x98}, {3, 0}}) {
      byte[] bad = encode(new BloscEncoder(5), new byte[10_000], 4);
      bad[change[0]] = (byte) change[1];
      assertThatThrownBy(() -> BloscDecoder.decode(bad)).isInstanceOf(BloscException.class);
    }
  }

  /** Anything may come of it, but not more bytes than asked for, and no other exception. */
  @Test
  void anyBytes_areDecodedOrRefused() {
    List<byte[]> frames = frames();
    int[] decoded = new int[1];
    Seeded.cases(
        4000,
        random -> {
          byte[] bad = mutated(frames.get(random.nextInt(frames.size())), random);
          try {
            assertThat(BloscDecoder.decode(bad, 1 << 20).length).isLessThanOrEqualTo(1 << 20);
            decoded[0]++;
          } catch (BloscException e) {
            assertThat(e).hasMessageStartingWith("Cannot decode Blosc frame: ");
          }
        });
    assertThat(decoded[0]).isBetween(1, 3000);
  }

  private static byte[] mutated(byte[] frame, Random random) {
    byte[] bad = Arrays.copyOf(frame, frame.length - random.nextInt(2) * random.nextInt(20));
    for (int i = random.nextInt(4); i >= 0; i--) {
      int place = random.nextInt(random.nextBoolean() ? Math.min(60, bad.length) : bad.length);
      bad[place] =
          (byte) (random.nextBoolean() ? random.nextInt() : bad[place] ^ 1 << random.nextInt(8));
    }
    if (random.nextInt(3) > 0) {
      little(bad).putInt(12, bad.length);
    }
    return bad;
  }

  private static ByteBuffer little(byte[] frame) {
    return ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Each has several blocks. */
  private static List<byte[]> frames() {
    List<byte[]> frames = new ArrayList<>();
    for (int format : new int[] {0, 1, 3}) {
      frames.add(Frames.of(format, 0x11, 4, 2500));
      frames.add(Frames.of(format, 0x14, 1, 2500));
    }
    frames.add(encode(new BloscEncoder(1), Samples.SMOOTH.of(70_000, 4, new Random(1)), 4));
    return frames;
  }
}

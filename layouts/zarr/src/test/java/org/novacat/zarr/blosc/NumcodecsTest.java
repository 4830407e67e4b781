package org.novacat.zarr.blosc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.layouts.testing.Python;

/** Frames beside those of c-blosc, by numcodecs: it reads ours, and we read its own. */
class NumcodecsTest {
  private static final int[] TYPES = {1, 2, 4, 8, 12, 20};
  private static final int[] LENGTHS = {
    1, 7, 8, 16, 100, 127, 128, 129, 255, 1000, 1920, 4096, 32767, 32768, 65535, 65536, 65537
  };
  private static final int[] LONG = {262_143, 262_144, 262_145, 524_289, 1_048_560};
  private static final int SPECTRA = 1024 * 4000 * 4;

  @TempDir private Path folder;

  @Test
  void frames_areReadByNumcodecsAndItsOwnByUs() throws IOException {
    Path ours = folder.resolve("ours");
    Path theirs = folder.resolve("theirs");
    List<byte[]> raw = writeOurs(ours);

    String said =
        Python.with(
            "numcodecs",
            "python3-numcodecs",
            folder,
            getClass(),
            "blosc_peer.py",
            "",
            List.of(ours.toString(), theirs.toString()));

    assertThat(said).startsWith("cases " + raw.size() + ", otherwise 0, theirs ");
    assertThat(readTheirs(theirs, raw)).isGreaterThan(900);
  }

  private static List<byte[]> writeOurs(Path file) throws IOException {
    List<byte[]> all = new ArrayList<>();
    Random random = new Random(20_261_130);
    List<BloscEncoder> encoders =
        List.of(new BloscEncoder(5), new BloscEncoder(6), new BloscEncoder(7));
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 20))) {
      for (int typesize : TYPES) {
        for (Samples samples : Samples.values()) {
          for (int length : lengths(typesize, samples)) {
            byte[] raw = samples.of(length, typesize, random);
            write(out, encoders.get(all.size() % 3), raw, typesize);
            all.add(raw);
          }
        }
      }
    }
    return all;
  }

  private static int[] lengths(int typesize, Samples samples) {
    List<Integer> lengths = new ArrayList<>();
    Arrays.stream(LENGTHS).forEach(lengths::add);
    Arrays.stream(LONG).limit(samples == Samples.ZERO ? 1 : LONG.length).forEach(lengths::add);
    if (typesize == 4 && (samples == Samples.ZERO || samples == Samples.RANDOM)) {
      lengths.add(SPECTRA);
    }
    return lengths.stream().mapToInt(i -> i).toArray();
  }

  private static void write(DataOutputStream out, BloscEncoder encoder, byte[] raw, int typesize)
      throws IOException {
    ByteBuffer frame = encoder.encode(raw, raw.length, typesize);
    byte[] bytes = new byte[frame.remaining()];
    frame.get(bytes);
    assertThat(BloscDecoder.decode(bytes)).isEqualTo(raw);
    out.writeInt(Integer.reverseBytes(typesize));
    out.writeInt(Integer.reverseBytes(raw.length));
    out.write(raw);
    out.writeInt(Integer.reverseBytes(bytes.length));
    out.write(bytes);
  }

  private static int readTheirs(Path file, List<byte[]> raw) throws IOException {
    int frames = 0;
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 20))) {
      for (; in.available() > 0; frames++) {
        int number = Integer.reverseBytes(in.readInt());
        byte[] frame = in.readNBytes(Integer.reverseBytes(in.readInt()));
        String what = "frame " + frames + ", flags " + frame[2] + ", typesize " + frame[3];
        assertThat(Arrays.equals(BloscDecoder.decode(frame), raw.get(number))).as(what).isTrue();
      }
    }
    return frames;
  }
}

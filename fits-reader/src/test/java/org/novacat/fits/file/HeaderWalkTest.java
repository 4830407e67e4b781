package org.novacat.fits.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.novacat.fits.Mutator;
import org.novacat.fits.testing.Corpus;
import org.novacat.fits.testing.Corpus.RealFile;
import org.novacat.fits.testing.FitsBytes;
import org.novacat.layouts.testing.Seeded;

class HeaderWalkTest {
  private static final int LARGEST = 500_000;
  private static final ReadLimits LIMITS = ReadLimits.DEFAULT;

  /**
   * The walk and the preflight share their parts, so the order of the parts is what is compared.
   */
  @Test
  void realFilesAndMutants_endAsInMemory() {
    List<byte[]> originals =
        Corpus.files().stream()
            .map(RealFile::bytes)
            .filter(b -> b.length <= LARGEST && !Gunzip.isGzip(b))
            .toList();
    originals.forEach(bytes -> assertThat(walked(bytes)).isEqualTo(opened(bytes)));

    Seeded.cases(
        2000,
        random -> {
          byte[] original = originals.get(random.nextInt(originals.size()));
          byte[] mutant = new Mutator(random).mutate(original);
          assertThat(walked(mutant)).isEqualTo(opened(mutant));
        });
  }

  @Test
  void data_areNeverRead() throws IOException {
    byte[] bytes = FitsBytes.image(new float[1_000_000]).header(EXTENSION).bytes();
    CountingSource source = new CountingSource(bytes);

    HeaderWalk walk = new HeaderWalk(source, LIMITS);
    walk.next();
    walk.next();

    assertThat(walk.next()).isNull();
    assertThat(source.read).isLessThan(30_000);
  }

  @Test
  void headerOfManyBlocks_isReadToItsEnd() throws IOException {
    String[] cards = new String[3000];
    java.util.Arrays.fill(cards, "COMMENT long");
    cards[2999] = "LAST    = 42";
    byte[] bytes = FitsBytes.emptyPrimary(cards).bytes();

    Hdu primary = new HeaderWalk(ByteSource.of(bytes), LIMITS).next();

    assertThat(primary.header().integer("LAST", 0)).isEqualTo(42);
  }

  @Test
  void damageBehindTheHduThatIsAskedFor_isNotLookedAt() throws IOException {
    byte[] bytes = FitsBytes.image(new float[] {1}).header("XTENSION= 'NONSENSE").bytes();
    HeaderWalk walk = new HeaderWalk(ByteSource.of(bytes), LIMITS);

    assertThat(walk.next().axes()).containsExactly(1);
    assertThat(walked(bytes)).endsWith("FITS_BAD_BITPIX at 5760");
  }

  private static final String[] EXTENSION = {
    "XTENSION= 'IMAGE   '", "BITPIX  = 8", "NAXIS   = 0", "PCOUNT  = 0", "GCOUNT  = 1"
  };

  private static List<String> walked(byte[] bytes) {
    List<String> steps = new ArrayList<>();
    try {
      HeaderWalk walk = new HeaderWalk(ByteSource.of(bytes), LIMITS);
      for (Hdu hdu = walk.next(); hdu != null; hdu = walk.next()) {
        steps.add(step(hdu.kind(), hdu.headerStart(), hdu.dataLength(), hdu.header()));
      }
    } catch (RefusedException e) {
      return List.of(step(e));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return steps;
  }

  private static List<String> opened(byte[] bytes) {
    try {
      return FitsFile.open(bytes, LIMITS).hdus().stream()
          .map(h -> step(h.kind(), h.headerStart(), h.dataLength(), h.header()))
          .toList();
    } catch (RefusedException e) {
      return List.of(step(e));
    }
  }

  private static String step(Hdu.Kind kind, long start, long length, Header header) {
    return "%s at %s, %s bytes, %s".formatted(kind, start, length, header.asText().hashCode());
  }

  private static String step(RefusedException e) {
    return e.refusal().detail() + " at " + e.refusal().facts().getOrDefault("offset", "?");
  }

  private static final class CountingSource implements ByteSource {
    private final ByteSource bytes;
    private long read;

    CountingSource(byte[] bytes) {
      this.bytes = ByteSource.of(bytes);
    }

    @Override
    public long length() {
      return bytes.length();
    }

    @Override
    public void read(long at, byte[] into, int from, int length) throws IOException {
      read += length;
      bytes.read(at, into, from, length);
    }

    @Override
    public void close() {}
  }
}

package org.novacat.fits.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.novacat.fits.Mutator;
import org.novacat.fits.testing.Corpus;
import org.novacat.fits.testing.Corpus.RealFile;
import org.novacat.fits.testing.FitsBytes;
import org.novacat.layouts.testing.Seeded;

class HeaderWalkTest {
  private static final int LARGEST = 500_000;
  private static final ReadLimits LIMITS = ReadLimits.DEFAULT;

  @Test
  void realFiles_haveTheHdusThatAPlainCountFinds() {
    for (RealFile file : Corpus.files()) {
      if (!file.expect().equals("malformed")) {
        byte[] bytes = plain(file.bytes());
        List<String> walked = walked(bytes);

        assertThat(walked).as(file.name()).isEqualTo(PlainCount.of(bytes));
        assertThat(walked).as(file.name()).hasSize(file.truth().get("hdus").size());
      }
    }
  }

  @Test
  void mutants_areRefusedOrHaveTheHdusThatAPlainCountFinds() {
    List<byte[]> originals =
        Corpus.files().stream()
            .map(RealFile::bytes)
            .filter(b -> b.length <= LARGEST && !Gunzip.isGzip(b))
            .toList();
    AtomicInteger read = new AtomicInteger();

    Seeded.cases(
        2000,
        random -> {
          byte[] original = originals.get(random.nextInt(originals.size()));
          byte[] mutant = new Mutator(random).mutate(original);
          if (!isRefused(mutant)) {
            read.incrementAndGet();
            assertThat(walked(mutant)).isEqualTo(PlainCount.of(mutant));
          }
        });
    assertThat(read).hasValueGreaterThan(100);
  }

  /** Inflated by the JDK, so that what is counted owes nothing to the reader. */
  private static byte[] plain(byte[] bytes) {
    try {
      return Gunzip.isGzip(bytes)
          ? new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes()
          : bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Finds HDUs card by card, by the sizes of the standard (FITS 4.0, equations 1 and 2) and nothing
   * of the reader's: the control of the walk.
   */
  private static final class PlainCount {
    private static final int CARD = 80;

    static List<String> of(byte[] bytes) {
      List<String> hdus = new ArrayList<>();
      long at = 0;
      while (at + CARD <= bytes.length
          && card(bytes, at).startsWith(hdus.isEmpty() ? "SIMPLE" : "XTENSION")) {
        Map<String, Long> sizes = new HashMap<>();
        long end = at;
        for (; !card(bytes, end).startsWith("END     "); end += CARD) {
          put(sizes, card(bytes, end));
        }
        long length = length(sizes, hdus.isEmpty());
        hdus.add("HDU at %s, %s bytes".formatted(at, length));
        at = padded(end + CARD) + padded(length);
      }
      return hdus;
    }

    private static String card(byte[] bytes, long at) {
      return new String(bytes, (int) at, CARD, StandardCharsets.ISO_8859_1);
    }

    private static void put(Map<String, Long> sizes, String card) {
      String value = card.substring(10).split("/", 2)[0].strip();
      if (card.charAt(8) == '=' && value.matches("[+-]?\\d{1,18}")) {
        sizes.putIfAbsent(card.substring(0, 8).strip(), Long.valueOf(value));
      }
    }

    private static long length(Map<String, Long> sizes, boolean primary) {
      long axes = sizes.get("NAXIS");
      long elements = axes == 0 ? 0 : 1;
      for (long n = 1; n <= axes; n++) {
        elements *= sizes.get("NAXIS" + n);
      }
      long more = primary || axes == 0 ? 0 : sizes.getOrDefault("PCOUNT", 0L);
      long groups = primary ? 1 : sizes.getOrDefault("GCOUNT", 1L);
      return Math.abs(sizes.get("BITPIX")) / 8 * groups * (elements + more);
    }

    private static long padded(long length) {
      return (length + 2879) / 2880 * 2880;
    }
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
    assertThatThrownBy(walk::next)
        .isInstanceOfSatisfying(
            RefusedException.class,
            e -> {
              assertThat(e.refusal().detail()).isEqualTo("FITS_BAD_BITPIX");
              assertThat(e.refusal().facts()).containsEntry("offset", "5760");
            });
  }

  private static final String[] EXTENSION = {
    "XTENSION= 'IMAGE   '", "BITPIX  = 8", "NAXIS   = 0", "PCOUNT  = 0", "GCOUNT  = 1"
  };

  private static boolean isRefused(byte[] bytes) {
    try {
      FitsFile.open(bytes, LIMITS);
      return false;
    } catch (RefusedException e) {
      return true;
    }
  }

  private static List<String> walked(byte[] bytes) {
    List<String> steps = new ArrayList<>();
    try {
      HeaderWalk walk = new HeaderWalk(ByteSource.of(bytes), LIMITS);
      for (Hdu hdu = walk.next(); hdu != null; hdu = walk.next()) {
        steps.add("HDU at %s, %s bytes".formatted(hdu.headerStart(), hdu.dataLength()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return steps;
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

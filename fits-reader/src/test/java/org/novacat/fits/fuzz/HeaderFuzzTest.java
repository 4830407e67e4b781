package org.novacat.fits.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.novacat.fits.SyntheticTable;
import org.novacat.fits.file.ByteSource;
import org.novacat.fits.file.FitsFile;
import org.novacat.fits.file.Hdu;
import org.novacat.fits.file.Header;
import org.novacat.fits.file.HeaderWalk;
import org.novacat.fits.file.ReadLimits;
import org.novacat.fits.file.RefusedException;
import org.novacat.fits.testing.FitsBytes;

/** Any bytes as a file: its HDUs are found twice the same way, or it is refused. */
class HeaderFuzzTest {
  private static final ReadLimits LIMITS = new ReadLimits(1 << 24, 200, 400, 1000, 100, 100_000);
  private static final int CARD = 80;

  static Stream<byte[]> seeds() {
    return Stream.of(
        FitsBytes.emptyPrimary("OBJECT  = 'T CrB   '           / target").bytes(),
        FitsBytes.image(new float[] {1, 2}, "CRVAL1  = 1.5E3", "BLANK   = -32768", "GROUPS  = T")
            .header("XTENSION= 'IMAGE   '", "BITPIX  = 16", "NAXIS   = 0", "PCOUNT  = 0")
            .bytes(),
        FitsBytes.emptyPrimary(
                "LONG    = 'begins &'",
                "CONTINUE  'goes on &' / comment",
                "CONTINUE  'and ends'",
                "HIERARCH ESO PRO CATG = 'RED_SCI_POINT_BLUE' / category",
                "OBSERVER= 'J. O'Meara'",
                "COMMENT   = no value",
                "SCALE   =             1.0D-17")
            .bytes(),
        new SyntheticTable().column("FLUX", "Jy", new float[] {1, 2, 3}).bytes());
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "5m")
  void anyBytes_areRefusedOrFoundTheSameTwice(byte[] bytes) {
    List<Hdu> hdus;
    try {
      hdus = FitsFile.open(bytes, LIMITS).hdus();
    } catch (RefusedException e) {
      assertThat(e.refusal().message()).startsWith("Cannot ");
      return;
    }
    hdus.forEach(hdu -> check(hdu.header()));
    assertThat(walked(hdus.get(0).bytes())).isEqualTo(hdus.stream().map(Hdu::dataLength).toList());
  }

  private static void check(Header header) {
    for (int i = 0; i < header.size(); i++) {
      String keyword = header.keyword(i);
      String text = header.text(keyword);
      assertThat(header.card(i)).hasSize(CARD).startsWith(keyword);
      assertThat(header.has(keyword)).isTrue();
      assertThat(header.number(keyword, 1)).isNotNaN();
      if (text.matches("[+-]?\\d{1,18}")) {
        assertThat(header.integer(keyword, 7)).isEqualTo(Long.parseLong(text));
      }
      if (header.isTrue(keyword)) {
        assertThat(text).isEqualTo("T");
      }
    }
    assertThat(header.asText().lines()).hasSize(header.size());
  }

  private static List<Long> walked(byte[] bytes) {
    List<Long> lengths = new ArrayList<>();
    try {
      HeaderWalk walk = new HeaderWalk(ByteSource.of(bytes), LIMITS);
      for (Hdu hdu = walk.next(); hdu != null; hdu = walk.next()) {
        lengths.add(hdu.dataLength());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lengths;
  }
}

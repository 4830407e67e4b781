package org.novacat.fits.file;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.novacat.layouts.spectrum.QuarantineReason;
import org.novacat.layouts.spectrum.Refusal;

/**
 * Verifies the checksums that a file carries: DATASUM is the sum of the data as 32-bit words in
 * ones' complement, CHECKSUM makes that of the whole HDU all ones (FITS Standard 4.0, section
 * 4.4.2.7 and appendix J).
 *
 * <p>A sum that does not match is damage, with two exceptions. IRAF keeps both cards and updates
 * neither, so that in what it wrote they are stale (two real spectra of the corpus); and DATASUM
 * without CHECKSUM is not what any program writes who means it. Both end as notes.
 */
final class Checksums {
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

  private Checksums() {}

  /**
   * What did not match and is tolerated, one sentence for each HDU.
   *
   * @throws RefusedException when the data are not those that the checksums were made of
   */
  static List<String> verify(List<Hdu> hdus) {
    List<String> notes = new ArrayList<>();
    for (Hdu hdu : hdus) {
      String mismatch = mismatch(hdu);
      if (!mismatch.isEmpty() && isBinding(hdu.header(), hdus.get(0).header())) {
        throw refused(hdu, mismatch);
      }
      if (!mismatch.isEmpty()) {
        notes.add(
            "%s of HDU %s does not match, and seems to be older than the data."
                .formatted(mismatch, hdu.index()));
      }
    }
    return notes;
  }

  private static String mismatch(Hdu hdu) {
    Header header = hdu.header();
    long stated = header.integer("DATASUM", -1);
    if (stated >= 0 && stated != sum(hdu, hdu.dataStart())) {
      return "DATASUM";
    }
    boolean whole = header.text("CHECKSUM").length() == 16;
    long sum = whole ? sum(hdu, hdu.headerStart()) : 0;
    return sum == 0 || sum == 0xffffffffL ? "" : "CHECKSUM";
  }

  private static boolean isBinding(Header header, Header primary) {
    boolean iraf =
        header.has("IRAF-TLM")
            || primary.has("IRAF-TLM")
            || primary.text("ORIGIN").startsWith("NOAO-IRAF");
    return header.text("CHECKSUM").length() == 16 && !iraf;
  }

  private static RefusedException refused(Hdu hdu, String mismatch) {
    return new RefusedException(
        new Refusal(
            QuarantineReason.CHECKSUM_MISMATCH,
            "FITS_" + mismatch,
            "Cannot read file: %s of HDU %s does not match its bytes"
                .formatted(mismatch, hdu.index()),
            Map.of(mismatch, hdu.header().text(mismatch))));
  }

  /** Sum of the words from here to the end of the HDU's last block, in ones' complement. */
  private static long sum(Hdu hdu, long from) {
    byte[] bytes = hdu.bytes();
    long padded = hdu.dataStart() + HeaderScan.padded(hdu.dataLength());
    int end = (int) Math.min(padded, bytes.length);
    long sum = 0;
    int at = (int) from;
    for (; at <= end - 4; at += 4) {
      sum += (int) INT.get(bytes, at) & 0xffffffffL;
    }
    for (int shift = 24; at < end; at++, shift -= 8) {
      sum += (bytes[at] & 0xffL) << shift;
    }
    while (sum >>> 32 != 0) {
      sum = (sum & 0xffffffffL) + (sum >>> 32);
    }
    return sum;
  }
}

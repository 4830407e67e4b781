package org.novacat.jobs.register;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import org.novacat.jobs.register.fetch.Fetched;
import org.novacat.jobs.register.source.RejectCode;
import org.novacat.jobs.register.source.RejectedException;
import org.novacat.layouts.key.FileEnding;

/** What raw bytes are, as far as it decides where they lie. */
final class RawFiles {
  private static final byte[] FITS = "SIMPLE  =".getBytes(StandardCharsets.US_ASCII);

  private RawFiles() {}

  /**
   * The ending under which bytes are kept: that of their name, but that of FITS where they begin as
   * FITS does, or the name says nothing.
   */
  static FileEnding ending(String fileName, Fetched fetched) throws RejectedException {
    FileEnding named = FileEnding.ofName(fileName).orElse(FileEnding.FITS);
    return named.isFits() || isFits(fetched) ? FileEnding.FITS : named;
  }

  private static boolean isFits(Fetched fetched) throws RejectedException {
    try (InputStream in = Files.newInputStream(fetched.file())) {
      return Arrays.equals(in.readNBytes(FITS.length), FITS);
    } catch (IOException e) {
      throw new RejectedException(
          RejectCode.SOURCE_UNREACHABLE,
          "Cannot read '%s': %s (check the disk)".formatted(fetched.file(), e.getMessage()));
    }
  }
}

package org.novacat.transforms.spectrum.text;

import java.util.concurrent.CancellationException;
import org.novacat.layouts.spectrum.QuarantineReason;
import org.novacat.layouts.spectrum.ReadResult;
import org.novacat.layouts.spectrum.Refusal;
import org.novacat.layouts.spectrum.StatedFacts;
import org.novacat.transforms.spectrum.text.source.TextInput;
import org.novacat.transforms.spectrum.text.source.TextRefusedException;

/**
 * Reads a spectrum out of text: columns in all dialects, ECSV, tables of IPAC, VOTables; packed
 * with gzip or not. Equal bytes and stated facts give equal results; nothing is kept between calls.
 */
public final class TextSpectrumReader {
  private TextSpectrumReader() {}

  /**
   * Reads a file. Whatever its bytes are, it ends as spectra or as a refusal that says why.
   *
   * @param fileName name of the file, for people; it says nothing of what is in it
   * @param stated what a sidecar, a manifest or a metadata table says of it
   * @throws CancellationException when the thread is interrupted; the interruption stays
   */
  public static ReadResult read(String fileName, byte[] bytes, StatedFacts stated) {
    String head = "";
    try {
      TextInput in = TextInput.of(fileName, bytes);
      head = in.head();
      return new SpectrumReading(in, stated).read();
    } catch (TextRefusedException e) {
      return rejected(e.refusal(), head);
    } catch (CancellationException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      return rejected(
          Refusal.of(
              QuarantineReason.OTHER,
              "READER_FAULT",
              "Cannot read '%s': the reader failed with %s (report it with the file)"
                  .formatted(fileName, e)),
          head);
    }
  }

  private static ReadResult rejected(Refusal refusal, String head) {
    return new ReadResult.Rejected(
        refusal, "", head.lines().limit(100).reduce("", TextSpectrumReader::joined), "");
  }

  private static String joined(String before, String line) {
    return before.isEmpty() ? line : before + "\n" + line;
  }
}

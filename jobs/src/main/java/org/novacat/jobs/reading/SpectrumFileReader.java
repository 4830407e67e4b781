package org.novacat.jobs.reading;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.novacat.fits.Explanation;
import org.novacat.fits.SpectrumReader;
import org.novacat.layouts.key.FileEnding;
import org.novacat.layouts.spectrum.QuarantineReason;
import org.novacat.layouts.spectrum.ReadResult;
import org.novacat.layouts.spectrum.Refusal;
import org.novacat.layouts.spectrum.StatedFacts;
import org.novacat.transforms.spectrum.text.TextKind;
import org.novacat.transforms.spectrum.text.TextSpectrumReader;

/** Reads a spectrum, FITS or text, with what is stated beside it. Safe for many threads. */
public final class SpectrumFileReader {
  private static final byte[] FITS = "SIMPLE  =".getBytes(StandardCharsets.US_ASCII);

  /** Bytes of a text that are kept beside a refusal. */
  private static final int MOST_HEAD = 4_000;

  private final SpectrumReader fits = SpectrumReader.standard();

  /**
   * The ending under which bytes are kept: that of their name, but that of FITS where they begin as
   * FITS does, or the name says nothing and they are no spectrum in text.
   *
   * @param stated whether something is stated of them as of a spectrum
   */
  public static FileEnding ending(String fileName, byte[] bytes, boolean stated) {
    FileEnding named = FileEnding.ofName(fileName).orElse(null);
    if (isFits(bytes) || (named != null && named.isFits())) {
      return FileEnding.FITS;
    }
    if (named != null) {
      return named;
    }
    TextKind kind = TextKind.of(fileName, bytes, stated);
    return kind.kind() == TextKind.Kind.SPECTRUM ? FileEnding.TXT : FileEnding.FITS;
  }

  /** Whether bytes begin as FITS does. */
  public static boolean isFits(byte[] start) {
    return start.length >= FITS.length
        && Arrays.equals(start, 0, FITS.length, FITS, 0, FITS.length);
  }

  /**
   * Reads a file, for a caller that tries a file once more when memory or stack did not suffice.
   *
   * @param ending tells FITS from text
   * @throws OutOfMemoryError when its arrays do not fit into what is left of the heap
   * @throws StackOverflowError when it nests deeper than the stack of the calling thread
   */
  public ReadResult readOrThrowErrors(
      String fileName, FileEnding ending, byte[] bytes, StatedFacts stated) {
    return ending.isFits()
        ? fits.readOrThrowErrors(fileName, bytes, stated)
        : TextSpectrumReader.read(fileName, bytes, stated);
  }

  /** Reads a file; what exhausts memory or stack is a refusal too. */
  public ReadResult read(String fileName, FileEnding ending, byte[] bytes, StatedFacts stated) {
    return ending.isFits() ? fits.read(fileName, bytes, stated) : text(fileName, bytes, stated);
  }

  private static ReadResult text(String fileName, byte[] bytes, StatedFacts stated) {
    try {
      return TextSpectrumReader.read(fileName, bytes, stated);
    } catch (OutOfMemoryError e) {
      Refusal refusal =
          Refusal.of(
              QuarantineReason.LIMIT_EXCEEDED,
              "OUT_OF_MEMORY",
              "Cannot read file: its arrays do not fit into memory");
      return new ReadResult.Rejected(refusal, "", "", "");
    }
  }

  /** Reads a file and says how. As safe as {@link #read}. */
  public Explanation explain(String fileName, FileEnding ending, byte[] bytes, StatedFacts stated) {
    if (ending.isFits()) {
      return fits.explain(fileName, bytes, stated);
    }
    ReadResult result = text(fileName, bytes, stated);
    return new Explanation(fileName, List.of(), verdicts(fileName, bytes, stated, result), result);
  }

  private static List<Explanation.Verdict> verdicts(
      String fileName, byte[] bytes, StatedFacts stated, ReadResult result) {
    String profile = result.match(ReadResult.Read::profile, ReadResult.Rejected::profile);
    Map<String, String> inputs =
        result.match(ReadResult.Read::selectionInputs, rejected -> Map.of());
    TextKind kind = TextKind.of(fileName, bytes, !stated.isEmpty());
    return profile.isEmpty()
        ? List.of()
        : List.of(new Explanation.Verdict(profile, "TEXT", true, kind.reason(), inputs));
  }

  /** The header of a file, for people; "" when it has none that can be read. */
  public String headerText(FileEnding ending, byte[] bytes) {
    if (ending.isFits()) {
      return fits.headerText(bytes);
    }
    return ending.text().endsWith(".gz")
        ? ""
        : new String(bytes, 0, Math.min(bytes.length, MOST_HEAD), StandardCharsets.UTF_8);
  }
}

package org.novacat.fits.file;

import java.util.Map;
import java.util.TreeMap;
import org.novacat.layouts.spectrum.QuarantineReason;
import org.novacat.layouts.spectrum.Refusal;

/**
 * Carries a {@link Refusal} from the depth of a decoder to the file boundary, where it becomes a
 * value. It never leaves {@code SpectrumReader}. It has no stack trace: thousands of bad files in a
 * batch must not cost more than good ones.
 */
public final class RefusedException extends RuntimeException {
  /** The fact that tells where in the file the trouble is. */
  public static final String OFFSET = "offset";

  private static final long serialVersionUID = 1L;

  private final transient Refusal refusal;

  public RefusedException(Refusal refusal) {
    super(refusal.message(), null, false, false);
    this.refusal = refusal;
  }

  /** A refusal as UNREADABLE: the bytes are not the FITS file that they claim to be. */
  public static RefusedException unreadable(String detail, String message) {
    return of(QuarantineReason.UNREADABLE, detail, message);
  }

  /** A refusal because a bound that protects the job is exceeded. */
  public static RefusedException overLimit(String detail, String message) {
    return of(QuarantineReason.LIMIT_EXCEEDED, detail, message);
  }

  /** A refusal because the convention needs something that the file lacks. */
  public static RefusedException missing(String what, String message) {
    return new RefusedException(
        new Refusal(
            QuarantineReason.MISSING_CRITICAL_METADATA,
            "MISSING_METADATA",
            message,
            Map.of("missing", what)));
  }

  /** A refusal because the file is understood and is no spectrum. */
  public static RefusedException notASpectrum(String detail, String message) {
    return of(QuarantineReason.NOT_A_SPECTRUM, detail, message);
  }

  /** A refusal with a code and no further facts. */
  public static RefusedException of(QuarantineReason reason, String detail, String message) {
    return new RefusedException(Refusal.of(reason, detail, message));
  }

  /**
   * The same refusal with the place in the file where the trouble is, as its fact {@value #OFFSET};
   * itself when it knows one.
   *
   * @param offset bytes from the start of the file, inflated
   */
  public RefusedException at(long offset) {
    if (refusal.facts().containsKey(OFFSET)) {
      return this;
    }
    Map<String, String> facts = new TreeMap<>(refusal.facts());
    facts.put(OFFSET, Long.toString(offset));
    return new RefusedException(
        new Refusal(refusal.reason(), refusal.detail(), refusal.message(), facts));
  }

  /** Why. */
  public Refusal refusal() {
    return refusal;
  }
}

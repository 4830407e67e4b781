package org.novacat.layouts.spectrum;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.account.Confidence;

/**
 * How sure a spectrum is of what it says, made from what became of the pieces of its file; null
 * where it says nothing of the kind, or where nobody wrote down how sure it is, as of old products.
 *
 * @param timeScale scale of the time
 * @param wavelengthUnit unit of the wavelengths
 * @param medium air or vacuum
 * @param fluxUnit unit of the flux
 */
public record SpectrumTrust(
    @Nullable Confidence timeScale,
    @Nullable Confidence wavelengthUnit,
    @Nullable Confidence medium,
    @Nullable Confidence fluxUnit)
    implements Serializable {
  /** Of nothing it is known how sure it is. */
  public static final SpectrumTrust UNKNOWN = new SpectrumTrust(null, null, null, null);

  /** How sure a medium is that is known so; null for one that is not known. */
  public static @Nullable Confidence of(MediumSource source) {
    return switch (source) {
      case HEADER -> Confidence.STATED;
      case DATA_MODEL -> Confidence.KNOWN;
      case CUSTOM -> Confidence.ASSUMED;
      case UNKNOWN -> null;
    };
  }

  /**
   * The same of a scale: another one than UTC has to be stated; without a word it is UTC by the
   * FITS Standard 4.0, section 9.2.1, and by custom in texts.
   *
   * @param stated whether a word or the name of a card says it
   */
  public static @Nullable Confidence of(@Nullable ObservationTime time, boolean stated) {
    if (time == null || time.scale() == TimeScale.UNKNOWN) {
      return null;
    }
    return stated || time.scale() != TimeScale.UTC ? Confidence.STATED : Confidence.INFERRED;
  }

  /** The less sure of two; the other one where one says nothing. */
  public static @Nullable Confidence least(@Nullable Confidence one, @Nullable Confidence other) {
    return one == null ? other : other == null ? one : one.and(other);
  }
}

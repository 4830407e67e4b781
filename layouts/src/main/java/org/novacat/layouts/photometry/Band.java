package org.novacat.layouts.photometry;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the band registry. Texts are "" when there is nothing to say.
 *
 * @param id the key, e.g. {@code Generic_V}; never renamed
 * @param name the public label, e.g. {@code V}
 * @param regime where in the spectrum
 * @param svoFilterId id of the SVO filter profile service
 * @param spectralValue effective wavelength, frequency or energy, in {@code spectralUnit}; null
 *     when it cannot be said, as for the eye
 * @param spectralUnit {@code Angstrom}, {@code GHz}, {@code keV}, {@code MeV} or {@code GeV}
 * @param width width of the band, in {@code spectralUnit}; null when not known
 * @param zeroPointVegaJy flux density of magnitude 0 in the Vega system, Jy; null when not known
 * @param magSystem the system of its magnitudes when a file is silent
 * @param aliases other spellings; each belongs to one entry
 * @param observatory the telescope or mission that the band is of
 * @param instrument the instrument that it is of
 * @param exclusionReason why measurements in it enter no table; "" when they do
 * @param narrow whether it is a narrow band, which no group joins with others
 * @param group measurements of equal group are drawn as one light curve
 * @param doubtful whether magnitudes in it are a rough guide only, as those of the eye
 */
public record Band(
    String id,
    String name,
    Regime regime,
    String svoFilterId,
    @Nullable Double spectralValue,
    String spectralUnit,
    @Nullable Double width,
    @Nullable Double zeroPointVegaJy,
    String magSystem,
    List<String> aliases,
    String observatory,
    String instrument,
    String exclusionReason,
    boolean narrow,
    String group,
    boolean doubtful) {
  public Band {
    requireNonNull(id, "id is null");
    requireNonNull(regime, "regime is null");
    SpectralKind.ofUnit(spectralUnit);
    aliases = List.copyOf(aliases);
  }

  /** Whether measurements in it enter no table. */
  public boolean excluded() {
    return !exclusionReason.isEmpty();
  }

  /** Whether it stands for a band whose telescope nobody named. */
  public boolean generic() {
    return id.startsWith("Generic_");
  }
}

package org.novacat.fits.profile.table;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.novacat.fits.data.Column;
import org.novacat.fits.data.Table;
import org.novacat.fits.file.Hdu;
import org.novacat.fits.profile.Cards;
import org.novacat.fits.profile.Input;
import org.novacat.fits.profile.Match;
import org.novacat.fits.profile.Mediums;
import org.novacat.fits.profile.Profile;
import org.novacat.fits.profile.Reading;
import org.novacat.fits.profile.Spectra;
import org.novacat.fits.profile.Tables;
import org.novacat.layouts.spectrum.SourceSpectrum;
import org.novacat.layouts.spectrum.Uncertainty;

/**
 * Co-added spectra of HST by the HASP and ULLYSES programs of STScI: an extension SCIENCE of one
 * row with vectors WAVELENGTH, FLUX, ERROR, SNR and EFF_EXPTIME; PROVENANCE behind it lists the
 * exposures. Wavelengths are in vacuum, as those of the x1d files that went in.
 */
public final class HstCoaddProfile implements Profile {
  @Override
  public String id() {
    return "hst-coadd@1";
  }

  @Override
  public Match match(Input input) {
    Tables.@Nullable Found science = table(input);
    if (science == null) {
      return Match.no("no one-row table SCIENCE with WAVELENGTH, FLUX, ERROR and EFF_EXPTIME");
    }
    return Match.yes(
        Match.Rank.CONVENTION,
        "the SCIENCE table of an HST coadd",
        Map.of(
            "columns", Tables.names(science.table()),
            "TELESCOP", Cards.of(input, science.hdu()).text("TELESCOP")));
  }

  private static Tables.@Nullable Found table(Input input) {
    @Nullable Hdu science = input.named("SCIENCE");
    Tables.Found found = Tables.of(input, science);
    boolean fits =
        found != null
            && found.table().rows() == 1
            && Tables.hasAll(found.table(), "WAVELENGTH", "FLUX", "ERROR", "EFF_EXPTIME");
    return fits ? found : null;
  }

  @Override
  public Reading read(Input input) {
    Tables.Found science = Objects.requireNonNull(table(input));
    Table table = science.table();
    Column wavelength = Tables.required(science, "WAVELENGTH");
    Column flux = Tables.required(science, "FLUX");
    Column error = Tables.required(science, "ERROR");
    SourceSpectrum spectrum =
        Spectra.in(science.hdu(), 0)
            .axis(
                table.vector(wavelength, 0),
                wavelength.unit(),
                Mediums.vacuumOf("HST coadd"),
                "column WAVELENGTH")
            .flux(table.vector(flux, 0), flux.unit())
            .uncertainty(Uncertainty.Kind.SIGMA, table.vector(error, 0), error.unit())
            .build();
    return Reading.of(input, science.hdu(), List.of(spectrum));
  }
}

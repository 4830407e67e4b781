package org.novacat.fits.profile.table;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.novacat.fits.data.Column;
import org.novacat.fits.data.Table;
import org.novacat.fits.profile.Cards;
import org.novacat.fits.profile.Input;
import org.novacat.fits.profile.Match;
import org.novacat.fits.profile.Mediums;
import org.novacat.fits.profile.Profile;
import org.novacat.fits.profile.Reading;
import org.novacat.fits.profile.Spectra;
import org.novacat.fits.profile.Tables;
import org.novacat.layouts.spectrum.FluxCalibration;
import org.novacat.layouts.spectrum.SourceSpectrum;
import org.novacat.layouts.spectrum.Uncertainty;

/**
 * DEEP2 "spec1d" (DEIMOS): tables of one row with vectors FLUX or SPEC (counts), LAMBDA (Angstrom,
 * no TUNIT) and IVAR. The full files repeat the extraction, an HDU for each detector and method;
 * the first pair of method is then not known, so only files with one table are read.
 */
public final class Deep2Profile implements Profile {
  @Override
  public String id() {
    return "deep2-spec1d@1";
  }

  @Override
  public Match match(Input input) {
    Tables.@Nullable Found found = table(input);
    return found == null
        ? Match.no("no single one-row table of vectors FLUX or SPEC, LAMBDA and IVAR")
        : Match.yes(
            Match.Rank.STRUCTURE,
            "the columns of a DEEP2 spec1d",
            Map.of("columns", Tables.names(found.table())));
  }

  private static Tables.@Nullable Found table(Input input) {
    List<Tables.Found> tables = input.tables();
    if (tables.size() != 1 || tables.get(0).table().rows() != 1) {
      return null;
    }
    Table table = tables.get(0).table();
    Column lambda = table.find("LAMBDA");
    Column flux = flux(table);
    Column ivar = table.find("IVAR");
    boolean vectors =
        lambda != null
            && flux != null
            && ivar != null
            && lambda.isVector()
            && flux.count() == lambda.count()
            && ivar.count() == lambda.count();
    return vectors ? tables.get(0) : null;
  }

  private static @Nullable Column flux(Table table) {
    return table.findAny(List.of("FLUX", "SPEC"));
  }

  @Override
  public Reading read(Input input) {
    Tables.Found found = Objects.requireNonNull(table(input));
    Table table = found.table();
    Column lambda = Tables.required(found, "LAMBDA");
    Column flux = Objects.requireNonNull(flux(table));
    Column ivar = Tables.required(found, "IVAR");
    SourceSpectrum spectrum =
        Spectra.in(found.hdu(), 0)
            .axis(
                table.vector(lambda, 0),
                lambda.unit().isBlank() ? "Angstrom" : lambda.unit(),
                Mediums.stated(Cards.of(input, found.hdu())),
                "column LAMBDA")
            .flux(table.vector(flux, 0), flux.unit(), FluxCalibration.UNCALIBRATED)
            .uncertainty(Uncertainty.Kind.IVAR, table.vector(ivar, 0), ivar.unit())
            .build();
    return Reading.of(input, found.hdu(), List.of(spectrum));
  }
}

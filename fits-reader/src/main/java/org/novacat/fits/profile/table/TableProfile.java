package org.novacat.fits.profile.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.novacat.fits.data.Table;
import org.novacat.fits.profile.Cards;
import org.novacat.fits.profile.Input;
import org.novacat.fits.profile.Match;
import org.novacat.fits.profile.Mediums;
import org.novacat.fits.profile.Observations;
import org.novacat.fits.profile.Profile;
import org.novacat.fits.profile.Reading;
import org.novacat.fits.profile.Spectra;
import org.novacat.fits.profile.SpectrumColumns;
import org.novacat.fits.profile.Tables;
import org.novacat.layouts.spectrum.SourceSpectrum;

/**
 * A plain table of wavelength and flux, columns known by their names, one pixel a row or one row of
 * vectors. The only such table of its file; with two of them nothing says which is the spectrum.
 */
public final class TableProfile implements Profile {
  @Override
  public String id() {
    return "table@1";
  }

  @Override
  public Match match(Input input) {
    List<Tables.Found> tables = candidates(input);
    if (tables.size() != 1) {
      return Match.no(
          tables.isEmpty()
              ? "no table with a wavelength and a flux of the same form"
              : "%s tables with wavelength and flux".formatted(tables.size()));
    }
    Tables.Found found = tables.get(0);
    return Match.yes(
        Match.Rank.GENERIC,
        "one table with wavelength and flux",
        Map.of("HDU", String.valueOf(found.hdu().index()), "columns", Tables.names(found.table())));
  }

  private static List<Tables.Found> candidates(Input input) {
    List<Tables.Found> tables = new ArrayList<>();
    for (Tables.Found found : input.tables()) {
      @Nullable SpectrumColumns columns = SpectrumColumns.find(found.table());
      if (columns != null && isOneSpectrum(found.table(), columns)) {
        tables.add(found);
      }
    }
    return tables;
  }

  private static boolean isOneSpectrum(Table table, SpectrumColumns columns) {
    return columns.wavelength().isScalar() ? table.rows() > 1 : table.rows() == 1;
  }

  @Override
  public Reading read(Input input) {
    Tables.Found found = candidates(input).get(0);
    Cards cards = Cards.of(input, found.hdu());
    List<String> notes = new ArrayList<>(input.file().notes());
    SourceSpectrum spectrum = spectrum(found, Mediums.stated(cards));
    if (spectrum.axis().unit().isEmpty()) {
      notes.add("No card states the unit of the wavelengths.");
    }
    return new Reading(Observations.of(cards), List.of(spectrum), notes);
  }

  /** The spectrum of a table that has the usual columns, with this medium. */
  static SourceSpectrum spectrum(Tables.Found found, Mediums medium) {
    Table table = found.table();
    SpectrumColumns columns = Objects.requireNonNull(SpectrumColumns.find(table));
    String name = columns.wavelength().name().strip();
    return Spectra.in(found.hdu(), 0)
        .axis(
            table.samples(columns.wavelength()),
            columns.wavelength().unit(),
            medium,
            "column " + name)
        .flux(table.samples(columns.flux()), columns.flux().unit())
        .uncertainty(columns.kind(), table, columns.uncertainty())
        .build();
  }
}

package org.novacat.transforms.photometry.read.format;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.novacat.layouts.account.Confidence;
import org.novacat.layouts.photometry.EpochSystem;
import org.novacat.layouts.photometry.TimeReference;
import org.novacat.layouts.text.Tsv;
import org.novacat.transforms.photometry.read.column.ColumnFacts;
import org.novacat.transforms.photometry.read.column.Conventions;
import org.novacat.transforms.photometry.read.column.FluxUnits;
import org.novacat.transforms.photometry.read.column.SourceScale;
import org.novacat.transforms.photometry.read.column.TimeFrame;
import org.novacat.transforms.photometry.read.column.UploadColumn;
import org.novacat.transforms.photometry.read.table.RawTable;
import org.novacat.transforms.photometry.read.table.RowCursor;
import org.novacat.transforms.photometry.read.upload.TextUpload;
import org.novacat.transforms.text.Numbers;

/**
 * Tables of surveys and archives, told by the names of their columns whatever the container
 * (resource {@code known-tables.tsv}).
 */
final class KnownTables {
  /** The download of the AAVSO, with the spelling of its header; the older one ends after 18. */
  private static final List<String> AAVSO =
      List.of(
          ("JD,Magnitude,Uncertainty,HQuncertainty,Band,Observer Code,Comment Code(s),"
                  + "Comp Star 1,Comp Star 2,Charts,Comments,Transfomed,Airmass,Validation Flag,"
                  + "Cmag,Kmag,HJD,Star Name,Observer Affiliation,Measurement Method,"
                  + "Grouping Method,ADS Reference,Digitizer,Credit")
              .split(","));

  private static final int AAVSO_OLD = 18;

  /** Columns that tell, and what they tell. */
  private record Known(String format, Set<String> columns, Conventions conventions) {
    static Known of(Tsv.Row row) {
      List<String> frame = row.words("frame");
      Conventions said =
          Conventions.NONE
              .roles(row.cell("roles"))
              .by(row.cell("telescope"), row.cell("instrument"))
              .flux(row.cell("unit"), "")
              .system(row.cell("system"))
              .limits(
                  Double.parseDouble(row.cell("detection")), Double.parseDouble(row.cell("sigma")));
      return new Known(
          row.cell("format"),
          Set.copyOf(row.words("columns")),
          frame.isEmpty() ? said : said.time(frame(frame, row.cell("reason"))));
    }

    private static TimeFrame frame(List<String> words, String reason) {
      SourceScale scale = SourceScale.valueOf(words.get(1));
      TimeFrame frame =
          TimeFrame.manual(
                  EpochSystem.valueOf(words.get(0)),
                  scale.scale(),
                  TimeReference.valueOf(words.get(2)),
                  reason)
              .source(scale, Confidence.KNOWN);
      return words.size() == 3
          ? frame
          : frame.from(Double.parseDouble(words.get(3)) + TimeFrame.JD_ZERO, reason);
    }

    /** A file that says itself from when its times count is believed. */
    Conventions of(ColumnFacts facts) {
      TimeFrame frame = conventions.frame();
      boolean said =
          facts.values().keySet().stream().anyMatch(key -> key.startsWith(ColumnFacts.TIME_ZERO));
      return frame != null && frame.offset() && said ? conventions.time(null) : conventions;
    }
  }

  private static final List<Known> KNOWN =
      Tsv.resource(KnownTables.class, "known-tables.tsv").rows().stream().map(Known::of).toList();

  private static final Set<String> LIGHTKURVE =
      Set.of(
          "cadenceno", "sapquality", "centroidcol", "sapflux", "pdcsapflux", "fluxerr", "quality");

  private KnownTables() {}

  /** The same table with what its survey says of it; as it is when no survey knows it. */
  static RawTable recognised(RawTable table, TextUpload in) {
    return recognised(withAavsoNames(table), in.name());
  }

  static RawTable recognised(RawTable table, String fileName) {
    Set<String> names =
        table.columns().stream().map(UploadColumn::plain).collect(Collectors.toSet());
    RefusedTables.check(fileName, names);
    RawTable neowise = Neowise.of(table, names);
    if (neowise != null) {
      return neowise;
    }
    for (Known known : KNOWN) {
      if (names.containsAll(known.columns)) {
        return table.as(known.format, known.of(table.facts()));
      }
    }
    boolean cadence = names.contains("time") && hasFlux(names);
    return cadence && names.stream().filter(LIGHTKURVE::contains).count() >= 2
        ? lightkurve(table, fileName)
        : table;
  }

  private static boolean hasFlux(Set<String> names) {
    return names.contains("flux") || names.contains("sapflux") || names.contains("pdcsapflux");
  }

  /** TESS or Kepler: the columns are the same, so the header or the name of the file tells. */
  private static RawTable lightkurve(RawTable table, String fileName) {
    String told = (fileName + " " + table.facts().values()).toLowerCase(Locale.ROOT);
    boolean tess = told.contains("tess");
    boolean kepler = told.contains("kepler") || told.contains("kplr") || told.contains("ktwo");
    Conventions said =
        Conventions.NONE
            .roles("time=epoch quality=quality sapquality=quality")
            .flux(FluxUnits.INSTRUMENTAL, tess ? "TESS" : kepler ? "Kepler" : "");
    if (tess || kepler) {
      said = said.by(tess ? "TESS" : "Kepler", "").time(tess ? TimeFrame.BTJD : TimeFrame.BKJD);
    }
    boolean fits = table.format().startsWith("fits");
    return table.as(fits ? table.format() : "lightkurve-csv", said);
  }

  /** Gives the columns of a download without a header their names. */
  private static RawTable withAavsoNames(RawTable table) {
    int count = table.columns().size();
    if (!table.isHeaderless()) {
      return table;
    }
    RowCursor row = table.rows().open();
    boolean comma = count == AAVSO.size() + 1 || count == AAVSO_OLD + 1;
    int names = comma ? count - 1 : count;
    if (names != AAVSO.size() && names != AAVSO_OLD) {
      return table;
    }
    return row.next() && isAavso(row) && row.isEmptyFrom(names)
        ? table.named(AAVSO.subList(0, names).stream().map(UploadColumn::named).toList())
        : table;
  }

  private static boolean isAavso(RowCursor row) {
    return Numbers.parse(row.cell(0)) > 2_300_000
        && row.cell(11).matches("(?i)yes|no|[01]|")
        && row.cell(13).matches("[A-Z]?")
        && Double.isNaN(Numbers.parse(row.cell(17)));
  }
}

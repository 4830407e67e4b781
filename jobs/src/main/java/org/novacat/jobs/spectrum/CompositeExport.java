package org.novacat.jobs.spectrum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.novacat.jobs.spectrum.SpectrumFacts.Fact;
import org.novacat.jobs.spectrum.SpectrumTable.ExportColumn;
import org.novacat.jobs.votable.TimeSystem;
import org.novacat.layouts.spectrum.Medium;
import org.novacat.layouts.spectrum.SpectrumColumn;
import org.novacat.transforms.composite.Composite;
import org.novacat.transforms.composite.Composite.Share;
import org.novacat.transforms.composite.Setting;

/**
 * Writes a composite as a file for other programs, as {@link SpectrumExport} does with a spectrum.
 * Its header says what each constituent gave: {@code CIDn}, {@code CSHAn} and {@code CWGTn} for
 * programs, {@code HISTORY} for people. CSV has no place for that.
 */
public final class CompositeExport {
  private static final String DATA = "Data.";
  private static final String AXIS = "Char.SpectralAxis.Coverage.";
  private static final String ANGSTROM = "Angstrom";

  private final List<Fact> facts = new ArrayList<>();
  private final Composite composite;

  private CompositeExport(Composite composite) {
    this.composite = composite;
  }

  /**
   * What a composite does not know of itself.
   *
   * @param nova its primary name
   * @param timeScale of the epochs; "" when constituents differ
   * @param software that joined it, with its version
   */
  public record Labels(String nova, String timeScale, String software) {}

  /** The file; equal input gives equal bytes. */
  public static byte[] bytes(Composite composite, Labels labels, ExportFormat format) {
    CompositeExport export = new CompositeExport(composite);
    export.identity(labels);
    export.time(labels);
    export.coverage();
    export.lineage();
    return format.write(new SpectrumTable(columns(composite), export.facts, notes(composite)));
  }

  private static List<ExportColumn> columns(Composite composite) {
    Setting setting = composite.setting();
    List<ExportColumn> columns = new ArrayList<>();
    columns.add(
        column(setting, SpectrumColumn.WAVELENGTH, "SpectralAxis.Value", composite.wavelength()));
    columns.add(column(setting, SpectrumColumn.FLUX, "FluxAxis.Value", composite.flux()));
    double[] sigma = composite.uncertainty();
    if (Arrays.stream(sigma).anyMatch(Double::isFinite)) {
      columns.add(
          column(setting, SpectrumColumn.UNCERTAINTY, "FluxAxis.Accuracy.StatError", sigma));
    }
    columns.add(SpectrumTables.quality(quality(composite.flux())));
    return columns;
  }

  private static ExportColumn column(
      Setting setting, SpectrumColumn column, String field, double[] values) {
    return new ExportColumn(
        column.columnName(),
        column.unit(setting.fluxUnit()),
        column.ucd(setting.medium()),
        DATA + field,
        column.description(),
        values);
  }

  private static int[] quality(double[] flux) {
    return Arrays.stream(flux).mapToInt(value -> Double.isFinite(value) ? 0 : 1).toArray();
  }

  private void identity(Labels labels) {
    add("VOPUB", "Curation.Publisher", "novacat", "", "meta.curation", "publisher");
    add("COLLECT1", "DataID.Collection", composite.setting().provider(), "", "", "provider");
    add("OBJECT", "Target.Name", labels.nova(), "", "meta.id;src", "nova");
    add("NOVA", "", labels.nova(), "", "meta.id;src", "nova, as the catalogue names it");
    if (!composite.setting().instrument().isEmpty()) {
      add("INSTRUME", "DataID.Instrument", composite.setting().instrument(), "", "", "instrument");
    }
    add("CREATOR", "", labels.software(), "", "", "program that joined it");
  }

  /** The data model has one time; MJDFIRST and MJDLAST tell what it is the middle of. */
  private void time(Labels labels) {
    double middle = composite.firstMjd() + (composite.lastMjd() - composite.firstMjd()) / 2;
    String field = "Char.TimeAxis.Coverage.Location.Value";
    Fact time = new Fact("TMID", field, middle, "d", "time.epoch;obs", "MJD: middle of the two");
    String scale = labels.timeScale();
    facts.add(scale.isEmpty() ? time : time.in(new TimeSystem("obs", scale, "UNKNOWN")));
    add("MJDFIRST", "", composite.firstMjd(), "d", "time.epoch", "epoch of the first");
    add("MJDLAST", "", composite.lastMjd(), "d", "time.epoch", "epoch of the last");
    if (!scale.isEmpty()) {
      add("TIMESYS", "CoordSys.TimeFrame.Name", scale, "", "", "time scale of TMID");
    }
  }

  private void coverage() {
    double[] wavelength = composite.wavelength();
    double min = wavelength[0];
    double max = wavelength[wavelength.length - 1];
    add("SPEC_VAL", AXIS + "Location.Value", (min + max) / 2, ANGSTROM, "em.wl", "middle");
    add("SPEC_BW", AXIS + "Bounds.Extent", max - min, ANGSTROM, "instr.bandwidth", "width");
    add("TDMIN1", AXIS + "Bounds.Start", min, ANGSTROM, "em.wl;stat.min", "shortest wavelength");
    add("TDMAX1", AXIS + "Bounds.Stop", max, ANGSTROM, "em.wl;stat.max", "longest wavelength");
    add("DATALEN", "Length", wavelength.length, "", "meta.number", "number of samples");
    add("VOSEGT", "Type", "Spectrum", "", "", "kind of dataset");
    Setting setting = composite.setting();
    if (setting.medium() != Medium.UNKNOWN) {
      String medium = setting.medium() == Medium.AIR ? "air" : "vac";
      add("AIRORVAC", "", medium, "", "", "medium of the wavelengths");
    }
    String worth = setting.calibration().name();
    add("FLUX_CAL", "Char.FluxAxis.Calibration", worth, "", "", "what the flux is worth");
  }

  private void lineage() {
    List<Share> shares = composite.shares();
    add("NCOMBINE", "", shares.size(), "", "meta.number", "number of constituents");
    for (int n = 1; n <= shares.size(); n++) {
      Share share = shares.get(n - 1);
      add("CID" + n, "", share.id(), "", "meta.id", "data product of novacat");
      add("CSHA" + n, "", share.sha256(), "", "", "SHA-256 of its file");
      add("CWGT" + n, "", share.weight(), "", "", "part of the weight");
    }
  }

  private static List<String> notes(Composite composite) {
    List<Share> shares = composite.shares();
    Stream<String> first =
        Stream.of(
            "Composite of %s spectra of MJD %s to %s; each is in the archive as it was."
                .formatted(shares.size(), composite.firstMjd(), composite.lastMjd()),
            "Mean on the finer pixels, weights 1/sigma^2, or 1 where a sigma is not known;"
                + " coarser ones resampled with their flux kept.",
            "Uncertainties are for single samples; of a mean over many samples the variance is up"
                + " to the variance factor larger.");
    return Stream.concat(
            first, IntStream.range(0, shares.size()).mapToObj(n -> note(n + 1, shares.get(n))))
        .toList();
  }

  private static String note(int number, Share share) {
    return "Constituent %s: product %s, SHA-256 %s, weight %s, %s samples from %s to %s Angstrom, variance factor %s."
        .formatted(
            number,
            share.id(),
            share.sha256(),
            share.weight(),
            share.samples(),
            share.from(),
            share.to(),
            share.varianceFactor());
  }

  private void add(
      String keyword, String field, Object value, String unit, String ucd, String comment) {
    facts.add(new Fact(keyword, field, value, unit, ucd, comment));
  }
}

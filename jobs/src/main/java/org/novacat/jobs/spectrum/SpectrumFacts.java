package org.novacat.jobs.spectrum;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.spectrum.SpectrumTable.ExportColumn;
import org.novacat.jobs.votable.CoordinateSystem;
import org.novacat.jobs.votable.SkySystem;
import org.novacat.jobs.votable.TimeSystem;
import org.novacat.layouts.spectrum.Medium;

/**
 * What an export says of the whole spectrum: the mandatory fields of the IVOA Spectrum Data Model
 * 1.1 (table 1) as far as the file told them, and where it all comes from. Nothing says when the
 * export was made, so that equal spectra give equal bytes.
 */
final class SpectrumFacts {
  private final List<Fact> facts = new ArrayList<>();
  private final StoredSpectrum spectrum;

  private SpectrumFacts(StoredSpectrum spectrum) {
    this.spectrum = spectrum;
  }

  /**
   * The facts of a spectrum.
   *
   * @param wavelength the column of the wavelengths that are exported
   * @param order the number of the first order that is exported
   */
  static List<Fact> of(StoredSpectrum spectrum, ExportColumn wavelength, int order) {
    SpectrumFacts facts = new SpectrumFacts(spectrum);
    facts.identity();
    facts.observation();
    facts.coverage((double[]) wavelength.values(), order);
    facts.origin();
    return List.copyOf(facts.facts);
  }

  private void identity() {
    text("TITLE", "DataID.Title", "/source/file_name", "name of the file it was made from");
    add("VOPUB", "Curation.Publisher", "novacat", "", "meta.curation", "publisher");
    text("DS_IDENT", "DataID.DatasetID", "/data_product_id", "data product of novacat");
    text("CR_IDENT", "DataID.CreatorDID", "/source/locator_identity", "where its provider has it");
    text("COLLECT1", "DataID.Collection", "/provider", "provider");
    target();
  }

  /** The model asks for a name of the target; where the file has none, the table has. */
  private void target() {
    String object = spectrum.text("/observation/object");
    String name = object.isEmpty() ? spectrum.nova() : object;
    String source = object.isEmpty() ? "nova, as the catalogue names it" : "target, by its file";
    add("OBJECT", "Target.Name", name, "", "meta.id;src", source);
    add("NOVA", "", spectrum.nova(), "", "meta.id;src", "nova, as the catalogue names it");
  }

  private void observation() {
    text("TELESCOP", "", "/observation/telescope", "telescope");
    text("INSTRUME", "DataID.Instrument", "/observation/instrument", "instrument");
    text("OBSERVER", "", "/observation/observer", "observer");
    place();
    number(
        "TMID",
        "Char.TimeAxis.Coverage.Location.Value",
        "/observation/time/mjd",
        "d",
        "time.epoch;obs",
        "MJD: " + spectrum.text("/observation/time/source"));
    String scale = spectrum.text("/observation/time/scale");
    if (!scale.isEmpty()) {
      count("TMID", new TimeSystem("obs", scale, "UNKNOWN"));
    }
    number(
        "TMIDPREC",
        "Char.TimeAxis.Accuracy.BinSize",
        "/observation/time/precision_days",
        "d",
        "",
        "how wide an interval the file leaves open");
    number(
        "TMIDSPAN",
        "Char.TimeAxis.Coverage.Bounds.Extent",
        "/observation/time/span_days",
        "d",
        "time.duration",
        "from the first exposure to the last");
    text("TIMESYS", "CoordSys.TimeFrame.Name", "/observation/time/scale", "time scale of TMID");
    number(
        "EXPOSURE",
        "Char.TimeAxis.Coverage.Support.Extent",
        "/observation/exposure_s",
        "s",
        "time.duration;obs.exposure",
        "exposure time");
    text(
        "SPECSYS",
        "CoordSys.SpectralFrame.RefPos",
        "/observation/raw_facts/SPECSYS",
        "frame of the wavelengths");
  }

  /** In ICRS, where the frame of the file is clear; of older documents as the file states it. */
  private void place() {
    boolean older = spectrum.text("/observation/frame").isEmpty();
    String icrs = older ? "/observation/" : "/observation/icrs_";
    number("RA", "", icrs + "ra_deg", "deg", "pos.eq.ra", "right ascension");
    number("DEC", "", icrs + "dec_deg", "deg", "pos.eq.dec", "declination");
    if (!older) {
      count("RA", SkySystem.ICRS);
      count("DEC", SkySystem.ICRS);
    }
  }

  private void coverage(double[] wavelength, int order) {
    double min = DoubleStream.of(wavelength).min().orElseThrow();
    double max = DoubleStream.of(wavelength).max().orElseThrow();
    String axis = "Char.SpectralAxis.Coverage.";
    String angstrom = "Angstrom";
    add("SPEC_VAL", axis + "Location.Value", (min + max) / 2, angstrom, "em.wl", "middle");
    add("SPEC_BW", axis + "Bounds.Extent", max - min, angstrom, "instr.bandwidth", "width");
    add("TDMIN1", axis + "Bounds.Start", min, angstrom, "em.wl;stat.min", "shortest wavelength");
    add("TDMAX1", axis + "Bounds.Stop", max, angstrom, "em.wl;stat.max", "longest wavelength");
    add("DATALEN", "Length", wavelength.length, "", "meta.number", "number of samples");
    add("VOSEGT", "Type", "Spectrum", "", "", "kind of dataset");
    add("FORDER", "", order, "", "instr.order", "number of the first order");
    medium();
    text("FLUX_CAL", "Char.FluxAxis.Calibration", "/flux/calibration", "what the flux is worth");
    number("DER_SNR", "Derived.SNR", "/summary/snr", "", "stat.snr", "signal to noise ratio");
  }

  private void medium() {
    if (spectrum.statedMedium() != Medium.UNKNOWN) {
      String medium = spectrum.statedMedium() == Medium.AIR ? "air" : "vac";
      add("AIRORVAC", "", medium, "", "", "medium of the wavelengths");
    }
  }

  private void origin() {
    text("CREATOR", "", "/software", "program that normalised it");
    text("PROFILE", "", "/profile/id", "convention of the file it was made from");
    text("RAWKEY", "", "/source/key", "object that holds that file");
    text("RAWHASH", "", "/source/sha256", "SHA-256 of that file");
  }

  /** Says what a fact counts in, if it is there. */
  private void count(String keyword, CoordinateSystem system) {
    facts.replaceAll(fact -> fact.keyword().equals(keyword) ? fact.in(system) : fact);
  }

  private void text(String keyword, String field, String pointer, String comment) {
    String text = spectrum.text(pointer);
    if (!text.isEmpty()) {
      add(keyword, field, text, "", "", comment);
    }
  }

  private void number(
      String keyword, String field, String pointer, String unit, String ucd, String comment) {
    @Nullable Double number = spectrum.number(pointer);
    if (number != null) {
      add(keyword, field, number, unit, ucd, comment);
    }
  }

  private void add(
      String keyword, String field, Object value, String unit, String ucd, String comment) {
    facts.add(new Fact(keyword, field, value, unit, ucd, comment));
  }

  /**
   * Something that holds for a whole spectrum.
   *
   * @param keyword its FITS keyword, of the table of keywords in the IVOA Spectrum Data Model 1.1
   *     where that has one
   * @param field its name in that model, such as {@code Target.Name}; "" when it has none
   * @param value text, {@code Double} or {@code Integer}
   * @param unit "" for none
   * @param ucd "" for none
   * @param comment a few words
   * @param system what it counts in; null when in nothing, or when that is not known
   */
  record Fact(
      String keyword,
      String field,
      Object value,
      String unit,
      String ucd,
      String comment,
      @Nullable CoordinateSystem system) {
    /** A fact that counts in nothing. */
    Fact(String keyword, String field, Object value, String unit, String ucd, String comment) {
      this(keyword, field, value, unit, ucd, comment, null);
    }

    Fact in(CoordinateSystem other) {
      return new Fact(keyword, field, value, unit, ucd, comment, other);
    }
  }
}

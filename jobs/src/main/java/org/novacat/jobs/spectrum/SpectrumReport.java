package org.novacat.jobs.spectrum;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.report.Report;

/** One spectrum for people; for programs, its {@code metadata.json}. */
record SpectrumReport(StoredSpectrum spectrum) implements Report {
  @Override
  public ObjectNode json() {
    return spectrum.metadata();
  }

  @Override
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    line(lines, "product", text("/data_product_id") + " (" + text("/provider") + ")");
    line(lines, "file", text("/source/file_name"));
    line(lines, "profile", text("/profile/id"));
    line(lines, "nova", spectrum.nova());
    line(lines, "target", text("/observation/object"));
    line(
        lines,
        "taken by",
        (text("/observation/telescope") + " " + text("/observation/instrument")).strip());
    line(lines, "at", time());
    line(
        lines,
        "wavelength",
        "%s to %s Angstrom, %s (%s)"
            .formatted(
                spectrum.number("/summary/wavelength_min_angstrom"),
                spectrum.number("/summary/wavelength_max_angstrom"),
                text("/wavelength/medium"),
                text("/wavelength/medium_source")));
    line(lines, "flux", (text("/flux/unit") + " " + text("/flux/calibration")).strip());
    line(
        lines,
        "samples",
        "%s in %s orders".formatted(spectrum.columns().rows(), spectrum.orders()));
    @Nullable Double snr = spectrum.number("/summary/snr");
    line(lines, "snr", snr == null ? "" : String.format(Locale.ROOT, "%.1f", snr));
    spectrum.notes().forEach(note -> line(lines, "note", note));
    return lines;
  }

  private String time() {
    @Nullable Double mjd = spectrum.number("/observation/time/mjd");
    return mjd == null
        ? ""
        : "MJD %s %s (%s)"
            .formatted(mjd, text("/observation/time/scale"), text("/observation/time/source"));
  }

  private String text(String pointer) {
    return spectrum.text(pointer);
  }

  private static void line(List<String> lines, String name, String value) {
    if (!value.isEmpty()) {
      lines.add("%-11s%s".formatted(name, value));
    }
  }
}

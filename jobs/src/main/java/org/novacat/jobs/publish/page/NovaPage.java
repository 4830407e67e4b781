package org.novacat.jobs.publish.page;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.content.NovaContent;
import org.novacat.jobs.content.SpectrumContent;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.spectrum.SpectrumSummary;

/** The page of one nova. */
public final class NovaPage {
  private static final String TOP = "../../";

  private NovaPage() {}

  /** What of a spectrum stands beside the page, as paths from it. */
  public record SpectrumLinks(String data, String raw, String picture, String metadata) {}

  /**
   * The page.
   *
   * @param links of each spectrum, in their order
   * @param rows of the photometry table that everybody may see; 0 for none
   */
  public static byte[] of(NovaContent nova, List<SpectrumLinks> links, long rows) {
    Html page = new Html(nova.primaryName(), TOP);
    page.paragraph(Html.link(TOP + "index.html", "All novae"));
    facts(page, nova);
    page.paragraph(
        "Everything in one file: "
            + Html.link("full.zip", "full.zip")
            + ", with how to cite it and whom to thank; what is in it: "
            + Html.link("manifest.json", "manifest.json"));
    if (rows > 0) {
      photometry(page, rows);
    }
    if (!links.isEmpty()) {
      spectra(page, nova.spectra(), links);
    }
    return page.end();
  }

  private static void facts(Html page, NovaContent nova) {
    if (!nova.aliases().isEmpty()) {
      page.paragraph(
          "Also known as " + nova.aliases().stream().map(Html::escaped).collect(joining(", ")));
    }
    Double ra = nova.raDeg();
    Double dec = nova.decDeg();
    if (ra != null && dec != null) {
      page.paragraph(String.format(Locale.ROOT, "RA %.5f°, Dec %+.5f° (ICRS)", ra, dec));
    }
  }

  private static void photometry(Html page, long rows) {
    page.heading("Photometry");
    page.paragraph("<img src=\"lightcurve.png\" alt=\"Light curve\">");
    page.paragraph(
        String.format(Locale.ROOT, "%,d rows as ", rows)
            + Html.link("photometry.parquet", "Parquet")
            + ", "
            + Html.link("photometry.vot", "VOTable")
            + ", "
            + Html.link("photometry.csv", "CSV"));
  }

  private static void spectra(Html page, List<SpectrumContent> spectra, List<SpectrumLinks> links) {
    page.heading("Spectra");
    page.raw("<table>");
    page.row("th", "MJD", "Provider", "Instrument", "Wavelengths, Å", "Samples", "Files", "");
    for (int i = 0; i < links.size(); i++) {
      row(page, spectra.get(i), links.get(i));
    }
    page.raw("</table>");
  }

  private static void row(Html page, SpectrumContent spectrum, SpectrumLinks links) {
    SpectrumSummary summary = spectrum.summary();
    page.row(
        "td",
        mjd(summary.observationMjd()),
        Html.escaped(spectrum.provider().name()),
        Html.escaped((summary.telescope() + " " + summary.instrument()).strip()),
        String.format(Locale.ROOT, "%.1f–%.1f", summary.wavelengthMin(), summary.wavelengthMax()),
        Integer.toString(summary.samples()),
        Html.link(links.data(), "FITS")
            + " "
            + Html.link(links.raw(), "as it came")
            + " "
            + Html.link(links.metadata(), "what was done"),
        "<a href=\"%1$s\"><img src=\"%1$s\" alt=\"%2$s\" loading=\"lazy\"></a>"
            .formatted(Html.escaped(links.picture()), Html.escaped(spectrum.name())));
  }

  private static String mjd(@Nullable Double mjd) {
    return mjd == null ? "" : String.format(Locale.ROOT, "%.4f", mjd);
  }

  /** The page of a nova that turned out to be another one, which it leads to. */
  public static byte[] merged(NovaId survivor, String name) {
    Html page = new Html(name, TOP);
    String there = "../" + survivor + "/index.html";
    page.paragraph("This nova turned out to be " + Html.link(there, name) + ".");
    return page.end();
  }
}

package org.novacat.jobs.publish.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Locale;
import org.novacat.jobs.publish.record.ReleaseCounts;
import org.novacat.layouts.id.ReleaseId;

/** The first page of a release, and what its pages share. */
public final class IndexPage {
  private IndexPage() {}

  /**
   * A nova in the list.
   *
   * @param rows of photometry
   */
  public record Line(String id, String name, long spectra, long rows) {}

  /** The page. */
  public static byte[] of(ReleaseId release, ReleaseCounts counts, List<Line> novae) {
    Html page = new Html("Novae", "");
    page.paragraph(
        String.format(
            Locale.ROOT,
            "Release %s: %,d novae, %,d spectra, %,d rows of photometry.",
            release,
            counts.novae(),
            counts.spectra(),
            counts.rows()));
    data(page);
    page.raw("<table>").row("th", "Nova", "Spectra", "Photometry");
    for (Line nova : novae) {
      page.row(
          "td",
          Html.link("nova/" + nova.id() + "/index.html", nova.name()),
          String.format(Locale.ROOT, "%,d", nova.spectra()),
          String.format(Locale.ROOT, "%,d", nova.rows()));
    }
    return page.raw("</table>").end();
  }

  private static void data(Html page) {
    page.raw("<ul>");
    page.item(
        Html.link("obscore.vot", "obscore.vot")
            + " and "
            + Html.link("obscore.parquet", "obscore.parquet")
            + ": every spectrum and light curve (IVOA ObsCore), for TOPCAT and others");
    page.item(
        Html.link("tables/novae.parquet", "tables/novae.parquet")
            + " and "
            + Html.link("tables/products.parquet", "tables/products.parquet")
            + "; beside them folders of all spectra and all photometry, as Parquet");
    page.item(
        Html.link("files.jsonl", "files.jsonl") + ": every file of the release with its SHA-256");
    page.raw("</ul>");
  }

  /** The style of all pages. */
  public static byte[] style() {
    return """
        :root { color-scheme: light dark; }
        body { font: 16px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 70rem; padding: 1rem; }
        table { border-collapse: collapse; width: 100%; }
        th, td { border-bottom: 1px solid #8884; padding: 0.3rem 0.6rem; text-align: left; }
        img { height: auto; max-width: 100%; }
        td img { max-height: 4rem; }
        """
        .getBytes(UTF_8);
  }
}

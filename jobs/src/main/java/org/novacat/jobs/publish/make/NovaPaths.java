package org.novacat.jobs.publish.make;

import org.novacat.jobs.content.SpectrumContent;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.novacat.NovaCatKeys;

/**
 * Where the files of a nova lie in a release.
 *
 * @param nova whose they are
 */
public record NovaPaths(NovaId nova) {
  static final String PAGE = "index.html";
  static final String BUNDLE = "full.zip";
  static final String MANIFEST = "manifest.json";
  static final String TABLE = "photometry.parquet";
  static final String TABLE_VOTABLE = "photometry.vot";
  static final String TABLE_CSV = "photometry.csv";
  static final String PLOT = "lightcurve.png";
  static final String TABLE_METADATA = "photometry.json";

  /** A path of the release from one of the nova's folder. */
  public String of(String path) {
    return "nova/" + nova + "/" + path;
  }

  /** The table of light curves, as a path of the release. */
  public String table() {
    return of(TABLE);
  }

  /** The spectrum for other programs, as FITS; from the folder of the nova as all that follow. */
  public static String data(SpectrumContent spectrum) {
    return "spectra/" + spectrum.name() + ".fits";
  }

  /** The file as it came. */
  static String raw(SpectrumContent spectrum) {
    String ending = NovaCatKeys.endingOfPrimary(spectrum.raw().key()).text();
    return "raw/" + spectrum.name() + "." + ending;
  }

  static String picture(SpectrumContent spectrum) {
    return "previews/" + spectrum.name() + ".png";
  }

  static String metadata(SpectrumContent spectrum) {
    return "metadata/" + spectrum.name() + ".json";
  }

  /** The DataLink document of a product, as a path of the release. */
  public static String dataLink(DataProductId product) {
    return "datalink/" + product + ".vot";
  }
}

package org.novacat.jobs.publish.make;

import java.util.Map;

/** Media types of files by what their names end in. */
public final class MediaTypes {
  private static final Map<String, String> BY_ENDING =
      Map.of(
          "fits", "application/fits",
          "png", "image/png",
          "json", "application/json",
          "parquet", "application/vnd.apache.parquet",
          "vot", "application/x-votable+xml",
          "csv", "text/csv",
          "zip", "application/zip",
          "html", "text/html",
          "gz", "application/gzip",
          "txt", "text/plain");

  private MediaTypes() {}

  /** The media type of a file; text where the ending is one of text spectra. */
  public static String of(String path) {
    String ending = path.substring(path.lastIndexOf('.') + 1);
    return BY_ENDING.getOrDefault(ending, "text/plain");
  }
}

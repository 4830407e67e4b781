package org.novacat.jobs.bundle;

import java.util.Map;

/** What kind of file one is, by how its name ends. */
final class MediaTypes {
  private static final Map<String, String> BY_ENDING =
      Map.ofEntries(
          Map.entry("fits", "application/fits"),
          Map.entry("parquet", "application/vnd.apache.parquet"),
          Map.entry("json", "application/json"),
          Map.entry("png", "image/png"),
          Map.entry("vot", "application/x-votable+xml"),
          Map.entry("xml", "application/xml"),
          Map.entry("csv", "text/csv"),
          Map.entry("tsv", "text/tab-separated-values"),
          Map.entry("gz", "application/gzip"));

  private MediaTypes() {}

  /** Plain text where nothing else is known, which raw files are that are no FITS. */
  static String of(String name) {
    return BY_ENDING.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "text/plain");
  }
}

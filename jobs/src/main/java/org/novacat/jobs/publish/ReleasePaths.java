package org.novacat.jobs.publish;

/** Where the objects of a release lie that are of the whole release, below its folder. */
final class ReleasePaths {
  static final String FILES = "files.jsonl";
  static final String RECORD = "release.json";
  static final String INDEX = "index.html";
  static final String STYLE = "assets/style.css";
  static final String OBSCORE = "obscore.vot";
  static final String OBSCORE_PARQUET = "obscore.parquet";
  static final String REGISTRY = "registry.xml";
  static final String NOVAE = "novae.json";
  static final String SITEMAP = "sitemap.xml";
  static final String NOVAE_TABLE = "tables/novae.parquet";
  static final String PRODUCTS_TABLE = "tables/products.parquet";

  private ReleasePaths() {}
}

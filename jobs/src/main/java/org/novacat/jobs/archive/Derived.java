package org.novacat.jobs.archive;

import java.util.Locale;
import java.util.Optional;
import org.novacat.jobs.job.Counted;
import org.novacat.layouts.key.KeyMatch;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.layouts.novacat.NovaCatPrivate;

/** What jobs make from raw objects, and so can make again when objects of it are lost. */
enum Derived {
  SPECTRA("data_product_id", "read again", "ingest-spectra"),
  UPLOADS("ingest_file_id", "decided again", "ingest-photometry"),
  TABLES("nova_id", "built again", "ingest-photometry"),
  BUNDLES("nova_id", "built again", "bundle");

  private final String field;
  private final String verb;
  private final String command;

  Derived(String field, String verb, String command) {
    this.field = field;
    this.verb = verb;
    this.command = command;
  }

  /** One of these, by its id. */
  record One(Derived kind, String id) {}

  /** What has to be made again where the object of a key is lost; empty for others. */
  static Optional<One> of(ObjectKey key) {
    return NovaCatPrivate.LAYOUT.match(key).flatMap(Derived::of);
  }

  private static Optional<One> of(KeyMatch match) {
    return switch ((NovaCatPrivate) match.entry()) {
      case DERIVED_SPECTRUM, DERIVED_METADATA, DERIVED_PREVIEW -> SPECTRA.one(match);
      case UPLOAD_SPLIT,
          UPLOAD_ROWS,
          UPLOAD_MANIFEST,
          QUARANTINE_UPLOAD,
          QUARANTINE_UPLOAD_CONTEXT,
          QUARANTINE_UPLOAD_ROWS ->
          UPLOADS.one(match);
      case PHOTOMETRY_TABLE, PHOTOMETRY_METADATA, PHOTOMETRY_LIGHTCURVE -> TABLES.one(match);
      case BUNDLE_ZIP, BUNDLE_MANIFEST -> BUNDLES.one(match);
      default -> Optional.empty();
    };
  }

  private Optional<One> one(KeyMatch match) {
    return Optional.of(new One(this, match.fields().text(field)));
  }

  /** In reports, e.g. {@code spectra}. */
  String things() {
    return name().toLowerCase(Locale.ROOT);
  }

  Counted counted() {
    return new Counted(things(), "to be %s by %s".formatted(verb, command), "left", 1000);
  }

  /**
   * What mends it.
   *
   * @param deep whether only the hash shows that it is lost
   */
  String remedy(boolean deep) {
    return "run 'novacat recover%s', then 'novacat %s'".formatted(deep ? " --deep" : "", command);
  }
}

package org.novacat.fits.spark.table;

import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.types.StructType;
import org.novacat.fits.file.RefusedException;
import org.novacat.fits.spark.file.Counters;
import org.novacat.fits.spark.file.HadoopSource;
import org.novacat.fits.spark.file.HadoopSource.ReadAhead;
import org.novacat.fits.spark.file.ListedFile;
import org.novacat.fits.spark.file.ParallelFiles;
import org.novacat.fits.spark.query.FitsOptions;
import org.novacat.fits.spark.query.ParseMode;
import org.novacat.layouts.spectrum.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The columns of many tables together: every name that one of them has, each with a type that holds
 * all its values. The headers of all files are read for it, several files at a time.
 */
public final class TableSchema {
  private static final Logger log = LoggerFactory.getLogger(TableSchema.class);

  /** Told one by one; of more only the number. */
  private static final int TOLD = 20;

  /**
   * Files whose columns are held at a time, so that the driver's memory does not grow with them.
   */
  private static final int AT_ONCE = 1000;

  private TableSchema() {}

  /** What one file has: columns, or why not. Exactly one is there. */
  private record Read(ListedFile file, List<TableColumn> columns, List<Refusal> refusal) {}

  /**
   * The schema of these files.
   *
   * @throws IllegalArgumentException when no file has a table, or two types of a column have
   *     nothing in common
   * @throws IllegalStateException when a file is damaged and the parse mode is FAILFAST
   */
  public static StructType infer(Configuration conf, FitsOptions options, List<ListedFile> files) {
    SchemaUnion union = new SchemaUnion();
    int refused = 0;
    String first = "";
    for (int from = 0; from < files.size(); from += AT_ONCE) {
      List<ListedFile> some = files.subList(from, Math.min(from + AT_ONCE, files.size()));
      for (Read read : ParallelFiles.map(some, file -> read(conf, options, file))) {
        union.add(read.file(), read.columns());
        for (Refusal refusal : read.refusal()) {
          first = refused == 0 ? refusal.message() : first;
          refuse(options, read.file(), refusal, refused++);
        }
      }
    }
    if (refused == files.size()) {
      throw new IllegalArgumentException(
          "Cannot read FITS: of %s files none can be read as table, hdu '%s' (%s)"
              .formatted(files.size(), options.hdu(), hint(first)));
    }
    report(union, refused, files.size());
    return union.schema();
  }

  private static String hint(String first) {
    return first.isEmpty()
        ? "no name in the given paths ends as FITS files do"
        : "the first: %s; images and spectra are read by mode spectra".formatted(first);
  }

  private static Read read(Configuration conf, FitsOptions options, ListedFile file)
      throws IOException {
    HadoopSource raw = HadoopSource.open(conf, file, ReadAhead.HEADERS, new Counters());
    try (FitsTableFile table = FitsTableFile.open(raw, file, options.hdu(), options.limits())) {
      return new Read(file, table.columns(), List.of());
    } catch (RefusedException e) {
      return new Read(file, List.of(), List.of(e.refusal()));
    }
  }

  private static void refuse(FitsOptions options, ListedFile file, Refusal refusal, int before) {
    if (options.parseMode() == ParseMode.FAILFAST) {
      throw new IllegalStateException(
          "Cannot read '%s': %s (%s; parseMode PERMISSIVE or DROPMALFORMED goes on)"
              .formatted(file.path(), refusal.message(), refusal.detail()));
    }
    if (before < TOLD) {
      log.warn("No table for the schema, file={} code={}", file.path(), refusal.detail());
    }
  }

  private static void report(SchemaUnion union, int refused, int files) {
    List<String> disagreements = union.disagreements();
    disagreements.stream().limit(TOLD).forEach(d -> log.warn("Files disagree, column={}", d));
    log.info(
        "Read schema of tables, files={} without={} disagreements={}",
        files,
        refused,
        disagreements.size());
  }
}

package org.novacat.fits.spark.query;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.network.util.JavaUtils;
import org.apache.spark.sql.internal.SQLConf;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;
import org.novacat.fits.file.ReadLimits;
import org.novacat.fits.spark.file.FileChoice;

/**
 * The options of one read, checked. Their meaning for users is in docs/formats/fits-data-source.md.
 *
 * @param mode what a row is
 * @param hdu which HDU is read as a table
 * @param parseMode what becomes of damaged files
 * @param corruptColumn name of the column for what is wrong with a record
 * @param headers columns from headers
 * @param files which files
 * @param partitionBytes bytes that a task takes, about
 * @param openCostBytes bytes that opening a file is reckoned as
 * @param limits bounds on one file
 * @param store settings of the file system for this read
 */
public record FitsOptions(
    Mode mode,
    HduChoice hdu,
    ParseMode parseMode,
    String corruptColumn,
    List<HeaderColumn> headers,
    FileChoice files,
    long partitionBytes,
    long openCostBytes,
    ReadLimits limits,
    Map<String, String> store)
    implements Serializable {
  /** Their names, as they are told. */
  public static final List<String> KNOWN =
      List.of(
          ("mode hdu parseMode columnNameOfCorruptRecord headers path paths"
                  + " recursiveFileLookup pathGlobFilter maxPartitionBytes openCostInBytes"
                  + " maxFileBytes")
              .split(" "));

  /** So that thousands of small files give tens of tasks. */
  private static final String OPEN_COST = "1m";

  /**
   * Reads options by name, whatever the case.
   *
   * @throws IllegalArgumentException when one is not known, or its value makes no sense
   */
  public static FitsOptions parse(CaseInsensitiveStringMap options) {
    long partitionBytes = SQLConf.get().filesMaxPartitionBytes();
    return new FitsOptions(
        Mode.parse(options.getOrDefault("mode", "table")),
        HduChoice.parse(options.get("hdu")),
        ParseMode.parse(options.getOrDefault("parseMode", "PERMISSIVE")),
        options.getOrDefault("columnNameOfCorruptRecord", "_corrupt_record"),
        HeaderColumn.parse(options.getOrDefault("headers", "")),
        FileChoice.parse(options),
        bytes(options, "maxPartitionBytes", partitionBytes + "b"),
        bytes(options, "openCostInBytes", OPEN_COST),
        limits(bytes(options, "maxFileBytes", ReadLimits.DEFAULT.maxInflatedBytes() + "b")),
        store(options));
  }

  /**
   * Names with a dot are settings of Hadoop, as with Spark's own sources. Any other must be known,
   * so that a slip of the pen is not taken for the default.
   */
  private static Map<String, String> store(CaseInsensitiveStringMap options) {
    Map<String, String> settings = new TreeMap<>();
    options
        .asCaseSensitiveMap()
        .forEach(
            (name, value) -> {
              if (name.contains(".")) {
                settings.put(name, value);
              } else if (KNOWN.stream().noneMatch(name::equalsIgnoreCase)) {
                throw new IllegalArgumentException(
                    "Cannot read FITS: option '%s' is not known (there are %s)"
                        .formatted(name, String.join(", ", KNOWN)));
              }
            });
    return settings;
  }

  /** The configuration for a read with these options. */
  public Configuration apply(Configuration conf) {
    store.forEach(conf::set);
    return conf;
  }

  private static long bytes(CaseInsensitiveStringMap options, String name, String otherwise) {
    String text = options.getOrDefault(name, otherwise);
    long bytes;
    try {
      bytes = JavaUtils.byteStringAsBytes(text);
    } catch (NumberFormatException e) {
      bytes = 0;
    }
    if (bytes < 1) {
      throw new IllegalArgumentException(
          "Cannot read FITS: option '%s' is '%s' (write a size such as 64m)".formatted(name, text));
    }
    return bytes;
  }

  private static ReadLimits limits(long fileBytes) {
    ReadLimits usual = ReadLimits.DEFAULT;
    return new ReadLimits(
        Math.min(fileBytes, Integer.MAX_VALUE - 8),
        usual.maxInflateRatio(),
        usual.maxHeaderBlocks(),
        usual.maxHdus(),
        usual.maxSpectra(),
        usual.maxSamples());
  }
}

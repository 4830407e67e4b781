package org.novacat.spectral.spark;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.network.util.JavaUtils;
import org.apache.spark.sql.internal.SQLConf;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;
import org.novacat.spectral.CurrentVersion;

/**
 * The options of one read, checked. Their meaning for users is in docs/formats/spectral-zarr.md.
 *
 * @param path of the dataset
 * @param partitionBytes bytes before compression that a task takes, about
 * @param storage settings of the file system for this read
 */
record SourceOptions(String path, long partitionBytes, Map<String, String> storage)
    implements Serializable {
  /** Their names, as they are told. */
  static final List<String> KNOWN = List.of("path", "maxPartitionBytes");

  /**
   * Reads options by name, whatever the case.
   *
   * @throws IllegalArgumentException when one is not known, or its value makes no sense
   */
  static SourceOptions parse(CaseInsensitiveStringMap options) {
    String path = options.get("path");
    if (path == null || path.isBlank()) {
      throw new IllegalArgumentException(
          "Cannot read spectral Zarr: no path is given (load one store: .load(\"novae.zarr\"))");
    }
    return new SourceOptions(path, partitionBytes(options), storage(options));
  }

  private static long partitionBytes(CaseInsensitiveStringMap options) {
    String text =
        options.getOrDefault("maxPartitionBytes", SQLConf.get().filesMaxPartitionBytes() + "b");
    long bytes;
    try {
      bytes = JavaUtils.byteStringAsBytes(text);
    } catch (NumberFormatException e) {
      bytes = 0;
    }
    if (bytes < 1) {
      throw new IllegalArgumentException(
          "Cannot read spectral Zarr: option 'maxPartitionBytes' is '%s' (write a size such as 64m)"
              .formatted(text));
    }
    return bytes;
  }

  /** Names with a dot are settings of Hadoop; any other must be known. */
  private static Map<String, String> storage(CaseInsensitiveStringMap options) {
    Map<String, String> settings = new TreeMap<>();
    options
        .asCaseSensitiveMap()
        .forEach(
            (name, value) -> {
              if (name.contains(".")) {
                settings.put(name, value);
              } else if (KNOWN.stream().noneMatch(name::equalsIgnoreCase)) {
                throw new IllegalArgumentException(
                    "Cannot read spectral Zarr: option '%s' is not known (there are %s)"
                        .formatted(name, String.join(", ", KNOWN)));
              }
            });
    return settings;
  }

  /** The configuration for a read with these options. */
  Configuration apply(Configuration conf) {
    storage.forEach(conf::set);
    return conf;
  }

  /**
   * The folder of the store: that which the dataset's {@link CurrentVersion} names, else the path.
   *
   * @throws UncheckedIOException when storage fails
   */
  String store(Configuration conf) {
    Path given = qualified(conf);
    String pointer = CurrentVersion.path(given.getName());
    return new HadoopFiles(conf, given.getParent().toString())
        .read(pointer)
        .map(content -> CurrentVersion.parse(pointer, content).resolve(given.toString()))
        .orElse(given.toString());
  }

  private Path qualified(Configuration conf) {
    Path given = new Path(path);
    try {
      FileSystem fs = given.getFileSystem(conf);
      Path whole = fs.makeQualified(given);
      if (whole.isRoot()) {
        throw new IllegalArgumentException(
            "Cannot read spectral Zarr: '%s' is a root (name the folder of a store)"
                .formatted(path));
      }
      return whole;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot read spectral Zarr: '%s' is not reached: %s (look at its scheme)"
              .formatted(path, e.getMessage()),
          e);
    }
  }
}

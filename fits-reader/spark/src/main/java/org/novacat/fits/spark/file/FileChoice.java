package org.novacat.fits.spark.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;
import org.jspecify.annotations.Nullable;

/**
 * Which files a read means.
 *
 * @param paths files, folders or globs
 * @param recursive whether folders below folders are looked into
 * @param nameGlob what names in folders must match; "" for any
 */
public record FileChoice(List<String> paths, boolean recursive, String nameGlob)
    implements Serializable {
  public static FileChoice parse(CaseInsensitiveStringMap options) {
    List<String> paths = new ArrayList<>(several(options.get("paths")));
    if (options.get("path") != null) {
      paths.add(options.get("path"));
    }
    if (paths.isEmpty()) {
      throw new IllegalArgumentException("Cannot read FITS: no path is given (use load(path))");
    }
    return new FileChoice(
        List.copyOf(paths),
        recursive(options.getOrDefault("recursiveFileLookup", "true")),
        options.getOrDefault("pathGlobFilter", ""));
  }

  private static boolean recursive(String text) {
    if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
      return Boolean.parseBoolean(text);
    }
    throw new IllegalArgumentException(
        "Cannot read FITS: option 'recursiveFileLookup' is '%s' (write true or false)"
            .formatted(text));
  }

  /** Spark hands over more than one path as a JSON array. */
  private static List<String> several(@Nullable String json) {
    try {
      return json == null
          ? List.of()
          : Arrays.asList(new ObjectMapper().readValue(json, String[].class));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "Cannot read FITS: option 'paths' is '%s' (use load(path, path, …))".formatted(json), e);
    }
  }
}

package org.novacat.spectral;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Set;

/**
 * Which store is the current one of a dataset that is published in versions: the file {@code
 * <dataset>.zarr.current.json} beside where the dataset would be. A dataset without that file is
 * itself the store.
 *
 * @param store path of the store's folder, relative to the folder that holds the dataset, with '/';
 *     it never leaves that folder
 */
public record CurrentVersion(String store) {
  private static final String ENDING = ".current.json";
  private static final Set<String> NO_NAMES = Set.of("", ".", "..");

  /**
   * Refuses a path that would lead elsewhere.
   *
   * @throws SpectralException when the path is absolute, has a scheme or a backslash, or has a part
   *     that is empty, "." or ".."
   */
  public CurrentVersion {
    boolean plain = store.chars().noneMatch(c -> c == ':' || c == '\\' || c < ' ');
    if (!plain || Arrays.stream(store.split("/", -1)).anyMatch(NO_NAMES::contains)) {
      throw new SpectralException(
          "Cannot follow current version: its store is '%s' (name a folder below that of the dataset, without '..')"
              .formatted(store));
    }
  }

  /** Where this file of a dataset lies: beside it. */
  public static String path(String dataset) {
    return trimmed(dataset) + ENDING;
  }

  /** The folder of the store, for the path of its dataset. */
  public String resolve(String dataset) {
    String path = trimmed(dataset);
    return path.substring(0, path.lastIndexOf('/') + 1) + store;
  }

  private static String trimmed(String dataset) {
    return dataset.endsWith("/") ? trimmed(dataset.substring(0, dataset.length() - 1)) : dataset;
  }

  /** The content of the file. */
  public byte[] json() {
    return Documents.bytes(Documents.document().put("store", store));
  }

  /**
   * Reads the content of the file; fields that are not known are ignored.
   *
   * @param path how the file is called in messages
   * @throws SpectralException when it is no such file, or of another version
   */
  public static CurrentVersion parse(String path, byte[] content) {
    String what = "'%s'".formatted(path);
    JsonNode root = Documents.parse(what, content);
    return new CurrentVersion(Documents.text(what, root, "store"));
  }
}

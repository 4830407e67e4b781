package org.novacat.spectral;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.CRC32C;

/**
 * What a store that was published whole consists of, {@link SpectralStore#MANIFEST}: a chunk that
 * is lost reads as fill values, and only this tells it from one that never was.
 *
 * @param run the run that published
 * @param spectra N_spec
 * @param objects in the order of their paths, each path once
 */
public record Manifest(String run, long spectra, List<Stored> objects) {
  /** Objects that may be listed or not: they are written last, or hold the manifest. */
  public static final Set<String> FREE =
      Set.of(".zgroup", ".zattrs", ".zmetadata", SpectralStore.MANIFEST);

  private static final String WHAT = "'" + SpectralStore.MANIFEST + "'";

  /**
   * One object.
   *
   * @param path relative to the root of the store
   * @param length bytes
   * @param crc32c of its bytes (RFC 3720), 8 hexadecimal digits
   */
  public record Stored(String path, long length, String crc32c) {
    /** The object of these bytes. */
    public static Stored of(String path, ByteBuffer content) {
      CRC32C crc = new CRC32C();
      int length = content.remaining();
      crc.update(content.duplicate());
      return new Stored(path, length, String.format(Locale.ROOT, "%08x", crc.getValue()));
    }
  }

  /**
   * Puts the objects in order.
   *
   * @throws SpectralException when a path is there twice
   */
  public Manifest {
    objects = objects.stream().sorted(Comparator.comparing(Stored::path)).toList();
    for (int i = 1; i < objects.size(); i++) {
      if (objects.get(i).path().equals(objects.get(i - 1).path())) {
        throw new SpectralException(
            "Cannot make %s: '%s' is there twice (write it anew)"
                .formatted(WHAT, objects.get(i).path()));
      }
    }
  }

  /** The content of the file; equal manifests give equal bytes. */
  public byte[] json() {
    ObjectNode root = Documents.document().put("run", run).put("n_spec", spectra);
    ArrayNode list = root.putArray("objects");
    for (Stored object : objects) {
      list.addObject()
          .put("path", object.path)
          .put("length", object.length)
          .put("crc32c", object.crc32c);
    }
    return Documents.bytes(root);
  }

  /**
   * Reads the content of the file; fields that are not known are ignored.
   *
   * @throws SpectralException when it is no manifest, or of another version
   */
  public static Manifest parse(byte[] content) {
    JsonNode root = Documents.parse(WHAT, content);
    if (!root.path("objects").isArray()) {
      throw new SpectralException(
          "Cannot read %s: it has no list 'objects' (write it anew)".formatted(WHAT));
    }
    List<Stored> objects = new ArrayList<>();
    for (JsonNode object : root.path("objects")) {
      objects.add(
          new Stored(
              Documents.text(WHAT, object, "path"),
              Documents.count(WHAT, object, "length"),
              Documents.text(WHAT, object, "crc32c")));
    }
    return new Manifest(
        Documents.text(WHAT, root, "run"), Documents.count(WHAT, root, "n_spec"), objects);
  }
}

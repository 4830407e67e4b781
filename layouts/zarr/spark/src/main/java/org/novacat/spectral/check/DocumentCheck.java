package org.novacat.spectral.check;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.novacat.spectral.SpectralStore;
import org.novacat.zarr.ZarrFiles;

/** {@code .zmetadata} says what the single documents say: readers take the one or the others. */
final class DocumentCheck {
  private static final String CONSOLIDATED = ".zmetadata";
  private static final Set<String> DOCUMENTS = Set.of(".zgroup", ".zarray", ".zattrs");

  /** zarr-python writes NaN among attributes as a bare word. */
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  private DocumentCheck() {}

  static void run(ZarrFiles files, Findings findings) {
    byte[] content = files.read(CONSOLIDATED).orElse(null);
    if (content == null) {
      findings.notApplicable(SpectralCheck.CONSOLIDATED_METADATA, "there is no .zmetadata");
      return;
    }
    try {
      compare(consolidated(content), single(files), findings);
    } catch (IOException e) {
      findings.fault(
          SpectralCheck.CONSOLIDATED_METADATA, "it is no JSON: %s".formatted(e.getMessage()));
    }
  }

  private static void compare(
      Map<String, JsonNode> consolidated, Map<String, JsonNode> single, Findings findings) {
    Set<String> paths = new TreeSet<>(consolidated.keySet());
    paths.addAll(single.keySet());
    for (String path : paths) {
      JsonNode one = consolidated.getOrDefault(path, empty(path));
      JsonNode other = single.getOrDefault(path, empty(path));
      if (!one.equals(other)) {
        findings.fault(
            SpectralCheck.CONSOLIDATED_METADATA,
            "'%s' is %s there, and %s"
                .formatted(
                    path,
                    consolidated.containsKey(path) ? "something else" : "missing",
                    single.containsKey(path) ? "an object" : "no object"));
      }
    }
  }

  /** Attributes that are missing are none. */
  private static JsonNode empty(String path) {
    return SpectralStore.name(path).equals(".zattrs")
        ? JSON.createObjectNode()
        : JSON.missingNode();
  }

  private static Map<String, JsonNode> consolidated(byte[] content) throws IOException {
    Map<String, JsonNode> documents = new TreeMap<>();
    JSON.readTree(content)
        .path("metadata")
        .fields()
        .forEachRemaining(field -> documents.put(field.getKey(), field.getValue()));
    return documents;
  }

  private static Map<String, JsonNode> single(ZarrFiles files) throws IOException {
    Map<String, JsonNode> documents = new TreeMap<>();
    try (Stream<ZarrFiles.Entry> all = files.list("")) {
      for (String path : (Iterable<String>) all.map(ZarrFiles.Entry::path)::iterator) {
        if (DOCUMENTS.contains(SpectralStore.name(path))) {
          byte[] content = files.read(path).orElse(new byte[0]);
          documents.put(path, JSON.readTree(content));
        }
      }
    }
    return documents;
  }
}

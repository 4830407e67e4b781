package org.novacat.zarr;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A group of a store.
 *
 * @param path "" for the root
 * @param attributes in the order of their names, values as JSON has them
 */
public record ZarrGroup(String path, Map<String, Object> attributes) {
  public ZarrGroup {
    attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
  }
}

package org.novacat.spectral;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What the arrays of a store are called as columns of a table: by the last part of their paths. The
 * column of the index that has the same name tells the same.
 */
public final class ColumnNames {
  /** The column for a spectrum's place on axis 0. */
  public static final String ROW = "row";

  private ColumnNames() {}

  /**
   * Names for arrays that lie directly in a group of the contract; others get none. Where two would
   * be called the same, whatever their case, the one whose group comes first in {@link
   * SpectralStore#GROUPS} is, and the other is called with its group: {@code metadata_snr}.
   *
   * @return name by path, in the order of groups, then of paths
   */
  public static Map<String, String> of(Collection<String> paths) {
    Map<String, String> names = new LinkedHashMap<>();
    Set<String> taken = new HashSet<>(Set.of(ROW));
    for (String group : SpectralStore.GROUPS) {
      paths.stream()
          .filter(path -> path.equals(group + "/" + SpectralStore.name(path)))
          .sorted()
          .forEach(path -> names.put(path, free(group, SpectralStore.name(path), taken)));
    }
    return Collections.unmodifiableMap(names);
  }

  private static String free(String group, String name, Set<String> taken) {
    String free = name;
    while (!taken.add(free.toLowerCase(Locale.ROOT))) {
      free = group + "_" + free;
    }
    return free;
  }
}

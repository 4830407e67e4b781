package org.novacat.jobs.release.table;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.position.SkyPosition;

/**
 * A nova of a release.
 *
 * @param aliases in the order in which they are written
 * @param position null when not known
 * @param data how much there is of it
 * @param discovery facts about its discovery, as given
 */
public record NovaRow(
    String novaId,
    String name,
    List<String> aliases,
    @Nullable SkyPosition position,
    Holdings data,
    SortedMap<String, String> discovery) {
  public NovaRow {
    aliases = List.copyOf(aliases);
    discovery = new TreeMap<>(discovery);
  }

  /**
   * How much there is of a nova.
   *
   * @param photometryRows rows of its table
   * @param firstMjd first epoch as reported; null without any
   * @param lastMjd last epoch as reported; null without any
   */
  public record Holdings(
      long spectra, long photometryRows, @Nullable Double firstMjd, @Nullable Double lastMjd) {}
}

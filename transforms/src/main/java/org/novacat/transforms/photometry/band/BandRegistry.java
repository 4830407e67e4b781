package org.novacat.transforms.photometry.band;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.photometry.Band;
import org.novacat.layouts.photometry.Regime;
import org.novacat.layouts.text.Tsv;

/**
 * All bands that a table can have, as versioned data (resource {@code bands.tsv}). Immutable; the
 * order of the entries is that of the data.
 */
public final class BandRegistry {
  private static final BandRegistry STANDARD = of(Tsv.resource(BandRegistry.class, "bands.tsv"));

  private final String version;
  private final Map<String, Band> byId = new LinkedHashMap<>();
  private final Map<String, Band> byAlias = new TreeMap<>();

  /** What the ids of photometric calibrations have behind those of filters. */
  private static final Pattern SYSTEM = Pattern.compile("/(?:AB|Vega|ST)$");

  private final Map<String, Band> bySvoId = new TreeMap<>();

  private BandRegistry(String version, List<Band> bands) {
    this.version = version;
    if (version.isEmpty()) {
      throw new IllegalArgumentException("Cannot read band registry: it has no version");
    }
    for (Band band : bands) {
      add(band);
    }
    bands.forEach(this::checkGroup);
  }

  /** The registry that comes with novacat. */
  public static BandRegistry standard() {
    return STANDARD;
  }

  /**
   * A registry from data.
   *
   * @throws IllegalArgumentException when it has no version, an id or an alias belongs to two
   *     entries, a group is no entry, or a narrow band is in a group with others
   */
  static BandRegistry of(Tsv data) {
    return new BandRegistry(data.version(), data.rows().stream().map(BandRegistry::band).toList());
  }

  /** Version of the data, semantic; a table that was made with another one is made anew. */
  public String version() {
    return version;
  }

  /** All entries. */
  public List<Band> bands() {
    return List.copyOf(byId.values());
  }

  /** The entry with this id. */
  public Optional<Band> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /**
   * The group in which measurements of a band are drawn as one light curve, and in which one may be
   * a soft duplicate of another.
   *
   * @return the id itself when the registry does not know it
   */
  public String group(String bandId) {
    return find(bandId).map(Band::group).orElse(bandId);
  }

  /** What a band is drawn as: its {@link #group(String) group}, or itself. */
  public String group(String bandId, Grouping grouping) {
    return switch (grouping) {
      case JOINED -> group(bandId);
      case STRICT -> bandId;
    };
  }

  /** The entry that a text, in its form to compare, is an alias of. */
  Optional<Band> byAlias(String normal) {
    return Optional.ofNullable(byAlias.get(normal));
  }

  /** The entry with this SVO id; where a generic entry borrows it, the one that it is of. */
  Optional<Band> bySvoId(String svoId) {
    return Optional.ofNullable(bySvoId.get(SYSTEM.matcher(svoId).replaceFirst("")));
  }

  private void add(Band band) {
    if (byId.put(band.id(), band) != null) {
      throw refused(band, "an id that another has");
    }
    for (String alias : band.aliases()) {
      if (!alias.equals(BandText.normal(alias)) || byAlias.put(alias, band) != null) {
        throw refused(band, "alias '%s', which is not normal or of another".formatted(alias));
      }
    }
    if (!band.svoFilterId().isEmpty()) {
      bySvoId.merge(band.svoFilterId(), band, (one, two) -> one.generic() ? two : one);
    }
  }

  private void checkGroup(Band band) {
    boolean alone = band.group().equals(band.id());
    if (!byId.containsKey(band.group()) || (band.narrow() && !alone)) {
      throw refused(band, "group '%s'".formatted(band.group()));
    }
  }

  private static IllegalArgumentException refused(Band band, String what) {
    return new IllegalArgumentException(
        "Cannot read band registry: '%s' has %s".formatted(band.id(), what));
  }

  private static Band band(Tsv.Row row) {
    String aliases = row.cell("aliases");
    return new Band(
        row.cell("band_id"),
        row.cell("band_name"),
        Regime.of(row.cell("regime")),
        row.cell("svo_filter_id"),
        number(row.cell("spectral_value")),
        row.cell("spectral_unit"),
        number(row.cell("width")),
        number(row.cell("zero_point_vega_jy")),
        row.cell("mag_system"),
        aliases.isEmpty() ? List.of() : List.of(aliases.split("\\|")),
        row.cell("observatory"),
        row.cell("instrument"),
        row.cell("exclusion_reason"),
        Boolean.parseBoolean(row.cell("narrow")),
        row.cell("band_group"),
        Boolean.parseBoolean(row.cell("doubtful")));
  }

  private static @Nullable Double number(String cell) {
    return cell.isEmpty() ? null : (Double) Double.parseDouble(cell);
  }
}

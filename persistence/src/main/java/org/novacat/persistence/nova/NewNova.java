package org.novacat.persistence.nova;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.position.SkyPosition;

/**
 * A nova to be made known.
 *
 * @param aliases other names
 * @param position null when not known; then only the names decide
 * @param discovery facts to keep, as given
 * @param id what it is to be known by; null for a random one
 */
public record NewNova(
    String name,
    List<String> aliases,
    @Nullable SkyPosition position,
    Map<String, String> discovery,
    @Nullable NovaId id) {
  public NewNova {
    aliases = List.copyOf(aliases);
    discovery = Map.copyOf(discovery);
  }

  /** A nova that gets a random id. */
  public NewNova(
      String name,
      List<String> aliases,
      @Nullable SkyPosition position,
      Map<String, String> discovery) {
    this(name, aliases, position, discovery, null);
  }

  /** A nova of which only the name is known. */
  public static NewNova named(String name) {
    return new NewNova(name, List.of(), null, Map.of());
  }
}

package org.novacat.persistence.nova;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which novae a name leads to.
 *
 * @param novae in order of their ids; with more than one the name alone does not say which
 */
public record Resolution(String name, List<Nova> novae) {
  public Resolution {
    requireNonNull(name, "name is null");
    novae = List.copyOf(novae);
  }

  /** The one nova; null when there is none, or more than one. */
  public @Nullable Nova only() {
    return novae.size() == 1 ? novae.get(0) : null;
  }

  /** What a user is told whose name is several novae'. */
  public String ambiguity() {
    return "Cannot tell which nova '%s' is: %s (write the id of the one you mean)"
        .formatted(
            name,
            novae.stream()
                .map(nova -> nova.primaryName() + " " + nova.id())
                .collect(Collectors.joining(", ")));
  }
}

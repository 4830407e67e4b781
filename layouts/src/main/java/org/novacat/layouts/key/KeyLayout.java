package org.novacat.layouts.key;

import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A table of key templates: all that a bucket may hold.
 *
 * @param name as the command line knows it, e.g. {@code novacat-private}
 * @param role of the bucket that it lays out
 * @param entries the lines; where a key follows two of them, which a table must say, the first wins
 */
public record KeyLayout(String name, BucketRole role, List<LayoutEntry> entries) {
  /**
   * @throws IllegalArgumentException when two lines have one name or one template
   */
  public KeyLayout {
    requireNonNull(name, "name is null");
    requireNonNull(role, "role is null");
    entries = List.copyOf(entries);
    Set<Object> seen = new HashSet<>();
    for (LayoutEntry entry : entries) {
      if (!seen.add(entry.name()) || !seen.add(entry.template())) {
        throw new IllegalArgumentException(
            "Cannot build layout '%s': '%s' %s stands twice"
                .formatted(name, entry.name(), entry.template()));
      }
    }
  }

  /** A layout with these lines. */
  public static KeyLayout of(String name, BucketRole role, LayoutEntry... entries) {
    return new KeyLayout(name, role, List.of(entries));
  }

  /** The line that {@code key} follows, and its fields; nothing when it follows none. */
  public Optional<KeyMatch> match(ObjectKey key) {
    return entries.stream()
        .flatMap(
            entry ->
                entry.template().parse(key).map(fields -> new KeyMatch(entry, fields)).stream())
        .findFirst();
  }

  /**
   * The key with the line that it follows.
   *
   * @throws IllegalArgumentException when it follows none
   */
  public LayoutKey key(ObjectKey key) {
    KeyMatch match =
        match(key)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "Cannot use object key '%s': it is none of '%s'".formatted(key, name)));
    return new LayoutKey(match.entry(), key);
  }

  /**
   * The line that the end of a path follows, and its fields: the path of an object in a local
   * folder, or its URI, or of a copy of one anywhere; nothing when it follows none.
   *
   * @param path with slashes
   */
  public Optional<KeyMatch> matchEnd(String path) {
    for (int from = 0; from >= 0; from = path.indexOf('/', from) + 1) {
      String end = path.substring(from);
      Optional<KeyMatch> match =
          KeyRules.problem(end).isPresent() ? Optional.empty() : match(new ObjectKey(end));
      if (match.isPresent() || end.indexOf('/') < 0) {
        return match;
      }
    }
    return Optional.empty();
  }
}

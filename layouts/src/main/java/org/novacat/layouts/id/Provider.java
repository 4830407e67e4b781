package org.novacat.layouts.id;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.regex.Pattern;

/**
 * Who supplied a product, for example {@code eso}, {@code bess} or {@code local}.
 *
 * @param name 1 to 40 characters of {@code [a-z0-9._-]}, beginning with a letter or digit; part of
 *     sort keys, so {@code #} and {@code /} can never occur
 */
public record Provider(String name) implements Comparable<Provider>, Serializable {
  private static final Pattern LEGAL = Pattern.compile("[a-z0-9][a-z0-9._-]{0,39}");

  /** Files brought in from a folder with no provider named. */
  public static final Provider LOCAL = new Provider("local");

  public Provider {
    requireNonNull(name, "name is null");
    if (!LEGAL.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "Cannot use provider '%s': a provider is 1 to 40 of a-z 0-9 . _ - (for example 'eso')"
              .formatted(name));
    }
  }

  @Override
  public int compareTo(Provider other) {
    return name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return name;
  }
}

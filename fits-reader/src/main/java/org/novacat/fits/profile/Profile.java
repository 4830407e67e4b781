package org.novacat.fits.profile;

import static java.util.Objects.requireNonNull;

import java.util.function.Function;

/**
 * One convention. Immutable, without state, safe to share.
 *
 * <p>A change of what is read of a file raises the version in {@code id}.
 *
 * @param id name and version, e.g. {@code sdss-spec@2}
 * @param judge whether this convention is that of a file, judged by headers and columns alone, and
 *     how the file is read then
 */
public record Profile(String id, Function<Input, Match> judge) {
  public Profile {
    requireNonNull(id, "id is null");
    requireNonNull(judge, "judge is null");
  }

  /** The verdict on a file. */
  public Match match(Input input) {
    return judge.apply(input);
  }
}

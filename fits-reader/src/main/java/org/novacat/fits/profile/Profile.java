package org.novacat.fits.profile;

/**
 * One convention. Immutable, without state, safe to share.
 *
 * <p>A change of what {@link #read} gives for a file raises the version in {@link #id}.
 */
public interface Profile {
  /** Name and version, e.g. {@code sdss-spec@1}. */
  String id();

  /** Whether this convention is that of the file, judged by headers and columns alone. */
  Match match(Input input);

  /**
   * Reads a file that it matched.
   *
   * @throws org.novacat.fits.file.RefusedException when a card or column that the convention needs
   *     is missing or damaged, or when what the profile recognises is no spectrum
   */
  Reading read(Input input);
}

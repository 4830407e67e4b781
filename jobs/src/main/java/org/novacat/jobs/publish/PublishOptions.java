package org.novacat.jobs.publish;

import org.jspecify.annotations.Nullable;
import org.novacat.jobs.publish.ReleasePlan.Seen;
import org.novacat.persistence.Catalog;
import org.novacat.persistence.release.Release;
import org.novacat.persistence.store.Archive;
import org.novacat.persistence.store.UnusableObject;

/**
 * How to publish.
 *
 * @param baseUrl of the public bucket, by which files are found from anywhere; "" for none, null
 *     for that of the release that visitors see
 * @param allowance how many in a hundred novae, spectra or rows may be missing
 * @param acceptLosses why more may be; "" when nobody said
 * @param all whether everything is made anew, and nothing copied
 */
record PublishOptions(
    @Nullable String baseUrl, double allowance, String acceptLosses, boolean all) {
  /** Whether the user wants more than to publish what is new. */
  boolean isAsked() {
    return all || !acceptLosses.isEmpty();
  }

  /**
   * What visitors see. Who makes everything anew needs no list of what is there.
   *
   * @param site the public bucket
   * @throws UnusableObject when the list is lost, and is needed
   */
  Seen seen(Catalog catalog, Archive site) {
    try {
      return CurrentPointer.seen(catalog, site);
    } catch (UnusableObject e) {
      if (!all) {
        throw e;
      }
      return CurrentPointer.seenWithoutUnits(catalog, String.valueOf(e.getMessage()));
    }
  }

  /**
   * The base URL of the next release.
   *
   * @param current what visitors see; null before the first release
   */
  String baseUrl(@Nullable Release current) {
    if (baseUrl != null) {
      return baseUrl;
    }
    return current == null ? "" : current.baseUrl();
  }

  /** Whether the release that visitors see has the base URL that the user wants. */
  boolean isBaseOf(Release current) {
    return baseUrl(current).equals(current.baseUrl());
  }
}

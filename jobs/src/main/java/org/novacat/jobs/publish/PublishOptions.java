package org.novacat.jobs.publish;

import org.jspecify.annotations.Nullable;
import org.novacat.layouts.id.ReleaseId;
import org.novacat.persistence.store.Archive;

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
   * The base URL of the next release.
   *
   * @param current what visitors see; null before the first release
   * @throws org.novacat.jobs.cli.UserError when nobody said and the current release cannot be read
   */
  String baseUrl(Archive site, @Nullable ReleaseId current) {
    return baseUrl == null ? BaseUrl.of(site, current) : baseUrl;
  }

  /** Whether the release that visitors see has the base URL that the user wants. */
  boolean isBaseOf(Archive site, ReleaseId current) {
    return baseUrl == null || BaseUrl.find(site, current).filter(baseUrl::equals).isPresent();
  }
}

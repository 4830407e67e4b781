package org.novacat.jobs.publish;

/**
 * How to publish.
 *
 * @param baseUrl of the public bucket, by which files are found from anywhere; "" when not known
 * @param allowance how many in a hundred novae, spectra or rows may be missing
 * @param acceptLosses why more may be; "" when nobody said
 * @param all whether everything is made anew, and nothing copied
 */
record PublishOptions(String baseUrl, double allowance, String acceptLosses, boolean all) {
  /** Whether the user wants more than to publish what is new. */
  boolean isAsked() {
    return all || !acceptLosses.isEmpty() || !baseUrl.isEmpty();
  }
}

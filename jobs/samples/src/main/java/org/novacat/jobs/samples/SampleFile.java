package org.novacat.jobs.samples;

import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.Provider;

/**
 * One file of a sample archive: a line of its manifest, and what should become of it.
 *
 * @param nova the name of its nova
 * @param provider invented, such as {@code sample-eso}
 * @param productKey unique within the provider
 * @param locator path relative to the manifest, with slashes
 * @param promised the SHA-256 that the manifest gives, which is the true one unless the file is
 *     expected not to be registered
 * @param expected its outcome
 */
public record SampleFile(
    String nova,
    Provider provider,
    String productKey,
    String locator,
    ContentHash promised,
    Expected expected) {}

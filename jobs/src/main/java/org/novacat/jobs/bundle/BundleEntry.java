package org.novacat.jobs.bundle;

import org.jspecify.annotations.Nullable;
import org.novacat.jobs.credit.document.BundleFile;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.persistence.store.Content;

/**
 * A file that goes into a bundle.
 *
 * @param file its name below the folder of the bundle, and what is said of it
 * @param key of the object with these bytes; null for a file that is made for the bundle
 * @param content may be asked for again and again
 */
record BundleEntry(BundleFile file, @Nullable ObjectKey key, Content content) {}

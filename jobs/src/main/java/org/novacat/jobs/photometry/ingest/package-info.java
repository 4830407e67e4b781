/**
 * The job {@code ingest-photometry}: decides the uploads that wait, splits them by nova, and builds
 * the tables of the novae that they touch, always from all accepted parts and never from the table
 * that was there.
 */
@NullMarked
package org.novacat.jobs.photometry.ingest;

import org.jspecify.annotations.NullMarked;

/**
 * {@code novacat verify} and {@code novacat recover}: whether table and bucket agree, and mending.
 */
@NullMarked
package org.novacat.jobs.archive;

import org.jspecify.annotations.NullMarked;

/**
 * {@code novacat register}: raw files from folders, manifests, archives and the web become
 * immutable objects and products that wait for validation.
 */
@NullMarked
package org.novacat.jobs.register;

import org.jspecify.annotations.NullMarked;

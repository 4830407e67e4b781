/**
 * What of a nova goes out to others: found from items alone, so that it costs no object to know
 * whether something changed.
 */
@NullMarked
package org.novacat.jobs.content;

import org.jspecify.annotations.NullMarked;

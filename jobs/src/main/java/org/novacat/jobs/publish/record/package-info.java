/** What a release says of itself: its files, and what each was made from. */
@NullMarked
package org.novacat.jobs.publish.record;

import org.jspecify.annotations.NullMarked;

/** What a release is to hold, and what of it is there already. */
@NullMarked
package org.novacat.jobs.publish.plan;

import org.jspecify.annotations.NullMarked;

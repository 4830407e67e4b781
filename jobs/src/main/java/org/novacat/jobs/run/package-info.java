/** What all jobs share: the stores they work on, the frame of a run, how it is interrupted. */
@NullMarked
package org.novacat.jobs.run;

import org.jspecify.annotations.NullMarked;

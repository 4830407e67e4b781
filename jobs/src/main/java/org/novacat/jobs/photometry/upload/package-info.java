/** Decides one upload: what its rows are, which nova each is of, and the parts that it becomes. */
@NullMarked
package org.novacat.jobs.photometry.upload;

import org.jspecify.annotations.NullMarked;

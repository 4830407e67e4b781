/** The bytes of a candidate, from the disk or the web, out of its archive where it is in one. */
@NullMarked
package org.novacat.jobs.register.fetch;

import org.jspecify.annotations.NullMarked;

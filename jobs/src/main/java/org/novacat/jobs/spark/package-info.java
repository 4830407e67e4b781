/** How jobs run on Spark: the session, and work whose results arrive while tasks still run. */
@NullMarked
package org.novacat.jobs.spark;

import org.jspecify.annotations.NullMarked;

/** Makes the objects of a release, on executors. */
@NullMarked
package org.novacat.jobs.publish.make;

import org.jspecify.annotations.NullMarked;

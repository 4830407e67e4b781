/** Pages of a release: sound HTML without scripts, which ask no other server for anything. */
@NullMarked
package org.novacat.jobs.publish.page;

import org.jspecify.annotations.NullMarked;

/** Servers of this machine that stand for those of a cloud, for demonstrations and tests. */
@NullMarked
package org.novacat.persistence.server;

import org.jspecify.annotations.NullMarked;

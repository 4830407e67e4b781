/**
 * The table of a workspace: one SQLite file, shared by the processes that use it, with no server
 * and nothing in the background. Decision 0018 tells how the file may be copied at any moment.
 */
@NullMarked
package org.novacat.persistence.embedded;

import org.jspecify.annotations.NullMarked;

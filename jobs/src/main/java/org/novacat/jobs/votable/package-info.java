/**
 * What a table says of itself, the same in a VOTable and in the header inside a Parquet file:
 * columns with units, UCDs and utypes, and what their positions and times count in.
 */
@NullMarked
package org.novacat.jobs.votable;

import org.jspecify.annotations.NullMarked;

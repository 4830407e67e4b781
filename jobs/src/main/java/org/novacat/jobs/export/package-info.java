/** What every command has in common that writes files for other programs. */
@NullMarked
package org.novacat.jobs.export;

import org.jspecify.annotations.NullMarked;

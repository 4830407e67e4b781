/** The command line: one program, one style of options, output, errors and exit codes. */
@NullMarked
package org.novacat.jobs.cli;

import org.jspecify.annotations.NullMarked;

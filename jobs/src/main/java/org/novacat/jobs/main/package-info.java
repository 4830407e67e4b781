/**
 * The program: the root command and the groups of photometry and export, which list the commands of
 * other packages, and the two commands that play with samples. It stands on top; nothing else in
 * {@code org.novacat.jobs} depends on it.
 */
@NullMarked
package org.novacat.jobs.main;

import org.jspecify.annotations.NullMarked;

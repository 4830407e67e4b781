/**
 * The program: the root command with the list of all commands, and the two that play with samples.
 * It stands on top; nothing else in {@code org.novacat.jobs} depends on it.
 */
@NullMarked
package org.novacat.jobs.main;

import org.jspecify.annotations.NullMarked;

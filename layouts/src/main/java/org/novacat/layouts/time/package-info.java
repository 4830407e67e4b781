/**
 * Dates, times of day and numbers as files and persons write them, with how exactly they say it.
 * Nothing here knows of time scales or of spectra.
 */
@NullMarked
package org.novacat.layouts.time;

import org.jspecify.annotations.NullMarked;

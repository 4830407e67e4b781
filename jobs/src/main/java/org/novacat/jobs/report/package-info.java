/** What a job tells: reports as values, tables, a progress line. */
@NullMarked
package org.novacat.jobs.report;

import org.jspecify.annotations.NullMarked;

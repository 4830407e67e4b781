/** One command a job: plan, read, transform, write, commit, report. */
@NullMarked
package org.novacat.jobs;

import org.jspecify.annotations.NullMarked;

/** Commands that look after an archive: status, runs, quarantine, doctor. */
@NullMarked
package org.novacat.jobs.admin;

import org.jspecify.annotations.NullMarked;

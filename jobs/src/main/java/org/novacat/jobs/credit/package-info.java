/**
 * What others may do with data and whom they have to name: from what a person said, what the file
 * says, and what is known of who provided it.
 */
@NullMarked
package org.novacat.jobs.credit;

import org.jspecify.annotations.NullMarked;

/**
 * The main job as users run it: real commands on real stores, killed, doubled and fed with bad
 * input. What must always hold is in {@link org.novacat.jobs.endtoend.ArchiveInvariants}.
 */
package org.novacat.jobs.endtoend;

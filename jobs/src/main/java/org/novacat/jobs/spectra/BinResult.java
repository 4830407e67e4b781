package org.novacat.jobs.spectra;

import java.io.Serializable;
import java.util.List;

/**
 * What one task sends back.
 *
 * @param outcomes one a product of the bin, in its order
 * @param times where the task's time went
 * @param bytesRead raw bytes fetched
 * @param bytesWritten bytes of all objects put
 */
record BinResult(List<TaskOutcome> outcomes, PhaseTimes times, long bytesRead, long bytesWritten)
    implements Serializable {}

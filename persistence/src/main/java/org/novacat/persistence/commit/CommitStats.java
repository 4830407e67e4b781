package org.novacat.persistence.commit;

import java.time.Duration;

/**
 * What a commit cost.
 *
 * @param units products, or whatever was one unit of all or nothing
 * @param transactions sent and answered, the cancelled ones included
 * @param actions in the transactions that were applied
 * @param retries requests sent again for throttling, faults and other traffic
 * @param conditionFailures units whose condition was false
 * @param capacity write capacity units consumed
 * @param inRequests time spent in requests, summed over those in flight at once
 */
public record CommitStats(
    long units,
    long transactions,
    long actions,
    long retries,
    long conditionFailures,
    double capacity,
    Duration inRequests) {}

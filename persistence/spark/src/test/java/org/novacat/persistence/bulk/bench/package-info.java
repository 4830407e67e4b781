/** Programs that are measured; started by the scripts in {@code docs/benchmarks}. */
package org.novacat.persistence.bulk.bench;

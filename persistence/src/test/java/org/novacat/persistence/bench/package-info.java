/** Programs that measure, for docs/benchmarks.md. */
package org.novacat.persistence.bench;

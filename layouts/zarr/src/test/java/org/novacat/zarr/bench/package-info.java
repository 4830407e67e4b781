/** What writing costs, beside zarr-python; run by a script of {@code docs/benchmarks}. */
package org.novacat.zarr.bench;

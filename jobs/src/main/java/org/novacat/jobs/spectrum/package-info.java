/**
 * {@code novacat spectrum}: looks at one validated spectrum and writes it as a table that other
 * programs open. A product is found in the table, its objects are fetched and compared with the
 * hashes that the table has, and turned into a {@link org.novacat.jobs.spectrum.SpectrumTable},
 * which knows units, UCDs and the fields of the IVOA Spectrum Data Model but no file format; each
 * {@link org.novacat.jobs.spectrum.ExportFormat} writes that table in its own way.
 */
@NullMarked
package org.novacat.jobs.spectrum;

import org.jspecify.annotations.NullMarked;

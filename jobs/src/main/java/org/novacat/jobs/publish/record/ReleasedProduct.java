package org.novacat.jobs.publish.record;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.List;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.IngestFileId;

/**
 * A product as a release has it, so that the next one can tell what became of it.
 *
 * @param name for people
 * @param input of the bytes that came in, and what was stated of them
 * @param output of what was made of them
 * @param rules versions of all that made it
 * @param rows of a photometry table; -1 of a spectrum
 * @param uploads by which its rows came, all of which everybody may know of; empty of a spectrum
 * @param facts what lists say of it
 */
public record ReleasedProduct(
    DataProductId id,
    String name,
    ContentHash input,
    ContentHash output,
    String rules,
    long rows,
    List<IngestFileId> uploads,
    ProductFacts facts)
    implements Serializable {
  /** What stands for the rows of a spectrum. */
  public static final long SPECTRUM = -1;

  public ReleasedProduct {
    requireNonNull(id, "id is null");
    requireNonNull(name, "name is null");
    requireNonNull(input, "input is null");
    requireNonNull(output, "output is null");
    requireNonNull(rules, "rules is null");
    uploads = List.copyOf(uploads);
    requireNonNull(facts, "facts is null");
  }

  /** Whether it is a spectrum; else it is a photometry table. */
  public boolean isSpectrum() {
    return rows == SPECTRUM;
  }
}

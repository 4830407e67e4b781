package org.novacat.jobs.spectra;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.spark.Bin;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.key.FileEnding;
import org.novacat.layouts.novacat.NovaCatKeys;
import org.novacat.layouts.position.SkyPosition;
import org.novacat.layouts.spectrum.StatedFacts;
import org.novacat.persistence.product.ProductRef;
import org.novacat.persistence.store.Pointer;

/**
 * One product that a run will validate, with all that a task needs to know of it.
 *
 * @param ref the product when the plan was made; the commit is on this version only
 * @param fileName the name the file came with, which tells compressed files from plain ones
 * @param raw the bytes as they were registered
 * @param due when the item last changed; no observation in it is later
 * @param folder names the quarantine folder of the next verdict: when the last one was given, else
 *     when the product was made known; so that an attempt that is done again, also because it was
 *     postponed, writes to the same place
 * @param locator where the file came from
 * @param target position of the nova; null when it has none
 * @param stated what is said of the spectrum beside its file
 */
record PlannedProduct(
    ProductRef ref,
    String fileName,
    Pointer raw,
    Instant due,
    Instant folder,
    String locator,
    @Nullable SkyPosition target,
    StatedFacts stated)
    implements Bin.Piece {
  PlannedProduct {
    requireNonNull(ref, "ref is null");
    requireNonNull(fileName, "fileName is null");
    requireNonNull(raw, "raw is null");
    requireNonNull(due, "due is null");
    requireNonNull(folder, "folder is null");
    requireNonNull(locator, "locator is null");
    requireNonNull(stated, "stated is null");
  }

  @Override
  public long bytes() {
    return raw.byteLength();
  }

  /** Tells FITS from text. */
  FileEnding ending() {
    return NovaCatKeys.endingOfPrimary(raw.key());
  }

  NovaId nova() {
    return ref.novaId();
  }

  DataProductId product() {
    return ref.id();
  }

  /** Hash of the bytes when they were registered. */
  ContentHash sha256() {
    return raw.sha256();
  }
}

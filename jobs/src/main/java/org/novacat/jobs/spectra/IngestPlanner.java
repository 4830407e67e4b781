package org.novacat.jobs.spectra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.run.Temporary;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.position.SkyPosition;
import org.novacat.persistence.product.Quarantine;
import org.novacat.persistence.product.SpectraProduct;
import org.novacat.persistence.store.Pointer;

/**
 * Makes a plan of what the eligibility index offers, product by product, in memory that does not
 * grow with it.
 *
 * <p>Of products with equal bytes the first in the index's order is to own them, in whatever order
 * tasks end and however often a run is repeated. So a product whose bytes may be those of one
 * before it goes to the end of the plan. Which they may be is told by a bit set over the first bits
 * of the hashes: two different files that share them cost nothing but their place in the queue.
 */
final class IngestPlanner {
  /**
   * Eight megabytes of bits: of a million products one in a hundred goes to the end for nothing.
   */
  private static final int HASH_BITS = 26;

  private final Instant now;
  private final BitSet seen = new BitSet();
  private final Set<NovaId> novae = new HashSet<>();
  private long products;
  private long later;
  private long bytes;
  private long notYet;

  /** What the planner asks of the table for each nova. */
  interface Targets {
    /** Position of a nova; null when it has none. */
    @Nullable SkyPosition of(NovaId nova);
  }

  private IngestPlanner(Instant now) {
    this.now = now;
  }

  /**
   * Plans all of {@code eligible} that has bytes and whose wait is over.
   *
   * @param limit most products to plan
   */
  static IngestPlan plan(
      Stream<SpectraProduct> eligible, Targets targets, Instant now, long limit) {
    IngestPlanner planner = new IngestPlanner(now);
    Path first = Temporary.file("novacat-plan-", ".json");
    Path last = Temporary.file("novacat-plan-", ".json");
    try (PlanFile.Writer end = new PlanFile.Writer(last)) {
      String id;
      try (PlanFile.Writer plan = new PlanFile.Writer(first)) {
        planner.collect(eligible.iterator(), targets, limit, plan, end);
        end.finish();
        PlanFile.forEach(last, plan::add);
        id = plan.finish();
      }
      return new IngestPlan(
          first,
          id,
          planner.products,
          planner.products - planner.later,
          planner.bytes,
          planner.novae.size(),
          planner.notYet);
    } finally {
      delete(last);
    }
  }

  private void collect(
      Iterator<SpectraProduct> eligible,
      Targets targets,
      long limit,
      PlanFile.Writer plan,
      PlanFile.Writer end) {
    while (eligible.hasNext() && products < limit) {
      SpectraProduct product = eligible.next();
      Pointer raw = product.rawFile();
      if (raw == null || !due(product)) {
        notYet++;
        continue;
      }
      boolean maybeSeen = maybeSeen(raw.sha256());
      (maybeSeen ? end : plan).add(planned(product, raw, targets.of(product.novaId())));
      products++;
      later += maybeSeen ? 1 : 0;
      bytes += raw.byteLength();
      novae.add(product.novaId());
    }
  }

  private boolean due(SpectraProduct product) {
    Instant next = product.attempts().nextEligibleAt();
    return next == null || !next.isAfter(now);
  }

  private boolean maybeSeen(ContentHash hash) {
    int index = Integer.parseUnsignedInt(hash.hex(), 0, 8, 16) >>> (Integer.SIZE - HASH_BITS);
    boolean before = seen.get(index);
    seen.set(index);
    return before;
  }

  private static PlannedProduct planned(
      SpectraProduct product, Pointer raw, @Nullable SkyPosition target) {
    Quarantine last = product.quarantine();
    return new PlannedProduct(
        product.novaId(),
        product.id(),
        product.provider(),
        product.meta().version(),
        product.state().toString(),
        product.attempts().total(),
        FileName.of(product),
        raw,
        product.meta().updatedAt(),
        last == null ? product.meta().createdAt() : last.at(),
        product.locatorIdentity(),
        target);
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot remove temporary file '%s'".formatted(file), e);
    }
  }
}

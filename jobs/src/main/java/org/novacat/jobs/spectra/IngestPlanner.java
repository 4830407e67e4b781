package org.novacat.jobs.spectra;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.novacat.jobs.run.Temporary;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.Catalog;
import org.novacat.persistence.nova.IdentityStatus;
import org.novacat.persistence.nova.Nova;
import org.novacat.persistence.nova.Novae;
import org.novacat.persistence.product.Quarantine;
import org.novacat.persistence.product.SpectraProduct;
import org.novacat.persistence.store.Pointer;
import org.novacat.persistence.table.Chunks;
import org.novacat.persistence.table.Table;

/**
 * Makes a plan of what the eligibility index offers, read in one pass, product by product, in
 * memory that does not grow with it. Of novae only those are read that have something waiting, many
 * at a time, so that a run that finds nothing costs the same however many novae there are.
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

  private final Novae novae;
  private final Instant now;
  private final Map<NovaId, Nova> known = new HashMap<>();
  private final BitSet seen = new BitSet();
  private final Set<NovaId> planned = new HashSet<>();
  private long products;
  private long later;
  private long bytes;
  private long notYet;

  private IngestPlanner(Catalog catalog, Instant now) {
    this.novae = catalog.novae();
    this.now = now;
  }

  /**
   * Plans what waits of all novae, nova by nova, so that equal tables give equal plans.
   *
   * @param now products whose wait after a failure is not over then are left out
   * @param limit most products to plan
   */
  static IngestPlan plan(Catalog catalog, Instant now, long limit) {
    return new IngestPlanner(catalog, now).plan(catalog.products().eligible(), limit);
  }

  /** Plans what waits of some novae, in their order. */
  static IngestPlan plan(Catalog catalog, Collection<Nova> wanted, Instant now, long limit) {
    IngestPlanner planner = new IngestPlanner(catalog, now);
    planner.note(wanted);
    return planner.plan(
        wanted.stream().flatMap(nova -> catalog.products().eligible(nova.id())), limit);
  }

  private IngestPlan plan(Stream<SpectraProduct> eligible, long limit) {
    Path first = Temporary.file("novacat-plan-", ".json");
    Path last = Temporary.file("novacat-plan-", ".json");
    try (PlanFile.Writer end = new PlanFile.Writer(last);
        PlanFile.Writer plan = new PlanFile.Writer(first)) {
      collect(ofNovae(eligible).iterator(), limit, plan, end);
      end.finish();
      PlanFile.forEach(last, plan::add);
      String id = plan.finish();
      return new IngestPlan(first, id, products, products - later, bytes, planned.size(), notYet);
    } finally {
      Temporary.delete(last);
    }
  }

  /** Spectra of novae that were merged into others are not taken up. */
  private Stream<SpectraProduct> ofNovae(Stream<SpectraProduct> eligible) {
    return Chunks.of(eligible, Table.MOST_IN_ONE_REQUEST)
        .peek(this::lookUp)
        .flatMap(List::stream)
        .filter(
            product -> {
              Nova nova = known.get(product.novaId());
              return nova != null && nova.identityStatus() != IdentityStatus.MERGED;
            });
  }

  private void lookUp(List<SpectraProduct> some) {
    Set<NovaId> fresh = new TreeSet<>();
    some.forEach(product -> fresh.add(product.novaId()));
    fresh.removeAll(known.keySet());
    if (!fresh.isEmpty()) {
      note(novae.findAll(fresh));
    }
  }

  private void note(Collection<Nova> found) {
    found.forEach(nova -> known.put(nova.id(), nova));
  }

  private void collect(
      Iterator<SpectraProduct> eligible, long limit, PlanFile.Writer plan, PlanFile.Writer end) {
    while (eligible.hasNext() && products < limit) {
      SpectraProduct product = eligible.next();
      Pointer raw = product.rawFile();
      if (raw == null || !due(product)) {
        notYet++;
        continue;
      }
      boolean maybeSeen = maybeSeen(raw.sha256());
      (maybeSeen ? end : plan).add(planned(product, raw));
      products++;
      later += maybeSeen ? 1 : 0;
      bytes += raw.byteLength();
      planned.add(product.novaId());
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

  private PlannedProduct planned(SpectraProduct product, Pointer raw) {
    Nova nova = known.get(product.novaId());
    Quarantine last = product.quarantine();
    return new PlannedProduct(
        product.ref(),
        fileName(product.locators(), raw),
        raw,
        product.meta().updatedAt(),
        last == null ? product.meta().createdAt() : last.at(),
        product.locatorIdentity(),
        nova == null ? null : nova.position(),
        product.stated());
  }

  /** The last part of the first locator, by which some conventions say something. */
  private static String fileName(List<String> locators, Pointer raw) {
    String path = path(locators.isEmpty() ? raw.key().toString() : locators.get(0));
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static String path(String locator) {
    try {
      String path = new URI(locator).getPath();
      return path == null ? locator : path;
    } catch (URISyntaxException e) {
      return locator; // a member of an archive, whose path is kept as it is
    }
  }
}

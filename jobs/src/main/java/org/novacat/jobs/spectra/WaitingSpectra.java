package org.novacat.jobs.spectra;

import static java.util.stream.Collectors.toCollection;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.position.SkyPosition;
import org.novacat.persistence.Catalog;
import org.novacat.persistence.nova.IdentityStatus;
import org.novacat.persistence.nova.Nova;
import org.novacat.persistence.nova.Novae;
import org.novacat.persistence.product.SpectraProduct;
import org.novacat.persistence.table.Chunks;
import org.novacat.persistence.table.Table;

/**
 * What waits for ingest-spectra, read in one pass over the eligibility index. Of novae only those
 * are read that have something waiting, many at a time, so that a run that finds nothing costs the
 * same however many novae there are.
 */
final class WaitingSpectra {
  private final Novae novae;

  /** Where novae lie that were looked up; nothing for one without a position. */
  private final Map<NovaId, SkyPosition> targets = new HashMap<>();

  /** Novae that were looked up, and whether their spectra are taken up: those of merged are not. */
  private final Map<NovaId, Boolean> looked = new HashMap<>();

  private WaitingSpectra(Novae novae) {
    this.novae = novae;
  }

  /** Plans what waits of all novae, nova by nova, so that equal tables give equal plans. */
  static IngestPlan plan(Catalog catalog, Instant now, long limit) {
    return new WaitingSpectra(catalog.novae()).planned(catalog.products().eligible(), now, limit);
  }

  /** Plans what waits of some novae, in their order. */
  static IngestPlan plan(Catalog catalog, Collection<Nova> wanted, Instant now, long limit) {
    WaitingSpectra waiting = new WaitingSpectra(catalog.novae());
    waiting.note(wanted);
    return waiting.planned(
        wanted.stream().flatMap(nova -> catalog.products().eligible(nova.id())), now, limit);
  }

  private IngestPlan planned(Stream<SpectraProduct> eligible, Instant now, long limit) {
    Stream<SpectraProduct> ofNovae =
        Chunks.of(eligible, Table.MOST_IN_ONE_REQUEST)
            .peek(this::lookUp)
            .flatMap(List::stream)
            .filter(product -> looked.getOrDefault(product.novaId(), false));
    return IngestPlanner.plan(ofNovae, this::target, now, limit);
  }

  private void lookUp(List<SpectraProduct> products) {
    Set<NovaId> fresh =
        products.stream()
            .map(SpectraProduct::novaId)
            .filter(nova -> !looked.containsKey(nova))
            .collect(toCollection(TreeSet::new));
    if (!fresh.isEmpty()) {
      note(novae.findAll(fresh));
    }
  }

  private void note(Collection<Nova> found) {
    for (Nova nova : found) {
      SkyPosition place = nova.position();
      looked.put(nova.id(), nova.identityStatus() != IdentityStatus.MERGED);
      if (place != null) {
        targets.put(nova.id(), place);
      }
    }
  }

  private @Nullable SkyPosition target(NovaId nova) {
    return targets.get(nova);
  }
}

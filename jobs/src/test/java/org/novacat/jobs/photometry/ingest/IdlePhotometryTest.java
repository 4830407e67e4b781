package org.novacat.jobs.photometry.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.novacat.persistence.Catalog;
import org.novacat.persistence.testing.Catalogs;
import org.novacat.persistence.testing.CountingTable;
import org.novacat.persistence.testing.InMemoryTable;
import org.novacat.persistence.testing.MutableClock;
import org.novacat.persistence.testing.Samples;

class IdlePhotometryTest {
  private final CountingTable table = new CountingTable(new InMemoryTable());
  private final Catalog catalog = Catalogs.over(table, new MutableClock());

  @Test
  void idleRun_costsTheSame_forTenNovaeAndForFiveThousand() {
    novae(0, 10);
    assertThat(idle()).isEqualTo(Map.of("query", 48));

    novae(10, 5_000);
    assertThat(idle()).isEqualTo(Map.of("query", 48));
  }

  /** All that a run looks at before it finds that there is nothing to do. */
  private Map<String, Integer> idle() {
    table.requests();
    assertThat(IngestPhotometryCommand.planned(catalog.uploads(), false)).isEmpty();
    assertThat(TablePhase.dirty(catalog)).isEmpty();
    return table.requests();
  }

  private void novae(int from, int to) {
    for (int n = from; n < to; n++) {
      Samples.nova(catalog, "Nova " + n);
    }
  }
}

package org.novacat.jobs.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.position.SkyPosition;
import org.novacat.persistence.Catalog;
import org.novacat.persistence.nova.NewNova;
import org.novacat.persistence.run.DirtyType;
import org.novacat.persistence.run.WorkConsumer;
import org.novacat.persistence.testing.Catalogs;
import org.novacat.persistence.testing.Samples;

class DueBundleTest {
  @Test
  void changeOfAMergedNova_hasTheBundleOfItsSurvivorLookedAt() {
    Catalog catalog = Catalogs.empty();
    NovaId survivor = nova(catalog, "V339 Del", 20.0);
    NovaId merged = nova(catalog, "Nova Del 2013", 20.0014);
    NovaId other = Samples.nova(catalog, "RS Oph");
    catalog.novae().merge(merged, survivor);
    catalog.workQueue().settle(catalog.workQueue().list(WorkConsumer.BUNDLE).toList());

    catalog.workQueue().put(merged, DirtyType.SPECTRA, WorkConsumer.BUNDLE);

    assertThat(DueBundle.ofQueue(catalog))
        .extracting(DueBundle::nova)
        .containsExactlyInAnyOrder(survivor, merged)
        .doesNotContain(other);
  }

  /** So near to another that a person has to say whether it is that one. */
  private static NovaId nova(Catalog catalog, String name, double decDeg) {
    SkyPosition position = new SkyPosition(305.0, decDeg);
    return catalog.novae().add(new NewNova(name, List.of(), position, Map.of())).nova().id();
  }
}

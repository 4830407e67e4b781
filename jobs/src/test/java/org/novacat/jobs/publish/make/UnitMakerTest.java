package org.novacat.jobs.publish.make;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.publish.plan.UnitPlan;
import org.novacat.jobs.publish.record.ReleaseFile;
import org.novacat.jobs.publish.record.ReleaseUnit;
import org.novacat.jobs.spark.PostponedCode;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.ReleaseId;
import org.novacat.persistence.bucket.ObjectStores;
import org.novacat.persistence.bucket.StoreLocation;
import org.novacat.persistence.store.Archive;

class UnitMakerTest {
  private static final ReleaseId BEFORE = ReleaseId.parse("20260221-4e9b0e88");
  private static final ReleaseId NOW = ReleaseId.parse("20260222-0c11d2aa");
  private static final ContentHash HASH = ContentHash.of("x".getBytes(UTF_8));

  @TempDir private Path folder;

  @Test
  void unitWhoseObjectOfBeforeIsLost_isPostponedWithWhatMakesItAnew() {
    try (Archive site = new Archive(ObjectStores.open(StoreLocation.local(folder)), "site")) {
      ReleaseFile page = new ReleaseFile("index.html", 4, "etag", HASH);
      ReleaseUnit unit = new ReleaseUnit("tables/0", "", HASH, List.of(page), List.of());
      UnitPlan plan =
          new UnitPlan(
              UnitPlan.Kind.TABLES,
              unit.name(),
              "",
              HASH,
              new UnitPlan.Before(BEFORE, unit),
              List.of(),
              null,
              null);

      MadeUnit made =
          new UnitMaker(site, new ReleaseFolder(site, NOW), LinkRoot.of("", NOW)).make(plan);

      assertThat(made.unit()).isNull();
      assertThat(made.postponement().code()).isEqualTo(PostponedCode.DAMAGED);
      assertThat(made.postponement().why()).contains("index.html", "'novacat publish --all'");
    }
  }
}

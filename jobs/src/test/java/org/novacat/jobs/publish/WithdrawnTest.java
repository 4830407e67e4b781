package org.novacat.jobs.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.publish.record.ProductFacts;
import org.novacat.jobs.publish.record.ReleaseUnit;
import org.novacat.jobs.publish.record.ReleasedProduct;
import org.novacat.jobs.run.Stores;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.JobRunId;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.spectrum.Medium;
import org.novacat.layouts.spectrum.TimeScale;
import org.novacat.persistence.Catalog;
import org.novacat.persistence.bucket.ObjectStores;
import org.novacat.persistence.bucket.StoreLocation;
import org.novacat.persistence.file.Rights;
import org.novacat.persistence.log.RunContext;
import org.novacat.persistence.photometry.PhotometryUpload;
import org.novacat.persistence.testing.Catalogs;
import org.novacat.persistence.testing.InMemoryTable;
import org.novacat.persistence.testing.Photometry;
import org.novacat.persistence.testing.Samples;

/** Of uploads and spectra; rows that are closed each by themselves are PublishTest's. */
class WithdrawnTest {
  private static final Clock CLOCK = Clock.systemUTC();
  private static final ContentHash HASH = ContentHash.of("x".getBytes(UTF_8));

  @TempDir private Path folder;

  @Test
  void uploadThatIsNoLongerPublic_isFoundByThePhotometryThatHasItsRows() {
    try (Stores stores = stores()) {
      Catalog catalog = stores.catalog();
      NovaId nova = Samples.nova(catalog, "V339 Del");
      PhotometryUpload open = registered(catalog, 1);
      PhotometryUpload closed = registered(catalog, 2);
      List<ReleaseUnit> of = List.of(unit(nova, "V339 Del", open));
      List<ReleaseUnit> ofBoth = List.of(unit(nova, "V339 Del", open, closed));
      assertThat(new Withdrawn(stores, CLOCK).of(ofBoth)).isEmpty();

      catalog.uploads().recordRights(closed, new Rights("PRIVATE", "", "", "", List.of(), "", ""));

      assertThat(new Withdrawn(stores, CLOCK).of(of)).isEmpty();
      assertThat(new Withdrawn(stores, CLOCK).of(ofBoth)).containsExactly("photometry of V339 Del");
    }
  }

  private static PhotometryUpload registered(Catalog catalog, int number) {
    PhotometryUpload upload = Photometry.upload(number);
    catalog.uploads().register(upload);
    return catalog.uploads().find(upload.id()).orElseThrow();
  }

  private static ReleaseUnit unit(NovaId nova, String name, PhotometryUpload... uploads) {
    ProductFacts facts =
        new ProductFacts(Medium.UNKNOWN, TimeScale.UNKNOWN, "", "", "", "", 1.0, 2.0);
    ReleasedProduct photometry =
        new ReleasedProduct(
            DataProductId.ofProductKey(Samples.PROVIDER, name),
            "photometry",
            HASH,
            HASH,
            "",
            10,
            List.of(uploads).stream().map(PhotometryUpload::id).toList(),
            facts);
    return new ReleaseUnit(ReleaseUnit.ofNova(nova), name, HASH, List.of(), List.of(photometry));
  }

  private Stores stores() {
    Catalog catalog =
        Catalog.over(
            new InMemoryTable(), RunContext.single(JobRunId.mint()), CLOCK, Catalogs.NO_PAUSE);
    StoreLocation location = StoreLocation.local(folder);
    return new Stores(catalog, ObjectStores.open(location), location, "nova-cat-private-data");
  }
}

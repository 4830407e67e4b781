package org.novacat.jobs.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.archive.Mending;
import org.novacat.jobs.photometry.ingest.PhotometryIngest;
import org.novacat.jobs.register.Sources;
import org.novacat.jobs.run.Stores;
import org.novacat.jobs.samples.SampleArchive;
import org.novacat.jobs.samples.SampleArchive.SampleSpec;
import org.novacat.jobs.spectra.SpectraIngest;
import org.novacat.jobs.testing.Remains;
import org.novacat.jobs.testing.Sweep;
import org.novacat.layouts.id.JobRunId;
import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.nova.NewNova;
import org.novacat.persistence.product.SpectraProduct;

/** A bundle that is being built when the process dies, at each write. */
class BundleSweepTest {
  private static final Duration LATER = Duration.ofMinutes(5);
  private static final String NOVA = "V339 Del";

  @TempDir private Path folder;

  /** The bundle is replaced: of all that it was made from, who may see one spectrum has changed. */
  @Test
  void killAfterEachWrite_isMadeGoodByTheNextRun() throws IOException {
    Sweep sweep = new Sweep(folder);
    Remains built = sweep.after(Sweep.nothing(), Duration.ZERO, runs());
    Remains changed = sweep.after(built, Duration.ZERO, BundleSweepTest::change);
    List<Remains> deaths = sweep.deaths(changed, Duration.ZERO, Bundling::run);
    Map<String, String> undisturbed = facts(mended(sweep, changed));

    Sweep.tried(deaths, "BundleSweepTest")
        .forEach(
            (write, death) ->
                assertThat(Remains.differences(undisturbed, facts(mended(sweep, death))))
                    .as("killed after write %s", write)
                    .isEmpty());
    assertThat(deaths.stream().map(death -> zip(death)).distinct())
        .as("deaths before and after the zip file was replaced")
        .hasSize(2);
    assertThat(facts(changed)).isNotEqualTo(undisturbed);
  }

  private Sweep.Run[] runs() throws IOException {
    SampleArchive.write(folder.resolve("samples"), new SampleSpec(3, 1, 2));
    Path uploads = Files.createDirectory(folder.resolve("uploads"));
    Files.writeString(uploads.resolve("one.csv"), "star,JD,mag,band\nV339 Del,2456520.5,4.5,V\n");
    return new Sweep.Run[] {
      (stores, id, clock) -> stores.catalog().novae().add(NewNova.named(NOVA)),
      Sources.spectra(folder.resolve("samples"), NOVA),
      Sources.photometry(uploads),
      SpectraIngest::run,
      PhotometryIngest::run,
      Bundling::run
    };
  }

  private static void change(Stores stores, JobRunId id, Clock clock) {
    var catalog = stores.catalog();
    NovaId nova = catalog.novae().resolve(NOVA).novae().get(0).id();
    try (var products = catalog.products().ofNova(nova)) {
      SpectraProduct one = products.filter(p -> p.summary() != null).findFirst().orElseThrow();
      catalog.products().recordRights(one.ref(), BundleArchive.rights("PRIVATE"));
    }
  }

  private static Remains mended(Sweep sweep, Remains death) {
    return sweep.after(
        death, LATER, Bundling::run, Mending::recover, Bundling::run, BundleSweepTest::verify);
  }

  private static void verify(Stores stores, JobRunId id, Clock clock) {
    assertThat(Mending.verify(stores, clock)).isEmpty();
  }

  private static String zip(Remains remains) {
    return remains.objects().entrySet().stream()
        .filter(object -> object.getKey().endsWith("/full.zip"))
        .map(object -> object.getValue().hex())
        .findFirst()
        .orElse("none");
  }

  /** Its manifest says when a bundle was built, which is another moment after each death. */
  private static Map<String, String> facts(Remains remains) {
    Map<String, String> facts = remains.factsButVersions("bundle", "recover");
    facts.replaceAll(
        (key, fact) ->
            key.endsWith("/manifest.json")
                ? "there"
                : fact.replaceAll("manifest_sha256=Text\\[value=[0-9a-f]+\\]", ""));
    return facts;
  }
}

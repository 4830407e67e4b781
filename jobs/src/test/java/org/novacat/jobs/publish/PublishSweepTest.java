package org.novacat.jobs.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.bundle.Bundling;
import org.novacat.jobs.job.JobRunner;
import org.novacat.jobs.photometry.ingest.PhotometryIngest;
import org.novacat.jobs.publish.record.CurrentPages;
import org.novacat.jobs.publish.record.FilesList;
import org.novacat.jobs.publish.record.ReleaseFile;
import org.novacat.jobs.publish.record.ReleaseUnit;
import org.novacat.jobs.register.Sources;
import org.novacat.jobs.run.Stores;
import org.novacat.jobs.testing.Remains;
import org.novacat.jobs.testing.Sweep;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.JobRunId;
import org.novacat.persistence.bucket.ArchiveLocation;
import org.novacat.persistence.bucket.ObjectStores;
import org.novacat.persistence.bucket.StoreLocation;
import org.novacat.persistence.nova.NewNova;
import org.novacat.persistence.run.WorkConsumer;
import org.novacat.persistence.store.Archive;

/**
 * A second release that is killed after each of its writes, and another run after it. Whoever looks
 * finds a whole release at every moment, the end is that of a run that nobody disturbed.
 */
class PublishSweepTest {
  private static final Duration LATER = Duration.ofMinutes(5);

  /** They name the release, whose id begins with the day. */
  private static final Pattern OF_THE_DAY =
      Pattern.compile("index\\.html|release\\.json|novae\\.json|registry\\.xml");

  @TempDir private Path folder;

  @Test
  void killAfterEachWrite_leavesAWholeRelease_andIsMadeGoodByTheNextRun() throws IOException {
    Path uploads = Files.createDirectory(folder.resolve("uploads"));
    Files.writeString(uploads.resolve("one.csv"), "star,JD,mag,band\nRS Oph,2453780.5,4.4,V\n");
    Sweep sweep = new Sweep(folder);
    Sweep.Run register = Sources.photometry(uploads);
    Remains first =
        sweep.after(
            Sweep.nothing(),
            Duration.ZERO,
            PublishSweepTest::addNovae,
            register,
            PhotometryIngest::run,
            Bundling::run,
            PublishSweepTest::publish);
    Files.writeString(uploads.resolve("two.csv"), "star,JD,mag,band\nV339 Del,2456520.5,4.5,V\n");
    Remains due = sweep.after(first, LATER, register, PhotometryIngest::run, Bundling::run);
    List<Remains> deaths = sweep.deaths(due, LATER, PublishSweepTest::publish);
    Map<String, ContentHash> undisturbed = shown(sweep, deaths.get(deaths.size() - 1));

    assertThat(shown(sweep, first)).isNotEqualTo(undisturbed);
    for (Remains death : deaths) {
      assertThat(shown(sweep, death)).isIn(shown(sweep, first), undisturbed);
    }
    Sweep.tried(deaths, "PublishSweepTest")
        .forEach(
            (write, death) -> {
              Remains end = sweep.after(death, LATER.multipliedBy(4), PublishSweepTest::publish);
              assertThat(shown(sweep, end))
                  .as("killed after write %s", write)
                  .isEqualTo(undisturbed);
              assertThat(releases(end)).as("killed after write %s", write).hasSize(2);
            });
  }

  private static void addNovae(Stores stores, JobRunId id, Clock clock) {
    for (String name : List.of("RS Oph", "V339 Del")) {
      stores.catalog().novae().add(NewNova.named(name));
    }
  }

  private static void publish(Stores stores, JobRunId id, Clock clock) {
    Path bucket = Sweep.siteBeside(Path.of(stores.location().uri()));
    StoreLocation location = StoreLocation.local(bucket).with(StoreLocation.DURABILITY, "later");
    try (PublicSite site =
        new PublicSite(
            new Archive(ObjectStores.open(location), "nova-cat-public-site"),
            new ArchiveLocation(location, "nova-cat-public-site"))) {
      PublishJob job =
          new PublishJob(
              site,
              new PublishOptions("", 0, "", false),
              stores.catalog().workQueue().list(WorkConsumer.RELEASE).toList(),
              clock);
      JobRunner.run(job, stores, id, report -> {});
    }
  }

  /** What a visitor finds who begins at {@code current}, by path; everything has to be there. */
  private static Map<String, ContentHash> shown(Sweep sweep, Remains remains) {
    SortedMap<String, ContentHash> objects = remains.objects();
    try {
      CurrentPages current =
          CurrentPages.read(sweep.bytes(objects.get(Sweep.SITE + "current/release.json")))
              .orElseThrow();
      String root = Sweep.SITE + "releases/" + current.id() + "/";
      assertThat(new String(sweep.bytes(objects.get(Sweep.SITE + "current/index.html")), UTF_8))
          .containsPattern("releases/\\d{8}-[0-9a-f]{8}/index.html");
      ContentHash list = objects.get(root + "files.jsonl");
      assertThat(list).isEqualTo(current.files());
      Map<String, ContentHash> shown = new TreeMap<>();
      for (ReleaseUnit unit :
          FilesList.read(new ByteArrayInputStream(sweep.bytes(list))).values()) {
        for (ReleaseFile file : unit.files()) {
          assertThat(objects.get(root + file.path())).as(file.path()).isEqualTo(file.sha256());
          if (!OF_THE_DAY.matcher(file.path()).matches()) {
            shown.put(file.path(), file.sha256());
          }
        }
      }
      return shown;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> releases(Remains remains) {
    return remains.items().stream()
        .filter(item -> "Release".equals(item.text("entity_type")))
        .map(item -> item.key().sk())
        .toList();
  }
}

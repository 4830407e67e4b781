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
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
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
import org.novacat.layouts.id.ReleaseId;
import org.novacat.persistence.bucket.ArchiveLocation;
import org.novacat.persistence.item.Keys;
import org.novacat.persistence.nova.NewNova;
import org.novacat.persistence.release.Release;
import org.novacat.persistence.run.WorkConsumer;
import org.novacat.persistence.store.Archive;

/**
 * A second release that is killed after each of its writes, and another run after it. Whoever looks
 * finds a whole release at every moment, the end is that of a run that nobody disturbed.
 */
final class PublishSweep {
  private static final String BUCKET = "nova-cat-public-site";
  private static final Duration LATER = Duration.ofMinutes(5);

  /** They name the release, whose id begins with the day. */
  private static final Pattern OF_THE_DAY =
      Pattern.compile("index\\.html|release\\.json|novae\\.json|registry\\.xml");

  private final Sweep sweep;
  private final Path uploads;

  private PublishSweep(Sweep sweep, Path uploads) {
    this.sweep = sweep;
    this.uploads = uploads;
  }

  /**
   * Kills and looks.
   *
   * @param folder where uploads are put
   * @param stride of how many writes one is tried
   */
  static void check(Sweep sweep, Path folder, String test, int stride) throws IOException {
    Path uploads = Files.createDirectory(folder.resolve("uploads"));
    new PublishSweep(sweep, uploads).check(test, stride);
  }

  private void check(String test, int stride) throws IOException {
    Remains first = first();
    Remains due = due(first);
    List<Remains> deaths = sweep.deaths(due, LATER, this::publish);
    Map<String, ContentHash> before = shown(first);
    Map<String, ContentHash> undisturbed = shown(deaths.get(deaths.size() - 1));

    assertThat(before).isNotEqualTo(undisturbed);
    for (Remains death : deaths) {
      assertThat(shown(death)).isIn(before, undisturbed);
    }
    Sweep.tried(deaths, test, stride)
        .forEach(
            (write, death) -> {
              Remains end = sweep.after(death, LATER.multipliedBy(4), this::publish);
              assertThat(shown(end)).as("killed after write %s", write).isEqualTo(undisturbed);
              assertThat(releases(end)).as("killed after write %s", write).hasSize(2);
            });
    checkRollback(deaths.get(deaths.size() - 1), releases(first).get(0), test, stride / 4);
  }

  /** Nothing is new when somebody goes back, so that it is an idle run that has to see it. */
  private void checkRollback(Remains second, String back, String test, int stride) {
    List<Remains> deaths =
        sweep.deaths(
            second,
            LATER.multipliedBy(6),
            (stores, id, clock) -> rollback(stores, id, clock, back));
    assertThat(seen(deaths.get(deaths.size() - 1))).isEqualTo(back);
    Sweep.tried(deaths, test + ", rollback", stride)
        .forEach(
            (write, death) -> {
              String led = seen(death);
              Remains end = sweep.after(death, LATER.multipliedBy(8), this::publish);
              assertThat(seen(end)).as("killed after write %s", write).isEqualTo(led);
              assertThat(current(end)).as("killed after write %s", write).isEqualTo(led);
            });
  }

  private void rollback(Stores stores, JobRunId id, Clock clock, String back) {
    Release release = stores.catalog().releases().find(ReleaseId.parse(back)).orElseThrow();
    try (PublicSite site = publicSite()) {
      JobRunner.run(new RollbackJob(site, release, clock), stores, id, report -> {});
    }
  }

  /** Where visitors are led. */
  private String seen(Remains remains) {
    try {
      byte[] record = sweep.bytes(remains.objects().get(Sweep.SITE + "current/release.json"));
      return CurrentPages.read(record).orElseThrow().id().text();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the item says that they are led; both while a run leads them elsewhere. */
  private static String current(Remains remains) {
    return remains.items().stream()
        .filter(item -> item.key().equals(Keys.currentRelease()))
        .map(item -> item.text("release_id") + Objects.toString(item.text("next_release_id"), ""))
        .findFirst()
        .orElseThrow();
  }

  private Remains first() throws IOException {
    Files.writeString(uploads.resolve("one.csv"), "star,JD,mag,band\nRS Oph,2453780.5,4.4,V\n");
    return sweep.after(
        Sweep.nothing(),
        Duration.ZERO,
        PublishSweep::addNovae,
        Sources.photometry(uploads),
        PhotometryIngest::run,
        Bundling::run,
        this::publish);
  }

  private Remains due(Remains first) throws IOException {
    Files.writeString(uploads.resolve("two.csv"), "star,JD,mag,band\nV339 Del,2456520.5,4.5,V\n");
    return sweep.after(
        first, LATER, Sources.photometry(uploads), PhotometryIngest::run, Bundling::run);
  }

  private static void addNovae(Stores stores, JobRunId id, Clock clock) {
    for (String name : List.of("RS Oph", "V339 Del")) {
      stores.catalog().novae().add(NewNova.named(name));
    }
  }

  private void publish(Stores stores, JobRunId id, Clock clock) {
    try (PublicSite site = publicSite()) {
      PublishJob job =
          new PublishJob(
              site,
              new PublishOptions("", 0, "", false),
              stores.catalog().workQueue().list(WorkConsumer.RELEASE).toList(),
              clock);
      JobRunner.run(job, stores, id, report -> {});
    }
  }

  private PublicSite publicSite() {
    return new PublicSite(
        new Archive(sweep.site(), BUCKET), new ArchiveLocation(sweep.siteLocation(), BUCKET));
  }

  /** What a visitor finds who begins at {@code current}, by path; everything has to be there. */
  private Map<String, ContentHash> shown(Remains remains) {
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

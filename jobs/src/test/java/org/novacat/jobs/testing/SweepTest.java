package org.novacat.jobs.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.run.Stores;
import org.novacat.layouts.id.JobRunId;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.novacat.NovaCatKeys;
import org.novacat.persistence.run.DirtyType;
import org.novacat.persistence.run.WorkConsumer;
import org.novacat.persistence.store.Archive;
import org.novacat.persistence.store.Content;

/** The controls of all sweeps: what a job that cannot bear a kill leaves is found. */
class SweepTest {
  private static final JobRunId DOCUMENT = JobRunId.mint();
  private static final NovaId NOVA = NovaId.mint();

  @TempDir private Path folder;
  private Sweep sweep;

  @BeforeEach
  void begin() {
    sweep = new Sweep(folder);
  }

  /** It takes the object of a run that died for the sign that all is done. */
  private static void fragile(Stores stores, JobRunId id, Clock clock) {
    if (stores.archive().find(NovaCatKeys.workflowInput("any", DOCUMENT).key()).isEmpty()) {
      sound(stores, id, clock);
    }
  }

  private static void sound(Stores stores, JobRunId id, Clock clock) {
    write(stores.archive(), "input");
    stores.catalog().workQueue().put(NOVA, DirtyType.PHOTOMETRY, WorkConsumer.TABLE);
  }

  private static void write(Archive archive, String text) {
    archive.write(NovaCatKeys.workflowInput("any", DOCUMENT), Content.of(text.getBytes(UTF_8)));
  }

  @Test
  void killThatIsNotMadeGood_isFound() {
    assertThat(notMadeGood(SweepTest::fragile)).containsExactly(1);
    assertThat(notMadeGood(SweepTest::sound)).isEmpty();
  }

  /** After which writes a kill is not made good by the next run. */
  private List<Integer> notMadeGood(Sweep.Run run) {
    Function<Remains, Integer> items = remains -> remains.items().size();
    int undisturbed = items.apply(sweep.after(Sweep.nothing(), Duration.ZERO, run));
    List<Remains> deaths = sweep.deaths(Sweep.nothing(), Duration.ZERO, run);
    assertThat(deaths.size()).as("an object, and an item").isEqualTo(2);
    return IntStream.range(0, deaths.size())
        .filter(n -> items.apply(sweep.after(deaths.get(n), Duration.ZERO, run)) != undisturbed)
        .map(n -> n + 1)
        .boxed()
        .toList();
  }

  /** A task opens the bucket by its location, so the driver does not see its writes. */
  @Test
  void writesOfTasks_areKillsToo() {
    List<Remains> deaths =
        sweep.deaths(
            Sweep.nothing(),
            Duration.ZERO,
            (stores, id, clock) -> {
              try (Archive task = stores.derivedLocation().open()) {
                write(task, "of a task");
                task.write(NovaCatKeys.workflowOutput("any", DOCUMENT), Content.of(new byte[1]));
              }
              stores.catalog().workQueue().put(NOVA, DirtyType.PHOTOMETRY, WorkConsumer.TABLE);
            });

    assertThat(deaths).extracting(death -> death.objects().size()).containsExactly(1, 2, 2);
    assertThat(deaths)
        .extracting(death -> death.items().isEmpty())
        .containsExactly(true, true, false);
  }
}

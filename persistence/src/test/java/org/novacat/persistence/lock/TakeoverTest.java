package org.novacat.persistence.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.novacat.layouts.id.JobRunId;
import org.novacat.layouts.testing.Seeded;
import org.novacat.persistence.failure.ConflictException;
import org.novacat.persistence.item.Keys;
import org.novacat.persistence.log.RunContext;
import org.novacat.persistence.retry.RetryPolicy;
import org.novacat.persistence.table.Attribute;
import org.novacat.persistence.table.Condition;
import org.novacat.persistence.table.ItemKey;
import org.novacat.persistence.table.TransactResult;
import org.novacat.persistence.table.Write;
import org.novacat.persistence.testing.InMemoryTable;
import org.novacat.persistence.testing.MutableClock;

/** Two runs whose clocks disagree by up to ten minutes either way, and that pause at will. */
class TakeoverTest {
  private static final ItemKey PROTECTED = new ItemKey("nova", "PRODUCT#PHOTOMETRY_TABLE");
  private static final LockRequest REQUEST =
      LockRequest.mutex("photometry").withLease(Duration.ofMinutes(1));

  @Test
  void anySchedule_neverLeavesTwoHoldersAbleToWrite() {
    Seeded.cases(
        10_000,
        random -> {
          Race race = new Race(random, Guard.FENCED);
          for (int step = 0; step < 30; step++) {
            race.step();
            assertThat(race.fencesThatHold()).isLessThanOrEqualTo(1);
          }
          assertThat(race.tokensWritten).isSorted();
        });
  }

  /** The control: runs that trust their lease alone overwrite their successor. */
  @Test
  void anySchedule_withoutTheFenceSomeOldHolderWritesLast() {
    int disordered = 0;
    for (int seed = 0; seed < 200; seed++) {
      Race race = new Race(new Random(seed), Guard.NONE);
      for (int step = 0; step < 30; step++) {
        race.step();
      }
      List<Long> sorted = race.tokensWritten.stream().sorted().toList();
      disordered += sorted.equals(race.tokensWritten) ? 0 : 1;
    }

    assertThat(disordered).isPositive();
  }

  private enum Guard {
    FENCED,
    NONE
  }

  private static final class Race {
    private final InMemoryTable table = new InMemoryTable();
    private final List<Fence> fences = new ArrayList<>();
    private final List<Long> tokensWritten = new ArrayList<>();
    private final Random random;
    private final Guard guard;
    private final List<Runner> runners;

    Race(Random random, Guard guard) {
      this.random = random;
      this.guard = guard;
      this.runners = List.of(new Runner(this), new Runner(this));
    }

    void step() {
      Duration passed = Duration.ofSeconds(random.nextInt(50));
      runners.forEach(runner -> runner.clock.advance(passed));
      runners.get(random.nextInt(2)).act();
    }

    long fencesThatHold() {
      var lock = table.get(Keys.lock("photometry"));
      return fences.stream().filter(fence -> fence.condition().holds(lock)).count();
    }
  }

  private static final class Runner {
    private final Race race;
    private final MutableClock clock = new MutableClock();
    private final Locks locks;
    private Lease lease;

    Runner(Race race) {
      this.race = race;
      clock.advance(Duration.ofMinutes(race.random.nextInt(21) - 10));
      locks =
          new Locks(
              policy -> race.table, RetryPolicy.PROMPT, RunContext.single(JobRunId.mint()), clock);
    }

    void act() {
      if (lease == null) {
        acquire();
        return;
      }
      switch (race.random.nextInt(6)) {
        case 0 -> renew();
        case 1 -> giveUp();
        default -> write();
      }
    }

    private void acquire() {
      if (locks.acquire(REQUEST) instanceof LockAnswer.Acquired acquired) {
        lease = acquired.lease();
        race.fences.add(lease.fence());
      }
    }

    private void renew() {
      try {
        lease.renew();
      } catch (ConflictException lost) {
        lease = null;
      }
    }

    private void giveUp() {
      lease.release();
      lease = null;
    }

    private void write() {
      Write result =
          new Write.Update(
              PROTECTED,
              Map.of("token", Attribute.of(lease.fence().token())),
              Map.of(),
              Set.of(),
              Set.of("version"),
              Condition.always());
      List<Write> writes =
          race.guard == Guard.FENCED ? List.of(result, lease.fence().check()) : List.of(result);
      if (race.table.transact(writes, UUID.randomUUID().toString())
          instanceof TransactResult.Applied) {
        race.tokensWritten.add(lease.fence().token());
      } else {
        lease = null;
      }
    }
  }
}

package org.novacat.persistence.store.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.persistence.store.Race;
import org.novacat.persistence.testing.OtherProcess;

class ProcessLockTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("lock");
  }

  @Test
  void heldLock_isRefusedInThisJvm() throws IOException {
    try (ProcessLock lock = ProcessLock.tryAcquire(file).orElseThrow()) {
      assertThat(lock).isNotNull();
      assertThat(ProcessLock.tryAcquire(file)).isEmpty();
      assertThat(ProcessLock.acquire(file, Duration.ofMillis(5))).isEmpty();
      assertThat(ProcessLock.isHeld(file)).isTrue();
    }
  }

  @Test
  void closedLock_isFreeAgain() throws IOException {
    ProcessLock.tryAcquire(file).orElseThrow().close();

    assertThat(ProcessLock.isHeld(file)).isFalse();
    ProcessLock.tryAcquire(file).orElseThrow().close();
  }

  @Test
  void otherFile_isAnotherLock() throws IOException {
    try (ProcessLock lock = ProcessLock.tryAcquire(file).orElseThrow()) {
      assertThat(lock).isNotNull();
      assertThat(ProcessLock.isHeld(folder.resolve("other"))).isFalse();
    }
  }

  @Test
  void lockOfAnotherProcess_isRefusedUntilItIsKilled() throws IOException {
    OtherProcess other = OtherProcess.start(LockHolderMain.class, file.toString());
    other.expect("held");
    assertThat(ProcessLock.tryAcquire(file)).isEmpty();

    other.kill();

    assertThat(ProcessLock.acquire(file, Duration.ofMinutes(1)))
        .isPresent()
        .get()
        .satisfies(ProcessLock::close);
  }

  @Test
  void refusedTryOfAThread_doesNotDropTheLockOfTheProcess() throws IOException {
    try (ProcessLock lock = ProcessLock.tryAcquire(file).orElseThrow()) {
      assertThat(lock).isNotNull();
      assertThat(ProcessLock.tryAcquire(file)).isEmpty();

      try (OtherProcess other = OtherProcess.start(LockHolderMain.class, file.toString())) {
        other.expect("refused");
      }
    }
  }

  @Test
  void folderThatIsMissing_failsAndLeavesNothingHeld() throws IOException {
    Path nowhere = folder.resolve("missing/lock");

    assertThatThrownBy(() -> ProcessLock.tryAcquire(nowhere))
        .isInstanceOf(NoSuchFileException.class);
    assertThatThrownBy(() -> ProcessLock.tryAcquire(nowhere))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void threads_takeTurns() throws Exception {
    AtomicInteger inside = new AtomicInteger();

    List<Integer> most =
        Race.run(
            4,
            who -> {
              int seen = 0;
              for (int i = 0; i < 50; i++) {
                Optional<ProcessLock> lock = ProcessLock.acquire(file, Duration.ofMinutes(1));
                seen = Math.max(seen, inside.incrementAndGet());
                inside.decrementAndGet();
                lock.orElseThrow().close();
              }
              return seen;
            });

    assertThat(most).containsOnly(1);
  }
}

package org.novacat.jobs.endtoend;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * After each test, {@link ArchiveInvariants} must hold in every {@link Workspace} that it used, or
 * that was used before the first one. It is in force for all tests, so that none can forget it.
 */
public final class ArchivesHold implements BeforeAllCallback, AfterTestExecutionCallback {
  private static final Set<Path> USED = new ConcurrentSkipListSet<>();
  private static volatile boolean inForce;

  /** For the test engine. */
  public ArchivesHold() {}

  /** A command ran there. */
  static void used(Path workspace) {
    USED.add(workspace);
  }

  /** Whether the engine found it. */
  static boolean isInForce() {
    return inForce;
  }

  /** What an earlier class used is gone. */
  @Override
  public void beforeAll(ExtensionContext context) {
    inForce = true;
    USED.clear();
  }

  @Override
  public void afterTestExecution(ExtensionContext context) {
    if (context.getExecutionException().isEmpty()) {
      check();
    }
    USED.clear();
  }

  /** Looks at all that was used since it looked last. */
  static void check() {
    Set<Path> used = Set.copyOf(USED);
    try {
      used.stream()
          .filter(workspace -> Files.isDirectory(workspace.resolve("table")))
          .forEach(workspace -> ArchiveInvariants.assertHold(new Workspace(workspace)));
    } finally {
      USED.clear();
    }
  }
}

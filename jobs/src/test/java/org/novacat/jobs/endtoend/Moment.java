package org.novacat.jobs.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A state that a run passes through, told from outside by what it has written. */
enum Moment {
  FIRST_RAW_OBJECT("register") {
    @Override
    boolean isReached(Workspace workspace, Items items, int products) {
      return files(workspace, "raw") > 0;
    }
  },
  FIRST_PRODUCTS("register") {
    @Override
    boolean isReached(Workspace workspace, Items items, int products) {
      return items.eligibleCount() > 0;
    }
  },
  HALF_OF_THE_RAW_OBJECTS("register") {
    @Override
    boolean isReached(Workspace workspace, Items items, int products) {
      return files(workspace, "raw") >= products; // two a product
    }
  },
  HALF_OF_THE_PRODUCTS("register") {
    @Override
    boolean isReached(Workspace workspace, Items items, int products) {
      return items.eligibleCount() >= products / 2;
    }
  },
  ALL_PRODUCTS("register") {
    @Override
    boolean isReached(Workspace workspace, Items items, int products) {
      return items.eligibleCount() == products;
    }
  },
  PLAN_KEPT("ingest-spectra") {
    @Override
    boolean isReached(Workspace workspace, Items items, int products) {
      return files(workspace, "workflow-payloads/acquire_and_validate_spectra") > 0;
    }
  },
  FIRST_DERIVED_OBJECT("ingest-spectra") {
    @Override
    boolean isReached(Workspace workspace, Items items, int products) {
      return files(workspace, "derived") > 0;
    }
  },
  HALF_OF_THE_DERIVED_OBJECTS("ingest-spectra") {
    @Override
    boolean isReached(Workspace workspace, Items items, int products) {
      return files(workspace, "derived") >= products * 3 / 2; // three a product
    }
  },
  FIRST_COMMIT("ingest-spectra") {
    @Override
    boolean isReached(Workspace workspace, Items items, int products) {
      return items.eligibleCount() < products;
    }
  },
  HALF_COMMITTED("ingest-spectra") {
    @Override
    boolean isReached(Workspace workspace, Items items, int products) {
      return items.eligibleCount() <= products / 2;
    }
  },
  ALL_COMMITTED("ingest-spectra") {
    @Override
    boolean isReached(Workspace workspace, Items items, int products) {
      return items.eligibleCount() == 0;
    }
  };

  private final String command;

  Moment(String command) {
    this.command = command;
  }

  /** The command that passes through it. */
  String command() {
    return command;
  }

  /**
   * Whether the run is there, or past it.
   *
   * @param products of the whole archive
   */
  abstract boolean isReached(Workspace workspace, Items items, int products);

  /** Regular files below a folder of the bucket; the folder may come, and files go, meanwhile. */
  static long files(Workspace workspace, String prefix) {
    Path folder = workspace.bucket().resolve(prefix);
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).count();
    } catch (IOException e) {
      return 0;
    }
  }
}

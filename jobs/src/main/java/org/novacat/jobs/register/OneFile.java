package org.novacat.jobs.register;

import java.util.function.Function;
import org.novacat.jobs.cli.NoRoom;
import org.novacat.jobs.register.source.RejectCode;
import org.novacat.jobs.register.source.RejectedException;
import org.novacat.jobs.register.source.RejectedException.Rejection;
import org.novacat.jobs.spark.FileGuard;
import org.novacat.persistence.failure.PersistenceException;
import org.novacat.persistence.store.ContentBroken;
import org.novacat.persistence.store.StoreException;
import org.novacat.persistence.table.TransientStoreException;

/**
 * The boundary around one file: whatever goes wrong within it becomes that file's rejection. Only
 * failures of table, store and temporary folder pass, because they would meet every other file too.
 * Where memory runs out, the file is tried once more while no other is under way.
 */
final class OneFile {
  private OneFile() {}

  @FunctionalInterface
  interface Work<T> {
    T run() throws RejectedException;
  }

  /**
   * Does the work.
   *
   * @param refused what a rejection is in terms of the result
   */
  static <T> T within(String where, Work<T> work, Function<Rejection, T> refused) {
    return FileGuard.run(
        () -> caught(where, work, refused),
        why -> refused.apply(new Rejection(where, RejectCode.OUT_OF_MEMORY, why.why())));
  }

  private static <T> T caught(String where, Work<T> work, Function<Rejection, T> refused) {
    try {
      return work.run();
    } catch (RejectedException e) {
      return refused.apply(e.rejection(where));
    } catch (ContentBroken e) {
      return refused.apply(
          new Rejection(where, RejectCode.SOURCE_UNREACHABLE, String.valueOf(e.getMessage())));
    } catch (StoreException | PersistenceException | TransientStoreException | NoRoom e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      return refused.apply(
          new Rejection(
              where,
              RejectCode.SOURCE_FAILED,
              "Cannot register '%s': %s (a fault of novacat: report it with this file)"
                  .formatted(where, e)));
    }
  }
}

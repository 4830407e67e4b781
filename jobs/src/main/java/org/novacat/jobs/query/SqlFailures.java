package org.novacat.jobs.query;

import java.util.function.Supplier;
import org.novacat.jobs.cli.UserError;
import org.novacat.layouts.text.Excerpt;
import org.novacat.persistence.failure.PersistenceException;

/** What Spark has against a statement, in one sentence. */
final class SqlFailures {
  private static final int LONGEST_QUOTE = 60;

  private SqlFailures() {}

  /**
   * What the work gives.
   *
   * @param work of Spark alone, on a statement of the user's
   * @throws UserError when Spark refuses the statement, a task fails on what it computes, or the
   *     work says so itself
   * @throws PersistenceException when the table cannot be read
   */
  static <T> T told(Supplier<T> work) {
    try {
      return work.get();
    } catch (UserError e) {
      throw e;
    } catch (StackOverflowError e) {
      throw new UserError("Cannot run query: it is nested too deep (write it as several queries)");
    } catch (Exception e) { // functions of SQL throw what they like, checked exceptions among it
      throwOfTable(e);
      UserError error =
          new UserError("Cannot run query: %s (see 'novacat query --help')".formatted(first(e)));
      error.initCause(e);
      throw error;
    }
  }

  /** What is wrong with the table is told as every command tells it. */
  private static void throwOfTable(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof PersistenceException ofTable) {
        throw ofTable;
      }
    }
  }

  /** The first line of the deepest cause, without Spark's name of the error. */
  private static String first(Throwable failure) {
    Throwable deepest = failure;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    String line =
        String.valueOf(deepest.getMessage())
            .lines()
            .filter(text -> !text.isBlank())
            .findFirst()
            .orElse(deepest.getClass().getSimpleName());
    return line.replaceFirst("^\\[[A-Z_.0-9]+\\] ", "")
        .replaceFirst("\\.?\\(line (\\d+), pos (\\d+)\\)$", ", line $1, position $2")
        .replaceFirst("; line \\d+ pos \\d+;?$", "")
        .replaceFirst("\\.$", "");
  }

  /** A statement as a message can quote it. */
  static String shortened(String sql) {
    return Excerpt.of(sql.strip().replaceAll("\\s+", " "), LONGEST_QUOTE);
  }
}

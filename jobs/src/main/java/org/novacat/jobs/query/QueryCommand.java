package org.novacat.jobs.query;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.cli.Pipe;
import org.novacat.jobs.cli.UserError;
import org.novacat.jobs.export.Destination;
import org.novacat.jobs.report.Json;
import org.novacat.jobs.run.StoreCommand;
import org.novacat.jobs.run.Stores;
import org.novacat.jobs.spark.Sparks;
import org.novacat.persistence.bucket.StoreLocation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code novacat query}. */
@Command(
    name = "query",
    description = {
      "Ask the products in SQL, as Spark understands it.",
      "Tables: photometry, spectra (a row a sample), products, novae, runs;"
          + " DESCRIBE shows their columns with units and UCDs."
    },
    footer = {
      "",
      "Examples:",
      "  novacat query \"SELECT time_mjd, magnitude FROM photometry WHERE band_id = 'Generic_V'\"",
      "  novacat query \"SELECT * FROM photometry WHERE quality_flag = 0\" --to good.parquet",
      "  novacat query \"DESCRIBE photometry\""
    })
public final class QueryCommand extends StoreCommand {
  private static final int MOST_NAMED = 20;

  @Parameters(
      paramLabel = "SQL",
      description = "One statement in quotes: SELECT, WITH, SHOW or DESCRIBE.")
  private String sql = "";

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Most rows. Default: 1000 in a table for people, else all")
  private @Nullable Integer limit;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "table, json, csv or, with --to, parquet. Default: what the name of the file says, else a table, or JSON Lines with --output json")
  private @Nullable ResultFormat format;

  @Option(
      names = "--to",
      paramLabel = "FILE",
      description =
          "File to write, by its ending .csv, .jsonl or .parquet. Default: standard output")
  private @Nullable Path to;

  @Option(names = "--force", description = "Replace the file when it is there.")
  private boolean force;

  /** A slip in the statement is found before anything is started. */
  @Override
  public Integer call() {
    statement();
    format();
    if (limit != null && limit < 0) {
      throw new UserError(
          "Cannot run query: --limit cannot be %s (give 0 or more)".formatted(limit));
    }
    return super.call();
  }

  private Statement statement() {
    return Statement.parse(sql, QueryTable.names());
  }

  private ResultFormat format() {
    if (to == null) {
      return ResultFormat.onStandardOutput(format, json());
    }
    return format != null ? format : ResultFormat.ofFileName(to.toString());
  }

  @Override
  protected ExitCode run(Stores stores) {
    Statement statement = statement();
    // What a task has to say comes back as an exception, which the user gets as one sentence.
    Configurator.setAllLevels("org.apache.spark", Level.OFF);
    SparkSession spark = session(stores.location());
    SoundObjects objects = new SoundObjects(stores, storeOptions().tableOptions());
    QueryTable.register(statement, spark, objects);
    Answer answer = new Answer(statement.in(spark), limit);
    answer.lookUp();
    List<String> named = objects.leftOut();
    warn(named);
    if (to == null) {
      print(answer);
    } else {
      write(answer, to);
    }
    List<String> leftOut = objects.leftOut();
    warn(leftOut.subList(named.size(), leftOut.size()));
    return leftOut.isEmpty() ? ExitCode.OK : ExitCode.DAMAGED;
  }

  /** As a rule before the rows, which lack those of the objects that are named. */
  private void warn(List<String> leftOut) {
    leftOut.stream().limit(MOST_NAMED).forEach(why -> err().println("Warning: " + why));
    if (leftOut.size() > MOST_NAMED) {
      err()
          .printf(
              Locale.ROOT,
              "Warning: and %,d more (see 'novacat verify')%n",
              leftOut.size() - MOST_NAMED);
    }
    if (!leftOut.isEmpty()) {
      err().printf(Locale.ROOT, "Warning: the answer lacks what is in them: %,d%n", leftOut.size());
      err().flush();
    }
  }

  /** Of this query alone, so that its tables are nobody else's. */
  static SparkSession session(StoreLocation bucket) {
    SparkSession session = Sparks.session("query", bucket).newSession();
    session.conf().set("spark.sql.datetime.java8API.enabled", true);
    // Names are compared as the statement's were, and should a file's name ever come through, it
    // is none of a table.
    session.conf().set("spark.sql.caseSensitive", false);
    session.conf().set("spark.sql.runSQLOnFiles", false);
    return session;
  }

  private void print(Answer answer) {
    try {
      answer.write(format(), new BufferedWriter(new Pipe(out())));
    } catch (IOException e) {
      // Whoever read the rows has seen enough of them; the process ends accordingly.
    }
  }

  private void write(Answer answer, Path file) {
    long[] rows = new long[1];
    Destination.fill(
        file,
        force,
        draft ->
            rows[0] =
                format() == ResultFormat.PARQUET
                    ? answer.writeParquet(draft)
                    : text(answer, draft));
    report(rows[0], file);
  }

  private long text(Answer answer, Path draft) throws IOException {
    try (Writer out = Files.newBufferedWriter(draft)) {
      return answer.write(format(), out);
    }
  }

  private void report(long rows, Path file) {
    print(
        Json.object()
            .put("format", format().name().toLowerCase(Locale.ROOT))
            .put("file", file.toString())
            .put("rows", rows),
        String.format(Locale.ROOT, "Wrote %,d rows to %s", rows, file));
  }
}

package org.novacat.jobs.job;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.report.Json;
import org.novacat.jobs.report.Report;
import org.novacat.jobs.report.TextTable;
import org.novacat.jobs.spark.PostponedCode;
import org.novacat.layouts.id.JobRunId;
import org.novacat.persistence.run.RunStatus;

/**
 * What one run of a job did: how everything that it was to work on ended. One form for all jobs.
 *
 * @param job the command
 * @param status how the run ended; null for one that found nothing to do and never began
 * @param counts by kind of thing; the first is what the job is about
 * @param notes what is to be told beside, by heading
 * @param facts what else programs may want to know, by name
 * @param metrics where time and bytes went; {@code seconds} is the clock on the wall
 * @param nothingToDo what to say instead when the run never began
 */
public record JobReport(
    String job,
    JobRunId run,
    @Nullable RunStatus status,
    List<Counts> counts,
    Map<String, List<Note>> notes,
    Map<String, String> facts,
    Map<String, Double> metrics,
    String nothingToDo)
    implements Report {
  private static final int MOST_SHOWN = 20;
  private static final String SECONDS = "seconds";

  public JobReport {
    counts = List.copyOf(counts);
    notes = new LinkedHashMap<>(notes);
    facts = new LinkedHashMap<>(facts);
    metrics = new LinkedHashMap<>(metrics);
  }

  /** How many things of all kinds ended so. */
  public long count(Ending ending) {
    return counts.stream().mapToLong(one -> one.count(ending)).sum();
  }

  /** How many ended so for a reason. */
  public long count(Ending ending, Enum<?> code) {
    return counts.stream().mapToLong(one -> one.count(ending, code)).sum();
  }

  /** How the process ends when nothing else is asked for. */
  public ExitCode exitCode() {
    if (status == RunStatus.INTERRUPTED) {
      return ExitCode.INTERRUPTED;
    }
    if (count(Ending.UNKNOWN) > 0) {
      return ExitCode.UNKNOWN_OUTCOME;
    }
    if (count(Ending.CONFLICT) > 0) {
      return ExitCode.CONFLICT;
    }
    if (count(Ending.POSTPONED) > 0) {
      return postponed();
    }
    boolean damaged =
        Stream.of(RawDamage.values()).anyMatch(code -> count(Ending.REFUSED, code) > 0);
    return damaged ? ExitCode.DAMAGED : ExitCode.OK;
  }

  private ExitCode postponed() {
    return Stream.of(PostponedCode.values())
        .filter(code -> count(Ending.POSTPONED, code) > 0)
        .map(PostponedCode::exitCode)
        .findFirst()
        .orElse(ExitCode.BUG);
  }

  /**
   * How the process ends.
   *
   * @param failOnRefused whether refused things are asked to be a failure
   */
  public ExitCode exitCode(boolean failOnRefused) {
    ExitCode code = exitCode();
    boolean refused = failOnRefused && count(Ending.REFUSED) > 0;
    return refused && code == ExitCode.OK ? ExitCode.FAILED_ON : code;
  }

  /** Names and figures for the run's item. */
  Map<String, String> summary() {
    Map<String, String> summary = new TreeMap<>(facts);
    for (Counts one : counts) {
      summary.put(one.of().things(), Long.toString(one.planned()));
      one.ended()
          .forEach(
              (ending, count) ->
                  summary.put(one.of().things() + "." + ending.key(), Long.toString(count)));
    }
    metrics.computeIfPresent(
        SECONDS,
        (name, seconds) -> {
          summary.put(name, String.format(Locale.ROOT, "%.3f", seconds));
          return seconds;
        });
    return summary;
  }

  @Override
  public ObjectNode json() {
    ObjectNode root = Json.object().put("job", job).put("job_run_id", run.toString());
    root.put("status", status == null ? "NOTHING_TO_DO" : status.name());
    facts.forEach(root::put);
    counts.forEach(one -> put(root.putObject(one.of().things()), one));
    ArrayNode named = root.putArray("look_at");
    counts.forEach(one -> one.named().forEach(name -> put(named.addObject(), one, name)));
    notes.forEach((heading, told) -> put(root.putArray(heading), told));
    ObjectNode measured = root.putObject("metrics");
    metrics.forEach((name, value) -> put(measured, name, value));
    return root;
  }

  private static void put(ArrayNode array, List<Note> told) {
    for (Note note : told) {
      if (note.isExplained()) {
        array.add(note.json());
      } else {
        array.add(note.what());
      }
    }
  }

  private static void put(ObjectNode node, Counts counts) {
    node.put("planned", counts.planned());
    ObjectNode ended = node.putObject("ended");
    counts.ended().forEach((ending, count) -> ended.put(ending.key(), count));
    ObjectNode codes = node.putObject("codes");
    counts.codes().forEach((ending, of) -> of.forEach(codes.withObject("/" + ending.key())::put));
  }

  private static void put(ObjectNode node, Counts of, NamedEnding named) {
    node.put("of", of.of().things()).put("ending", named.ending().key()).put("code", named.code());
    node.put("what", named.what()).put("message", named.message());
  }

  private static void put(ObjectNode node, String name, double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      node.put(name, (long) value);
    } else {
      Json.putNumber(node, name, value);
    }
  }

  @Override
  public List<String> lines() {
    if (status == null && count(Ending.REFUSED) == 0 && count(Ending.UNCHANGED) == 0) {
      List<String> lines = new ArrayList<>(List.of(nothingToDo + " Nothing was written."));
      notes.forEach((heading, told) -> note(lines, heading, told));
      return lines;
    }
    List<String> lines = new ArrayList<>();
    pace(lines);
    counts.forEach(one -> lines.addAll(table(one)));
    counts.forEach(one -> named(lines, one));
    notes.forEach((heading, told) -> note(lines, heading, told));
    lines.add(
        status == null
            ? "Nothing new. Nothing was written."
            : "Run %s (novacat runs show %s)".formatted(run, run));
    return lines;
  }

  private void pace(List<String> lines) {
    Double seconds = metrics.get(SECONDS);
    if (status != null && seconds != null && !counts.isEmpty()) {
      Counts first = counts.get(0);
      long ended = first.planned() - first.count(Ending.NOT_REACHED);
      lines.add(
          String.format(
              Locale.ROOT,
              "%,d %s in %.1f s (%.0f/s)",
              ended,
              first.of().things(),
              seconds,
              ended / Math.max(seconds, 1e-9)));
    }
  }

  private static List<String> table(Counts counts) {
    TextTable table = new TextTable(counts.of().things(), "count");
    if (counts.planned() > 0 && counts.count(Ending.DONE) == 0) {
      table.row(counts.of().done(), 0);
    }
    counts
        .ended()
        .forEach(
            (ending, count) -> {
              table.row(counts.of().words(ending), count);
              counts
                  .codes()
                  .getOrDefault(ending, Map.of())
                  .forEach((code, of) -> table.row("  " + code, of));
            });
    return table.size() == 0 ? List.of() : table.lines();
  }

  private static void named(List<String> lines, Counts counts) {
    List<NamedEnding> named = counts.named();
    named.stream().limit(MOST_SHOWN).forEach(one -> lines.add(line(counts.of(), one)));
    more(lines, named.size());
  }

  private static String line(Counted of, NamedEnding named) {
    String why = named.code().isEmpty() ? of.words(named.ending()) : named.code();
    return why + "  " + named.message();
  }

  private static void more(List<String> lines, int size) {
    if (size > MOST_SHOWN) {
      lines.add(
          String.format(Locale.ROOT, "and %,d more (all with --output json)", size - MOST_SHOWN));
    }
  }

  private static void note(List<String> lines, String heading, List<Note> told) {
    String title = heading.substring(0, 1).toUpperCase(Locale.ROOT) + heading.substring(1);
    List<Note> explained = told.stream().filter(Note::isExplained).toList();
    explained.stream().limit(MOST_SHOWN).forEach(one -> lines.add(one.line(title)));
    more(lines, explained.size());
    List<Note> sentences = told.stream().filter(Note::isSentence).toList();
    sentences.stream().limit(MOST_SHOWN).forEach(one -> lines.add(title + ": " + one.message()));
    more(lines, sentences.size());
    List<String> names =
        told.stream().filter(one -> one.message().isEmpty()).map(Note::what).toList();
    if (!names.isEmpty()) {
      lines.add(
          title
              + ": "
              + String.join(", ", names.subList(0, Math.min(names.size(), MOST_SHOWN)))
              + (names.size() > MOST_SHOWN ? ", …" : ""));
    }
  }
}

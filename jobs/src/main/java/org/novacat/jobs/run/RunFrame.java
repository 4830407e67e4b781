package org.novacat.jobs.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.report.Json;
import org.novacat.jobs.report.Report;
import org.novacat.layouts.id.JobRunId;
import org.novacat.layouts.novacat.NovaCatKeys;
import org.novacat.persistence.item.Attempt;
import org.novacat.persistence.item.JobRun;
import org.novacat.persistence.item.RunStatus;
import org.novacat.persistence.store.Content;

/**
 * The record of one run: begun before the first write, ended whatever happens, its plan and report
 * kept as objects. A run that finds nothing to do never begins, and so leaves no trace.
 */
public final class RunFrame {
  /** For one object; what is younger may be another run's. */
  private static final Duration NO_WRITER_TAKES_SO_LONG = Duration.ofDays(1);

  private final Stores stores;
  private final String workflow;
  private final JobRunId id;
  private @Nullable JobRun begun;

  /**
   * A run that has not begun.
   *
   * @param workflow its name in items and keys
   */
  public RunFrame(Stores stores, String workflow, JobRunId id) {
    this.stores = stores;
    this.workflow = workflow;
    this.id = id;
  }

  /** The run. */
  public JobRunId id() {
    return id;
  }

  /**
   * Records that the run begins, and clears away what killed runs left in the store; done again it
   * does nothing.
   */
  public void begin() {
    if (begun == null) {
      begun = stores.catalog().runs().begin(workflow, null);
      stores.objects().removeLeftovers(NO_WRITER_TAKES_SO_LONG);
    }
  }

  /** Records invocations of the run's tasks. */
  public void recordAttempts(List<Attempt> attempts) {
    if (begun != null) {
      stores.catalog().runs().recordAttempts(begun, attempts);
    }
  }

  /** Keeps a plan that lies in a file as {@code input.json}. */
  public void keepPlan(Path plan) {
    try {
      stores.objects().createIfAbsent(NovaCatKeys.workflowInput(workflow, id), Content.of(plan));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the plan '%s'".formatted(plan), e);
    }
  }

  /** Keeps the report as {@code output.json} and records how the run ended, if it ever began. */
  public void finish(RunStatus status, Report report, Map<String, String> summary) {
    if (begun != null) {
      Content document = Content.of(Json.document(report.json()));
      stores.objects().createIfAbsent(NovaCatKeys.workflowOutput(workflow, id), document);
      stores.catalog().runs().finish(begun, status, summary);
    }
  }

  /**
   * Records that an exception ended the run; what keeps that from being recorded is added to it.
   */
  public void fail(RuntimeException failure) {
    if (begun == null) {
      return;
    }
    Map<String, String> summary = new TreeMap<>();
    summary.put("failure", String.valueOf(failure.getMessage()));
    try {
      stores.catalog().runs().finish(begun, RunStatus.FAILED, summary);
    } catch (RuntimeException e) {
      failure.addSuppressed(e);
    }
  }
}

package org.novacat.jobs.register;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.job.Counted;
import org.novacat.jobs.job.Ending;
import org.novacat.jobs.job.Job;
import org.novacat.jobs.job.JobRunner;
import org.novacat.jobs.job.Note;
import org.novacat.jobs.job.Tally;
import org.novacat.jobs.register.fetch.FetchLimits;
import org.novacat.jobs.register.source.Candidate;
import org.novacat.jobs.register.source.Candidates;
import org.novacat.jobs.register.source.RejectCode;
import org.novacat.jobs.register.source.RejectedException;
import org.novacat.jobs.register.source.RejectedException.Rejection;
import org.novacat.jobs.register.source.Skipped;
import org.novacat.jobs.report.Json;
import org.novacat.jobs.report.LongDocument;
import org.novacat.jobs.report.Progress;
import org.novacat.jobs.run.OrderedParallel;
import org.novacat.jobs.spark.PostponedCode;
import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.store.Content;

/**
 * Registers candidates: several threads bring bytes into the store, the calling thread tells the
 * table, in the candidates' order. Every file, manifest row and archive member ends in one count.
 *
 * @param <P> what a candidate is once its bytes are in the store
 */
abstract class CandidateJob<P> implements Job {
  private static final int THREADS = 8;

  /** No item keeps what was rejected, so all of it is named. */
  private static final Counted FILES =
      new Counted("files", "registered", "rejected", Integer.MAX_VALUE);

  private final Candidates candidates;
  private final FetchLimits limits;
  private final List<Skipped> skipped = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();
  private final List<String> putBack = new ArrayList<>();

  /** Told by those that bring bytes in, in whatever order they come to it. */
  private final Queue<String> rights = new ConcurrentLinkedQueue<>();

  private final Queue<String> differences = new ConcurrentLinkedQueue<>();
  private @Nullable Tally tally;
  private @Nullable Content input;

  CandidateJob(Candidates candidates, FetchLimits limits) {
    this.candidates = candidates;
    this.limits = limits;
  }

  /**
   * A candidate whose nova is known.
   *
   * @param nova null when the file has to say
   */
  record Resolved(@Nullable NovaId nova, Candidate candidate) {}

  /** Brings bytes into the store; called by many threads. */
  interface Preparation<P> {
    P prepare(Resolved resolved);
  }

  /** How the bytes of this kind of files come in. */
  abstract Preparation<P> preparation(JobRunner run, FetchLimits limits);

  /**
   * Tells the table.
   *
   * @param prepared ends when all is prepared, or the user stops the run
   */
  abstract void record(JobRunner run, Iterator<P> prepared, Progress progress);

  /** Whether files of which nobody said the nova may be taken. */
  abstract boolean takesUnnamed();

  @Override
  public final String name() {
    return "register";
  }

  @Override
  public final String workflow() {
    return "register_raw_files";
  }

  @Override
  public final String nothingToDo() {
    return "Nothing to register: no file is there.";
  }

  @Override
  public final Content input() {
    if (input == null) {
      ObjectNode head = Json.object().put("workflow", workflow());
      LongDocument<Candidate> plan =
          new LongDocument<>(head, "candidates", candidates.accepted(), CandidateJob::planned);
      input = Content.of(plan.length(), plan::open);
    }
    return input;
  }

  private static ObjectNode planned(Candidate one) {
    ObjectNode node = Json.object().put("where", one.where()).put("nova", one.nova());
    node.put("provider", one.provider().name()).put("product_key", one.productKey());
    return node.put("locator", one.locator().identity());
  }

  @Override
  public final void run(JobRunner run) {
    tally = run.count(FILES);
    skipped.addAll(candidates.skipped());
    remarks.addAll(candidates.remarks());
    candidates.rejected().forEach(this::refuse);
    tally().plan(candidates.rejected().size() + candidates.accepted().size());
    NamedNovae novae = new NamedNovae(run.stores().catalog().novae(), takesUnnamed());
    try {
      long left = candidates.accepted().size() - refuseUnknown(novae);
      record(run, novae.known(candidates.accepted()), left);
    } finally {
      run.notes("skipped", skipped.stream().map(Skipped::note).toList());
      differences.stream().sorted().forEach(remarks::add);
      run.notes("metadata", remarks.stream().map(Note::sentence).toList());
      run.notes("rights", rights.stream().sorted().map(Note::sentence).toList());
      run.note("put back", putBack);
    }
  }

  /** Refuses those whose nova is not known, before anything is written, and counts them. */
  private long refuseUnknown(NamedNovae novae) {
    long refused = 0;
    for (Candidate candidate : candidates.accepted()) {
      try {
        novae.resolve(candidate);
      } catch (RejectedException e) {
        refuse(e.rejection(candidate.where()));
        refused++;
      }
    }
    return refused;
  }

  private void record(JobRunner run, Iterator<Resolved> known, long count) {
    Preparation<P> preparation = preparation(run, limits);
    try (OrderedParallel<Resolved, P> prepared =
            new OrderedParallel<>(known, THREADS, preparation::prepare);
        Progress progress = Progress.of("files", count)) {
      record(run, untilStopped(run, prepared), progress);
    }
  }

  private static <P> Iterator<P> untilStopped(JobRunner run, Iterator<P> all) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return !run.stopped() && all.hasNext();
      }

      @Override
      public P next() {
        return all.next();
      }
    };
  }

  /** Says what lies among the files and is none to be registered, and what is said of them. */
  final void tell(List<Skipped> aside, List<String> said) {
    skipped.addAll(aside);
    remarks.addAll(said);
  }

  /** Says what was changed of the rights of what was known before; for many threads. */
  final void rightsChanged(String how) {
    rights.add(how);
  }

  /** Says what two places say differently of a file; for many threads. */
  final void differs(String how) {
    differences.add(how);
  }

  /** Says that an object that was missing or damaged was put back. */
  final void putBack(String where) {
    putBack.add(where);
  }

  final Tally tally() {
    return requireNonNull(tally, "the job does not run");
  }

  /** Counts a rejection; want of memory is none, since the next run may have more. */
  final void refuse(Rejection rejection) {
    if (rejection.code() == RejectCode.OUT_OF_MEMORY) {
      tally()
          .named(
              Ending.POSTPONED,
              PostponedCode.OUT_OF_MEMORY,
              rejection.where(),
              rejection.message());
    } else {
      tally().named(Ending.REFUSED, rejection.code(), rejection.where(), rejection.message());
    }
  }
}

package org.novacat.jobs.register;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
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
import org.novacat.jobs.report.Progress;
import org.novacat.jobs.run.OrderedParallel;
import org.novacat.jobs.spark.PostponedCode;
import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.nova.Nova;
import org.novacat.persistence.nova.Novae;
import org.novacat.persistence.nova.Resolution;
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
  private @Nullable Tally tally;

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
    ObjectNode root = Json.object().put("workflow", workflow());
    ArrayNode list = root.putArray("candidates");
    for (Candidate one : candidates.accepted()) {
      ObjectNode node = list.addObject().put("where", one.where()).put("nova", one.nova());
      node.put("provider", one.provider().name()).put("product_key", one.productKey());
      node.put("locator", one.locator().identity());
    }
    return Content.of(Json.document(root));
  }

  @Override
  public final void run(JobRunner run) {
    Tally files = run.count(FILES);
    tally = files;
    skipped.addAll(candidates.skipped());
    remarks.addAll(candidates.remarks());
    candidates.rejected().forEach(this::refuse);
    files.plan(candidates.rejected().size() + candidates.accepted().size());
    List<Resolved> resolved = resolve(run.stores().catalog().novae());
    Preparation<P> preparation = preparation(run, limits);
    try (OrderedParallel<Resolved, P> prepared =
            new OrderedParallel<>(resolved.iterator(), THREADS, preparation::prepare);
        Progress progress = Progress.of("files", resolved.size())) {
      record(run, untilStopped(run, prepared), progress);
    } finally {
      run.notes("skipped", skipped.stream().map(Skipped::note).toList());
      run.notes("metadata", remarks.stream().map(Note::sentence).toList());
      run.note("put back", putBack);
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

  private List<Resolved> resolve(Novae novae) {
    Map<String, Resolution> seen = new HashMap<>();
    List<Resolved> resolved = new ArrayList<>();
    for (Candidate candidate : candidates.accepted()) {
      try {
        boolean unnamed = takesUnnamed() && candidate.nova().equals(Candidate.NO_NOVA);
        NovaId nova = unnamed ? null : one(seen.computeIfAbsent(candidate.nova(), novae::resolve));
        if (nova != null && !candidate.otherNova().isEmpty()) {
          checkSame(candidate, nova, seen.computeIfAbsent(candidate.otherNova(), novae::resolve));
        }
        resolved.add(new Resolved(nova, candidate));
      } catch (RejectedException e) {
        refuse(e.rejection(candidate.where()));
      }
    }
    return resolved;
  }

  private static NovaId one(Resolution resolution) throws RejectedException {
    Nova nova = resolution.only();
    if (nova != null) {
      return nova.id();
    }
    if (!resolution.novae().isEmpty()) {
      throw new RejectedException(RejectCode.NOVA_AMBIGUOUS, resolution.ambiguity());
    }
    throw new RejectedException(
        RejectCode.NOVA_UNKNOWN,
        "Cannot find nova '%s': no nova has this name (add it with 'novacat nova add' or --add-novae, or mend the name)"
            .formatted(resolution.name()));
  }

  /** Two names that stand beside one file have to be of one nova. */
  private static void checkSame(Candidate candidate, NovaId nova, Resolution other)
      throws RejectedException {
    Nova found = other.only();
    boolean another = found == null ? candidate.otherIsDesignation() : !found.id().equals(nova);
    if (another) {
      throw new RejectedException(
          RejectCode.NOVA_CONFLICT,
          "Cannot register '%s': its metadata table or sidecar is of '%s', which is no name of '%s' (mend what is wrong, leave --nova out, or add the name with 'novacat nova alias')"
              .formatted(candidate.where(), candidate.otherNova(), candidate.nova()));
    }
  }

  /** Says what lies among the files and is none to be registered, and what is said of them. */
  final void tell(List<Skipped> aside, List<String> said) {
    skipped.addAll(aside);
    remarks.addAll(said);
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

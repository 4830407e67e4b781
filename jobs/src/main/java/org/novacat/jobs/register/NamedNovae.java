package org.novacat.jobs.register;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.novacat.jobs.register.CandidateJob.Resolved;
import org.novacat.jobs.register.source.Candidate;
import org.novacat.jobs.register.source.RejectCode;
import org.novacat.jobs.register.source.RejectedException;
import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.nova.Nova;
import org.novacat.persistence.nova.Novae;
import org.novacat.persistence.nova.Resolution;
import org.novacat.persistence.table.Pages;

/** The novae that candidates name; each name is looked up once, so that all answers agree. */
final class NamedNovae {
  private final Novae novae;
  private final boolean takesUnnamed;
  private final Map<String, Resolution> seen = new HashMap<>();

  /**
   * Knows no name yet.
   *
   * @param takesUnnamed whether a candidate may leave it to its file to say
   */
  NamedNovae(Novae novae, boolean takesUnnamed) {
    this.novae = novae;
    this.takesUnnamed = takesUnnamed;
  }

  /** The candidate with its nova. */
  Resolved resolve(Candidate candidate) throws RejectedException {
    boolean unnamed = takesUnnamed && candidate.nova().equals(Candidate.NO_NOVA);
    NovaId nova = unnamed ? null : one(named(candidate.nova()));
    if (nova != null && !candidate.otherNova().isEmpty()) {
      checkSame(candidate, nova, named(candidate.otherNova()));
    }
    return new Resolved(nova, candidate);
  }

  /** Those that are not refused, one by one: there may be very many. */
  Iterator<Resolved> known(List<Candidate> candidates) {
    return Pages.stream(candidates.iterator()).flatMap(this::ifKnown).iterator();
  }

  private Stream<Resolved> ifKnown(Candidate candidate) {
    try {
      return Stream.of(resolve(candidate));
    } catch (RejectedException toldBefore) {
      return Stream.empty();
    }
  }

  private Resolution named(String name) {
    return seen.computeIfAbsent(name, novae::resolve);
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
}

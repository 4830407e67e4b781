package org.novacat.jobs.register.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.register.source.RejectedException.Rejection;
import org.novacat.layouts.credit.Access;
import org.novacat.layouts.id.DataProductId;

/**
 * Who may see the files that the sources of one command name. A file may stand in several of them,
 * under another key or for another provider, and be several products then; where one source says
 * that not everybody may see it, no other one brings it in for more.
 */
final class AgreedAccess {
  private final Map<DataProductId, Claim> claims = new HashMap<>();

  /**
   * What a source says of a file.
   *
   * @param access null when no access agrees with it
   * @param other another source that says something else; "" for none
   */
  private record Claim(String where, @Nullable Access access, String other) {
    Claim and(Claim next) {
      boolean agree = access != null && access.equals(next.access);
      return agree ? this : new Claim(where, null, next.where);
    }

    String besides(String candidate) {
      return where.equals(candidate) && !other.isEmpty() ? other : where;
    }
  }

  private AgreedAccess() {}

  /** The same without those that do not agree with what is said of their file elsewhere. */
  static Candidates of(Candidates all) {
    AgreedAccess agreed = new AgreedAccess();
    all.withheld()
        .forEach(
            one ->
                one.names()
                    .forEach(name -> agreed.claims.put(name, new Claim(one.where(), null, ""))));
    all.accepted().forEach(agreed::add);
    return agreed.claims.isEmpty() ? all : agreed.sorted(all);
  }

  private void add(Candidate candidate) {
    Access access = candidate.rights().access();
    if (!access.equals(Access.PUBLIC)) {
      Claim claim = new Claim(candidate.where(), access, "");
      claims.merge(Withheld.name(candidate.locator()), claim, Claim::and);
    }
  }

  private Candidates sorted(Candidates all) {
    List<Candidate> accepted = new CandidateSpool();
    List<Rejection> rejected = new ArrayList<>(all.rejected());
    for (Candidate one : all.accepted()) {
      rejection(one).ifPresentOrElse(rejected::add, () -> accepted.add(one));
    }
    all.close();
    return new Candidates(accepted, rejected, all.skipped(), all.remarks());
  }

  private Optional<Rejection> rejection(Candidate candidate) {
    Claim ofPlace = claims.get(Withheld.name(candidate.locator()));
    Claim claim = ofPlace == null ? claims.get(candidate.productId()) : ofPlace;
    if (claim == null || candidate.rights().access().equals(claim.access)) {
      return Optional.empty();
    }
    return Optional.of(
        new Rejection(
            candidate.where(),
            RejectCode.RIGHTS_CONFLICT,
            "Cannot register %s: %s is of the same file, and says something else of who may see it (mend what it says, or say the same of both)"
                .formatted(candidate.where(), claim.besides(candidate.where()))));
  }
}

package org.novacat.fits;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novacat.fits.profile.Input;
import org.novacat.fits.profile.Match;
import org.novacat.fits.profile.Match.Rank;
import org.novacat.fits.profile.Profile;

/**
 * The profiles, and the choice among them: the highest rank wins. Two of equal highest rank are a
 * fault of the profiles, kept out by a test over all real files; should it happen nevertheless the
 * file is refused, since either would be a guess.
 */
public final class ProfileRegistry {
  private static final ProfileRegistry STANDARD = new ProfileRegistry(BuiltInProfiles.all());

  private final List<Profile> profiles;

  public ProfileRegistry(List<Profile> profiles) {
    this.profiles = List.copyOf(profiles);
  }

  /** All built-in profiles. */
  public static ProfileRegistry standard() {
    return STANDARD;
  }

  /** The profiles in the order in which they are asked. */
  public List<Profile> profiles() {
    return profiles;
  }

  /** Asks every profile and chooses. */
  public Selection select(Input input) {
    List<Candidate> candidates = new ArrayList<>();
    for (Profile profile : profiles) {
      candidates.add(new Candidate(profile, profile.match(input)));
    }
    return new Selection(candidates, winners(candidates));
  }

  private static List<Candidate> winners(List<Candidate> candidates) {
    List<Candidate> best = new ArrayList<>();
    for (Candidate candidate : candidates) {
      Rank rank = candidate.match().rank();
      if (rank == null) {
        continue;
      }
      Rank highest = best.isEmpty() ? null : best.get(0).match().rank();
      if (highest != null && rank.compareTo(highest) > 0) {
        best.clear();
      }
      if (highest == null || rank.compareTo(highest) >= 0) {
        best.add(candidate);
      }
    }
    return best;
  }

  /** A profile and its verdict. */
  public record Candidate(Profile profile, Match match) {
    public Candidate {
      requireNonNull(profile, "profile is null");
      requireNonNull(match, "match is null");
    }
  }

  /**
   * All verdicts and the outcome.
   *
   * @param candidates every profile, in the order asked
   * @param winners those of the highest rank: none, one, or by a fault of the profiles more
   */
  public record Selection(List<Candidate> candidates, List<Candidate> winners) {
    public Selection {
      candidates = List.copyOf(candidates);
      winners = List.copyOf(winners);
    }

    /** The one winner; null when there is none or more than one. */
    public @Nullable Candidate chosen() {
      return winners.size() == 1 ? winners.get(0) : null;
    }
  }
}

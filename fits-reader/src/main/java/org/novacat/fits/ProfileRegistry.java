package org.novacat.fits;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
    List<Candidate> candidates =
        profiles.stream().map(profile -> new Candidate(profile, profile.match(input))).toList();
    return new Selection(candidates, winners(candidates));
  }

  private static List<Candidate> winners(List<Candidate> candidates) {
    Optional<Rank> highest =
        candidates.stream()
            .flatMap(candidate -> Stream.ofNullable(candidate.match().rank()))
            .max(Comparator.naturalOrder());
    return candidates.stream()
        .filter(c -> highest.isPresent() && c.match().rank() == highest.get())
        .toList();
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

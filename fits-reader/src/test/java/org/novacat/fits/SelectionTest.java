package org.novacat.fits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.novacat.fits.ProfileRegistry.Selection;
import org.novacat.fits.file.FitsFile;
import org.novacat.fits.file.ReadLimits;
import org.novacat.fits.file.RefusedException;
import org.novacat.fits.profile.Input;
import org.novacat.fits.profile.Match;
import org.novacat.fits.profile.Match.Rank;
import org.novacat.fits.profile.Profile;
import org.novacat.fits.testing.Corpus;
import org.novacat.fits.testing.Corpus.RealFile;
import org.novacat.fits.testing.FitsBytes;
import org.novacat.fits.tile.TileCompression;
import org.novacat.layouts.spectrum.QuarantineReason;
import org.novacat.layouts.spectrum.ReadResult;

class SelectionTest {
  @Test
  void noRealFile_isClaimedByTwoProfilesWithEqualRight() {
    for (RealFile file : Corpus.files()) {
      if (file.expect().equals("malformed")) {
        continue;
      }
      FitsFile fits =
          TileCompression.expand(
              FitsFile.open(file.bytes(), ReadLimits.DEFAULT), ReadLimits.DEFAULT);
      Selection selection =
          ProfileRegistry.standard().select(new Input(file.name(), fits, ReadLimits.DEFAULT));

      assertThat(selection.winners()).as(file.name()).hasSizeLessThan(2);
    }
  }

  @Test
  void everyProfile_hasAnIdOfItsOwn_withAVersion() {
    List<String> ids = ProfileRegistry.standard().profiles().stream().map(Profile::id).toList();

    assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z0-9-]+@[1-9][0-9]*"));
  }

  @Test
  void theHigherRank_wins() {
    Selection selection =
        new ProfileRegistry(
                List.of(stub("a@1", Rank.GENERIC), stub("b@1", Rank.PROVIDER), stub("c@1", null)))
            .select(anyInput());

    assertThat(selection.chosen().profile().id()).isEqualTo("b@1");
    assertThat(selection.candidates()).hasSize(3);
  }

  @Test
  void twoOfEqualRank_refuseTheFile() {
    ReadResult result =
        new SpectrumReader(
                new ProfileRegistry(
                    List.of(stub("a@1", Rank.CONVENTION), stub("b@1", Rank.CONVENTION))),
                ReadLimits.DEFAULT)
            .read("x.fits", FitsBytes.emptyPrimary().bytes());

    assertThat(result)
        .isInstanceOfSatisfying(
            ReadResult.Rejected.class,
            r -> {
              assertThat(r.refusal().reason()).isEqualTo(QuarantineReason.UNKNOWN_PROFILE);
              assertThat(r.refusal().facts()).containsEntry("profiles", "a@1, b@1");
            });
  }

  @Test
  void orderOfTheProfiles_doesNotMatter() {
    List<Profile> profiles = ProfileRegistry.standard().profiles();
    List<Profile> reversed = new ArrayList<>(profiles);
    Collections.reverse(reversed);

    for (RealFile file : Corpus.files()) {
      assertThat(profile(reversed, file)).as(file.name()).isEqualTo(profile(profiles, file));
    }
  }

  private static String profile(List<Profile> profiles, RealFile file) {
    return new SpectrumReader(new ProfileRegistry(profiles), ReadLimits.DEFAULT)
        .read(file.name(), file.bytes())
        .match(ReadResult.Read::profile, r -> r.profile() + " " + r.refusal().detail());
  }

  private static Input anyInput() {
    return new Input("x.fits", FitsBytes.emptyPrimary().open(), ReadLimits.DEFAULT);
  }

  private static Profile stub(String id, Rank rank) {
    return new Profile(
        id,
        input ->
            rank == null
                ? Match.no("never")
                : Match.yes(
                    rank,
                    "always",
                    Map.of(),
                    () -> {
                      throw RefusedException.notASpectrum("STUB", "a stub");
                    }));
  }
}

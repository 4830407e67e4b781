package org.novacat.transforms.composite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.novacat.layouts.spectrum.Medium;
import org.novacat.transforms.composite.Composite.Share;
import org.novacat.transforms.composite.LeftOut.Reason;

class ComposerTest {
  private static final double NAN = Double.NaN;
  private static final Made A = Made.of("a", 4000, 4010, 1);
  private static final Made B = Made.of("b", 4000, 4010, 1);

  @Test
  void exposuresOnOneGrid_areAveragedByTheirErrors() {
    Composite one = joined(A.flux(10).sigma(1), B.flux(10.5).sigma(0.5));

    assertThat(one.wavelength()).containsExactly(A.spectrum().wavelength());
    assertThat(one.flux()[3]).isEqualTo((10 + 4 * 10.5) / 5, within(1e-12));
    assertThat(one.uncertainty()[3]).isEqualTo(1 / Math.sqrt(5), within(1e-12));
    assertThat(one.shares())
        .containsExactly(
            new Share("a", "sha of a", 0.2, 11, 4000, 4010, 1),
            new Share("b", "sha of b", 0.8, 11, 4000, 4010, 1));
  }

  @Test
  void oneWithoutErrors_makesAllWeighOne() {
    Composite one = joined(A.flux(10).sigma(0.01), B.flux(10.5).withoutErrors());

    assertThat(one.flux()[0]).isEqualTo(10.25);
    assertThat(one.uncertainty()).containsOnly(NAN);
    assertThat(one.shares()).extracting(Share::weight).containsExactly(0.5, 0.5);
  }

  @Test
  void withoutErrorsElsewhere_errorsCountWhereTheyAreKnown() {
    Composite one =
        joined(
            A.sigma(1),
            B.flux(10.5).sigma(0.5),
            Made.of("c", 5000, 5010, 1).flux(3).withoutErrors());

    assertThat(one.uncertainty()[0]).isEqualTo(1 / Math.sqrt(5), within(1e-12));
    assertThat(one.flux()[11]).isEqualTo(3);
    assertThat(one.uncertainty()[11]).isNaN();
  }

  @Test
  void errorsTooSmallToSquare_stillWeigh() {
    Composite one = joined(A.sigma(1e-170), B.flux(10.5).sigma(1e-170));

    assertThat(one.flux()[0]).isEqualTo(10.25);
  }

  @Test
  void badSample_leavesItToTheOther() {
    Composite one = joined(A.bad(4), B.flux(10.5));

    assertThat(one.flux()[4]).isEqualTo(10.5);
    assertThat(one.uncertainty()[4]).isEqualTo(1);
    assertThat(one.flux()[5]).isEqualTo(10.25);
  }

  @Test
  void sampleThatIsBadInAll_staysAsBad() {
    Composite one = joined(A.bad(4), B.bad(4));

    assertThat(one.wavelength()).hasSize(11);
    assertThat(one.flux()[4]).isNaN();
    assertThat(one.uncertainty()[4]).isNaN();
  }

  @Test
  void armsThatOverlap_areOnTheFinerGridThere() {
    Composite one = joined(Made.of("blue", 4000, 4010, 1), Made.of("red", 4005, 4105, 5));

    assertThat(one.flux()).containsOnly(10);
    assertThat(Arrays.copyOf(one.wavelength(), 11)).containsExactly(A.spectrum().wavelength());
    // Pixels of the red arm end at 4012.5, 4017.5, ...; two Angstrom are left beside the blue one.
    assertThat(Arrays.copyOfRange(one.wavelength(), 11, 14)).containsExactly(4014, 4020, 4025);
    assertThat(one.wavelength()).hasSize(11 + 19);
  }

  @Test
  void armsApart_haveNoSampleBetween() {
    Composite one = joined(A, Made.of("c", 5000, 5010, 2).flux(70));

    assertThat(one.wavelength()).hasSize(17);
    assertThat(one.wavelength()[10]).isEqualTo(4010);
    assertThat(one.wavelength()[11]).isEqualTo(5000);
    assertThat(one.flux()[11]).isEqualTo(70);
    assertThat(one.shares()).extracting(Share::from).containsExactly(4000.0, 5000.0);
    assertThat(one.shares()).extracting(Share::to).containsExactly(4010.0, 5010.0);
  }

  @Test
  void armsThatAllButTouch_loseNoPixel() {
    Composite one = joined(Made.of("a", 4000, 4010, 1), Made.of("c", 4011.2, 4021.2, 1));

    assertThat(one.wavelength()).hasSize(22);
    assertThat(one.flux()).containsOnly(10);
  }

  @Test
  void gapOfTheCoarserArm_staysAndLosesNothingBesideIt() {
    Made coarse = Made.on("b", 3990, 3992, 3994, 3996, 3998, 4030.2, 4032.2, 4034.2, 4036.2);

    Composite one = joined(Made.of("a", 4020.5, 4028.5, 1), coarse);

    assertThat(one.flux()).containsOnly(10);
    assertThat(one.wavelength())
        .contains(coarse.spectrum().wavelength())
        .hasSize(9 + coarse.spectrum().wavelength().length);
  }

  @Test
  void finestArmOfTwoSamplings_keepsItsSamples() {
    Made fine = Made.on("a", 1, 1.2, 1.4, 1.6, 1.8, 2.0, 2.6, 3.2, 3.8, 4.4, 5.0);

    Composite one = joined(fine, Made.of("b", 1.1, 9.1, 1));

    assertThat(one.wavelength()).contains(fine.spectrum().wavelength());
    assertThat(one.flux()).containsOnly(10);
  }

  @Test
  void fluxThatDiffersByATenth_isJoinedAndByMoreIsNot() {
    assertThat(Composer.compose(spectra(A.flux(10), B.flux(11))).composites()).hasSize(1);

    Composition apart = Composer.compose(spectra(A.flux(10), B.flux(11.2)));

    assertThat(apart.composites()).isEmpty();
    assertThat(apart.leftOut()).extracting(LeftOut::reason).containsOnly(Reason.ARM_STEP);
    assertThat(apart.leftOut().get(1).detail())
        .isEqualTo("its median differs from that of a by 11.3 %");
  }

  @Test
  void groupsWithAStepBetween_areCompositesOfTheirOwn() {
    Composition all =
        Composer.compose(
            spectra(
                A,
                B,
                Made.of("c", 4006, 4030, 1).flux(20),
                Made.of("d", 4006, 4030, 1).flux(21),
                Made.of("e", 4020, 4040, 1).flux(20)));

    assertThat(all.composites())
        .extracting(composite -> ids(composite))
        .containsExactly(List.of("a", "b"), List.of("c", "d", "e"));
    assertThat(all.leftOut()).isEmpty();
  }

  @Test
  void medianOfNothing_isAStep() {
    assertThat(reasons(A.flux(0.001), B.flux(-0.001)))
        .containsExactly(Reason.ARM_STEP, Reason.ARM_STEP);
    assertThat(joined(A.flux(0), B.flux(0)).flux()).containsOnly(0);
  }

  @Test
  void halfADay_isOneNightAndMoreIsNot() {
    assertThat(Composer.compose(spectra(A.at(59450.25), B.at(59450.75))).composites()).hasSize(1);
    assertThat(reasons(A.at(59450.25), B.at(59450.751)))
        .containsExactly(Reason.ALONE, Reason.ALONE);
  }

  @Test
  void chainOfTimes_isCutBeforeHalfADay() {
    Composition all =
        Composer.compose(
            spectra(A.at(59450.0), B.at(59450.4), Made.of("c", 4000, 4010, 1).at(59450.8)));

    assertThat(all.composites()).hasSize(1);
    assertThat(all.composites().get(0).firstMjd()).isEqualTo(59450.0);
    assertThat(all.composites().get(0).lastMjd()).isEqualTo(59450.4);
    assertThat(all.leftOut()).extracting(LeftOut::id).containsExactly("c");
    assertThat(all.leftOut().get(0).reason()).isEqualTo(Reason.ALONE);
  }

  @Test
  void epochs_mustBeKnown() {
    assertThat(reasons(A.at(new Epoch(null, null, null)), B)).contains(Reason.EPOCH_UNKNOWN);
    assertThat(reasons(A.at(new Epoch(59450.1, null, null)), B)).contains(Reason.EPOCH_TOO_VAGUE);
    assertThat(reasons(A.at(new Epoch(59450.1, 0.11, null)), B)).contains(Reason.EPOCH_TOO_VAGUE);
    assertThat(reasons(A.at(new Epoch(59450.1, 0.1, null)), B)).isEmpty();
  }

  @Test
  void coaddOfNights_isNoConstituent() {
    assertThat(reasons(A.at(new Epoch(59450.1, 0.001, 0.51)), B))
        .containsExactly(Reason.MULTI_EPOCH, Reason.ALONE);
    assertThat(reasons(A.at(new Epoch(59450.1, 0.001, 0.5)), B)).isEmpty();
  }

  @Test
  void otherUnitsAndMedia_areNotMixed() {
    Setting vacuum = Made.setting("ESO", "XSHOOTER", Medium.VACUUM, "Jy");
    Setting unit = Made.setting("ESO", "XSHOOTER", Medium.AIR, "mJy");
    Setting unknown = Made.setting("ESO", "XSHOOTER", Medium.UNKNOWN, "Jy");
    Setting provider = Made.setting("BeSS", "XSHOOTER", Medium.AIR, "Jy");

    assertThat(reasons(A, B.in(vacuum))).containsOnly(Reason.OTHER_MEDIUM);
    assertThat(reasons(A, B.in(unknown))).containsOnly(Reason.OTHER_MEDIUM);
    assertThat(reasons(A, B.in(unit))).containsOnly(Reason.OTHER_FLUX_UNIT);
    assertThat(reasons(A, B.in(provider))).containsOnly(Reason.OTHER_SETUP);
  }

  @Test
  void whatCannotBeJoined_isLeftOutWithItsReason() {
    assertThat(reasons(A.orders(3), B)).containsExactly(Reason.SEVERAL_ORDERS, Reason.ALONE);
    assertThat(reasons(A.flux(NAN), B)).containsExactly(Reason.NO_GOOD_SAMPLE, Reason.ALONE);
    assertThat(reasons(Made.of("a", 4000, 4000, 1), B))
        .containsExactly(Reason.NO_GOOD_SAMPLE, Reason.ALONE);
    assertThat(reasons(A, B.sha256("sha of a"))).containsExactly(Reason.ALONE, Reason.DUPLICATE);
    assertThat(Composer.compose(List.of()).composites()).isEmpty();
  }

  @Test
  void orderOfTheInput_doesNotMatter() {
    List<Constituent> some =
        spectra(
            A.flux(10),
            B.flux(10.9),
            Made.of("c", 4005, 4025, 1.3).flux(10.5),
            Made.of("d", 4020, 4060, 2).flux(11),
            Made.of("e", 4020, 4060, 2).flux(11).sha256("sha of d"));
    List<Constituent> reversed = some.stream().sorted((x, y) -> y.id().compareTo(x.id())).toList();

    Composition one = Composer.compose(some);
    Composition other = Composer.compose(reversed);

    assertThat(one.leftOut()).isEqualTo(other.leftOut()).hasSize(1);
    assertThat(one.composites()).hasSameSizeAs(other.composites()).hasSize(1);
    assertThat(one.composites().get(0).flux()).containsExactly(other.composites().get(0).flux());
    assertThat(one.composites().get(0).shares()).isEqualTo(other.composites().get(0).shares());
  }

  private static Composite joined(Made... made) {
    Composition all = Composer.compose(spectra(made));
    assertThat(all.leftOut()).isEmpty();
    assertThat(all.composites()).hasSize(1);
    return all.composites().get(0);
  }

  private static List<Reason> reasons(Made... made) {
    return Composer.compose(spectra(made)).leftOut().stream().map(LeftOut::reason).toList();
  }

  private static List<String> ids(Composite composite) {
    return composite.shares().stream().map(Share::id).toList();
  }

  private static List<Constituent> spectra(Made... made) {
    return Stream.of(made).map(Made::spectrum).toList();
  }
}

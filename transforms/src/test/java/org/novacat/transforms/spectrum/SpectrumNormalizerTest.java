package org.novacat.transforms.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.novacat.layouts.spectrum.FluxCalibration.ABSOLUTE;
import static org.novacat.layouts.spectrum.FluxCalibration.RELATIVE;
import static org.novacat.layouts.spectrum.QuarantineReason.COORDINATE_PROXIMITY;
import static org.novacat.layouts.spectrum.QuarantineReason.INVALID_AXIS;
import static org.novacat.layouts.spectrum.QuarantineReason.INVALID_FLUX;
import static org.novacat.layouts.spectrum.QuarantineReason.NOT_A_SPECTRUM;
import static org.novacat.transforms.spectrum.Sources.CONTEXT;
import static org.novacat.transforms.spectrum.Sources.normalized;
import static org.novacat.transforms.spectrum.Sources.refusal;
import static org.novacat.transforms.spectrum.Sources.sound;
import static org.novacat.transforms.spectrum.Sources.spectrum;
import static org.novacat.transforms.spectrum.Sources.summary;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.novacat.layouts.position.SkyFrame;
import org.novacat.layouts.position.SkyPosition;
import org.novacat.layouts.spectrum.Medium;
import org.novacat.layouts.spectrum.MediumSource;
import org.novacat.layouts.spectrum.NormalizedOrder;
import org.novacat.layouts.spectrum.NormalizedSpectrum;
import org.novacat.layouts.spectrum.Observation;
import org.novacat.layouts.spectrum.ObservationTime;
import org.novacat.layouts.spectrum.Refusal;
import org.novacat.layouts.spectrum.SpectrumSummary;
import org.novacat.layouts.spectrum.SpectrumTrust;
import org.novacat.layouts.spectrum.TimeScale;

class SpectrumNormalizerTest {
  private static final SkyPosition T_CRB = new SkyPosition(239.875667, 25.920167);

  private static NormalizeResult normalize(Observation observation, ValidationContext context) {
    return SpectrumNormalizer.normalize(List.of(sound().build()), observation, context);
  }

  private static Observation at(@Nullable Double ra, @Nullable Double dec) {
    return new Observation("", ra, dec, "", "", "", null, null, Map.of());
  }

  @Test
  void soundSpectrum_isSummarised() {
    assertThat(summary(sound()))
        .isEqualTo(
            new SpectrumSummary(
                "Inst",
                "Tel",
                60_000.5,
                null,
                null,
                600.0,
                5000,
                5003,
                4,
                1,
                null,
                "erg.s**-1.cm**-2.Angstrom**-1",
                ABSOLUTE,
                SpectrumTrust.UNKNOWN));
  }

  @Test
  void soundSpectrum_keepsItsArraysAndHasNothingToNote() {
    Sources source = sound();

    NormalizedSpectrum spectrum = spectrum(source);

    assertThat(spectrum.notes()).isEmpty();
    assertThat(spectrum.orders().get(0).flux()).isSameAs(source.flux());
    assertThat(spectrum.orders().get(0).wavelength()).isSameAs(source.wavelength());
  }

  @Test
  void badOrder_isDroppedAndTheRestIsGood() {
    NormalizeResult.Normalized result =
        normalized(
            sound().order(1),
            sound().order(2).axis("Angstrom", 10, Double.POSITIVE_INFINITY, 12, 13),
            sound().order(3).axis("Angstrom", 4000, 4001, 4002, 4003));

    assertThat(result.spectrum().orders()).extracting(NormalizedOrder::order).containsExactly(1, 3);
    assertThat(result.spectrum().notes())
        .containsExactly(
            "Order 2 is dropped, AXIS_NOT_FINITE: Cannot use the axis: sample 1 is Infinity.");
    assertThat(result.summary().orders()).isEqualTo(2);
    assertThat(result.summary().samples()).isEqualTo(8);
    assertThat(result.summary().wavelengthMin()).isEqualTo(4000);
    assertThat(result.summary().wavelengthMax()).isEqualTo(5003);
  }

  @Test
  void noGoodOrder_isRefusedForTheMostFrequentReason() {
    Sources zero = sound().flux("FLAM", ABSOLUTE, 0, 0, 0, 0);

    Refusal refusal = refusal(sound().axis("Angstrom", 1, 1, 2, 3), zero, zero);

    assertThat(refusal.reason()).isEqualTo(INVALID_FLUX);
    assertThat(refusal.detail()).isEqualTo("FLUX_ALL_ZERO");
    assertThat(refusal.message()).isEqualTo("None of 3 orders is usable: All 4 flux samples are 0");
    assertThat(refusal.facts())
        .containsEntry("orders", "3")
        .containsEntry("orders.FLUX_ALL_ZERO", "2")
        .containsEntry("orders.AXIS_NOT_MONOTONIC", "1");
  }

  @Test
  void reasonsThatAreEquallyFrequent_giveTheFirst() {
    Sources zero = sound().flux("FLAM", ABSOLUTE, 0, 0, 0, 0);
    Sources turned = sound().axis("Angstrom", 1, 1, 2, 3);

    assertThat(refusal(turned, zero).reason()).isEqualTo(INVALID_AXIS);
    assertThat(refusal(zero, turned).reason()).isEqualTo(INVALID_FLUX);
  }

  @Test
  void ordersOfAnotherUnitOrMedium_areDropped() {
    NormalizedSpectrum spectrum =
        spectrum(
            sound().order(1),
            sound().order(2).flux("Jy", ABSOLUTE, 1, 2, 3, 4),
            sound().order(3).in(Medium.AIR, MediumSource.HEADER));

    assertThat(spectrum.orders()).extracting(NormalizedOrder::order).containsExactly(1);
    assertThat(spectrum.notes()).hasSize(2).allMatch(note -> note.contains("ORDER_DIFFERS"));
  }

  @Test
  void ordersOfLesserWorth_makeTheSpectrumWorthLess() {
    Sources bright = sound().flux("FLAM", ABSOLUTE, 1, 2, 3, 4);

    assertThat(spectrum(sound(), bright).orders()).hasSize(2);
    assertThat(spectrum(sound(), bright).calibration()).isEqualTo(RELATIVE);
    assertThat(spectrum(bright, sound()).calibration()).isEqualTo(RELATIVE);
  }

  @Test
  void notesThatAreTheSame_areSaidOnce() {
    assertThat(spectrum(sound().assumed(), sound().assumed()).notes()).hasSize(1);
  }

  @Test
  void noSpectrumAtAll_isRefused() {
    NormalizeResult result =
        SpectrumNormalizer.normalize(List.of(), Sources.observation(), CONTEXT);

    String reason = result.match(good -> "good", bad -> bad.refusal().reason().name());
    assertThat(reason).isEqualTo(NOT_A_SPECTRUM.name());
  }

  @Test
  void unknownTime_isNotedAndNoRefusal() {
    NormalizeResult.Normalized result =
        (NormalizeResult.Normalized) normalize(Sources.observation(null), CONTEXT);

    assertThat(result.summary().observationMjd()).isNull();
    assertThat(result.spectrum().notes())
        .containsExactly("The time of the observation is unknown.");
  }

  @Test
  void impossibleTime_isTakenAsUnknown() {
    ObservationTime nonsense = new ObservationTime(2965661.58, TimeScale.UTC, "MJD-OBS");

    NormalizeResult.Normalized result =
        (NormalizeResult.Normalized) normalize(Sources.observation(nonsense), CONTEXT);

    assertThat(result.summary().observationMjd()).isNull();
    assertThat(result.spectrum().notes())
        .containsExactly(
            "The time of the observation is taken as unknown:"
                + " MJD 2965661.58 from MJD-OBS is impossible.");
  }

  @Test
  void exposureThatIsNone_isLeftOut() {
    Observation observation = new Observation("", null, null, "", "", "", 0.0, null, Map.of());

    NormalizeResult.Normalized result =
        (NormalizeResult.Normalized) normalize(observation, CONTEXT);

    assertThat(result.summary().exposureSeconds()).isNull();
  }

  @Test
  void targetFarFromTheNova_isRefused() {
    NormalizeResult result = normalize(at(239.9, 25.9202), CONTEXT.withNova(T_CRB));

    Refusal refusal = ((NormalizeResult.Refused) result).refusal();
    assertThat(refusal.reason()).isEqualTo(COORDINATE_PROXIMITY);
    assertThat(refusal.message())
        .isEqualTo("The target lies 78.8 arcsec from the nova, tolerance 60.0 arcsec");
    assertThat(refusal.facts()).containsEntry("separationArcsec", "78.8");
  }

  @Test
  void targetInAnotherFrame_isBroughtToIcrsBeforeItIsCompared() {
    Observation b1950 = at(null, null).at(239.352083, 26.060556, SkyFrame.of("", "1950.0"));

    assertThat(normalize(b1950, new ValidationContext(T_CRB, 2, CONTEXT.latestMjd())))
        .isInstanceOf(NormalizeResult.Normalized.class);
    assertThat(normalize(b1950.at(239.352083, 26.060556, SkyFrame.J2000), CONTEXT.withNova(T_CRB)))
        .isInstanceOf(NormalizeResult.Refused.class);
  }

  @Test
  void numbersOfJ2000BehindAnotherEquinox_passWithANote() {
    Observation mislabelled = at(null, null).at(239.8757, 25.9202, SkyFrame.of("", "2010.54"));

    NormalizeResult result = normalize(mislabelled, CONTEXT.withNova(T_CRB));

    assertThat(((NormalizeResult.Normalized) result).spectrum().notes())
        .contains(
            "The position is that of the nova only as J2000, and not in the frame that the file"
                + " states (equinox 2010.54).");
  }

  @Test
  void rightAscensionInHours_passesWithANote() {
    NormalizeResult result = normalize(at(239.8757 / 15, 25.9202), CONTEXT.withNova(T_CRB));

    assertThat(((NormalizeResult.Normalized) result).spectrum().notes())
        .contains(
            "The position is that of the nova only with its right ascension counted in hours.");
  }

  @Test
  void targetInAnUnclearFrame_isNotCompared() {
    Observation unclear = at(null, null).at(10.0, 10.0, SkyFrame.of("ICRS", "1950"));

    assertThat(normalize(unclear, CONTEXT.withNova(T_CRB)))
        .isInstanceOf(NormalizeResult.Normalized.class);
  }

  @Test
  void targetWithinTolerance_passes() {
    Observation near = at(239.9, 25.9202);

    assertThat(normalize(near, new ValidationContext(T_CRB, 80, CONTEXT.latestMjd())))
        .isInstanceOf(NormalizeResult.Normalized.class);
    assertThat(normalize(at(239.876, 25.92), CONTEXT.withNova(T_CRB)))
        .isInstanceOf(NormalizeResult.Normalized.class);
  }

  @Test
  void targetAtRightAscension360_liesAtZero() {
    ValidationContext nova = CONTEXT.withNova(new SkyPosition(0, 10));

    assertThat(normalize(at(360.0, 10.0), nova)).isInstanceOf(NormalizeResult.Normalized.class);
    assertThat(((NormalizeResult.Refused) normalize(at(360.0, 11.0), nova)).refusal().facts())
        .containsEntry("target", "0.0 11.0")
        .containsEntry("stated", "360.0 11.0");
  }

  @Test
  void positionThatIsNotKnown_isNotCompared() {
    assertThat(normalize(at(10.0, 10.0), CONTEXT)).isInstanceOf(NormalizeResult.Normalized.class);
    assertThat(normalize(at(null, 10.0), CONTEXT.withNova(T_CRB)))
        .isInstanceOf(NormalizeResult.Normalized.class);
    assertThat(normalize(at(999.0, 10.0), CONTEXT.withNova(T_CRB)))
        .isInstanceOf(NormalizeResult.Normalized.class);
  }

  @Test
  void toleranceThatIsNone_isAMistake() {
    assertThatThrownBy(() -> new ValidationContext(null, 0, CONTEXT.latestMjd()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Cannot validate spectra: tolerance is 0.0 arcsec (it must be above 0)");
  }
}

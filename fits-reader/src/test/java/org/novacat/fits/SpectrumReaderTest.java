package org.novacat.fits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.novacat.fits.file.ReadLimits;
import org.novacat.fits.profile.Match;
import org.novacat.fits.profile.Profile;
import org.novacat.fits.profile.Reading;
import org.novacat.fits.testing.Corpus;
import org.novacat.fits.testing.Corpus.RealFile;
import org.novacat.fits.testing.FitsBytes;
import org.novacat.layouts.spectrum.Observation;
import org.novacat.layouts.spectrum.QuarantineReason;
import org.novacat.layouts.spectrum.ReadResult.Rejected;

class SpectrumReaderTest {
  private static final Observation NOTHING_KNOWN =
      new Observation("", null, null, "", "", "", null, null, Map.of());

  @Test
  void faultOfTheDecoder_isARefusalWithItsPlace() {
    Rejected rejected =
        readWith(
            () -> {
              throw new IllegalStateException("broken");
            });

    assertThat(rejected.refusal().reason()).isEqualTo(QuarantineReason.OTHER);
    assertThat(rejected.refusal().detail()).isEqualTo("READER_FAULT");
    assertThat(rejected.refusal().message()).contains("broken");
    assertThat(rejected.refusal().facts().get("at")).contains("SpectrumReaderTest");
  }

  @Test
  void memoryExhausted_isOverLimit() {
    Rejected rejected =
        readWith(
            () -> {
              throw new OutOfMemoryError("Java heap space");
            });

    assertThat(rejected.refusal().reason()).isEqualTo(QuarantineReason.LIMIT_EXCEEDED);
  }

  @Test
  void stackExhausted_isOverLimit() {
    assertThat(readWith(() -> nest(0)).refusal().reason())
        .isEqualTo(QuarantineReason.LIMIT_EXCEEDED);
  }

  @Test
  void readingWithoutSpectra_isNoSpectrum() {
    assertThat(
            readWith(() -> new Reading(NOTHING_KNOWN, List.of(), List.of(), List.of()))
                .refusal()
                .detail())
        .isEqualTo("NO_SPECTRA");
  }

  @Test
  void refusedAfterSelection_keepsHeaderSignatureAndProfile() {
    RealFile file = Corpus.file("bad_missing_crval.fit");

    Rejected rejected = (Rejected) SpectrumReader.standard().read(file.name(), file.bytes());

    assertThat(rejected.profile()).isEqualTo("bess@2");
    assertThat(rejected.headerText()).startsWith("SIMPLE  =").contains("BSS_SITE");
    assertThat(rejected.headerSignature()).hasSize(64);
    assertThat(rejected.refusal().facts()).containsEntry("missing", "CRVAL1");
  }

  @Test
  void refusedBeforeTheHeader_hasNoneOfThem() {
    Rejected rejected = (Rejected) SpectrumReader.standard().read("x", new byte[] {1, 2, 3});

    assertThat(rejected.headerText()).isEmpty();
    assertThat(rejected.headerSignature()).isEmpty();
    assertThat(rejected.profile()).isEmpty();
  }

  @Test
  void moreSpectraOrSamplesThanTheLimit_areOverLimit() {
    RealFile file = Corpus.file("odbue5030_x1d.fits");

    assertThat(detail(file, limits(39, 1_000_000))).isEqualTo("SPECTRA_OVER_LIMIT");
    assertThat(detail(file, limits(40, 40 * 1024 - 1))).isEqualTo("SPECTRA_OVER_LIMIT");
    assertThat(detail(file, limits(40, 40 * 1024))).isEqualTo("READ");
  }

  @Test
  void bytesGiven_areLeftAsTheyAre() {
    for (String name : List.of("spec-0266-51602-0031.fits", "ondrejov_hd217476.fit.fz")) {
      byte[] bytes = Corpus.file(name).bytes();

      SpectrumReader.standard().read(name, bytes);

      assertThat(bytes).isEqualTo(Corpus.file(name).bytes());
    }
  }

  @Test
  void manyThreads_readAsOneDoes() {
    SpectrumReader reader = SpectrumReader.standard();
    List<RealFile> files = Corpus.files();

    List<String> alone = files.stream().map(file -> outcome(reader, file)).toList();
    List<String> together =
        IntStream.range(0, files.size())
            .parallel()
            .mapToObj(i -> outcome(reader, files.get(i)))
            .toList();

    assertThat(together).isEqualTo(alone);
  }

  private static String outcome(SpectrumReader reader, RealFile file) {
    return reader
        .read(file.name(), file.bytes())
        .match(
            read ->
                read.profile()
                    + read.spectra().stream()
                        .map(s -> SeriesSummary.of(s.flux().values()).toString())
                        .toList(),
            rejected -> rejected.refusal().toString());
  }

  private static String detail(RealFile file, ReadLimits limits) {
    return new SpectrumReader(ProfileRegistry.standard(), limits)
        .read(file.name(), file.bytes())
        .match(read -> "READ", rejected -> rejected.refusal().detail());
  }

  private static ReadLimits limits(int spectra, int samples) {
    return new ReadLimits(1 << 29, 200, 400, 1000, spectra, samples);
  }

  private static Reading nest(int depth) {
    return depth < 0
        ? new Reading(NOTHING_KNOWN, List.of(), List.of(), List.of())
        : nest(depth + 1);
  }

  private static Rejected readWith(Supplier<Reading> body) {
    Profile profile =
        new Profile("stub@1", input -> Match.yes(Match.Rank.GENERIC, "always", Map.of(), body));
    return (Rejected)
        new SpectrumReader(new ProfileRegistry(List.of(profile)), ReadLimits.DEFAULT)
            .read("x.fits", FitsBytes.emptyPrimary().bytes());
  }
}

package org.novacat.jobs.samples;

import static org.novacat.jobs.samples.Convention.linear;
import static org.novacat.jobs.samples.Convention.logarithmic;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;
import org.novacat.jobs.samples.SpectrumTables.EsoTable;
import org.novacat.jobs.samples.SpectrumTables.StisTable;
import org.novacat.layouts.id.Provider;
import org.novacat.layouts.spectrum.Medium;

/** The conventions of the archive, with their invented providers and their ways of naming files. */
enum SampleFormat {
  LINEAR(
      new Convention(Medium.AIR, n -> linear(3700, 7400, n), SpectrumImages::linear),
      new Instrument("sample-iraf", 1850, 60),
      one -> dated("%s_%s_%04d.fits", one)),
  AMATEUR(
      new Convention(Medium.AIR, n -> linear(6300, 6800, n), SpectrumImages::amateur),
      new Instrument("sample-bess", 1600, 80),
      one -> dated("_%1$s_%2$s_%4$s_sample%3$04d.fit", one)),
  ESO(
      new Convention(Medium.AIR, n -> linear(3760, 7560, n), EsoTable::write),
      new Instrument("sample-eso", 3000, 100),
      one -> text("ADP.%s.%04d.fits", one.startText(), one.number())),
  SDSS(
      new Convention(Medium.VACUUM, n -> logarithmic(3800, 9200, n), SpectrumTables::sdss),
      new Instrument("sample-sdss", 2000, 30),
      one -> text("spec-9000-%d-%04d.fits", (int) one.startMjd(), one.number())),
  LOG_LINEAR(
      new Convention(Medium.AIR, n -> logarithmic(3900, 6900, n), SpectrumImages::logLinear),
      new Instrument("sample-iraf", 2500, 70),
      one -> dated("%s_%s_log_%04d.fits", one)),
  CALSPEC(
      new Convention(Medium.VACUUM, n -> logarithmic(3000, 10_000, n), SpectrumTables::calspec),
      new Instrument("sample-calspec", 1200, 120),
      one -> text("%s_sample_%04d.fits", one.nova().compactName(), one.number())),
  PLAIN_TABLE(
      new Convention(Medium.AIR, n -> linear(4000, 8600, n), SpectrumTables::plain),
      new Instrument("sample-table", 1500, 50),
      one -> text("%s-spectrum-%04d.fts", one.nova().compactName(), one.number())),
  STIS(
      new Convention(Medium.VACUUM, StisTable::grid, StisTable::write),
      new Instrument("sample-hst", 4096, 40),
      one -> text("osmp%05d_x1d.fits", one.number())),
  GZIPPED(
      new Convention(Medium.VACUUM, SDSS.convention.grid(), SampleFormat::gzipped),
      SDSS.instrument,
      one -> SDSS.fileName(one) + ".gz"),
  TILE_COMPRESSED(
      new Convention(Medium.AIR, LINEAR.convention.grid(), SpectrumImages::tiled),
      LINEAR.instrument,
      one -> LINEAR.fileName(one) + ".fz");

  /**
   * @param provider invented
   * @param samples of a spectrum
   * @param signalToNoise at the median of the flux
   */
  private record Instrument(String provider, int samples, double signalToNoise) {}

  @SuppressWarnings("ImmutableEnumChecker") // functions without state
  private final Convention convention;

  @SuppressWarnings("ImmutableEnumChecker") // a record of values
  private final Instrument instrument;

  @SuppressWarnings("ImmutableEnumChecker") // a function without state
  private final Function<Exposure, String> fileName;

  SampleFormat(Convention convention, Instrument instrument, Function<Exposure, String> fileName) {
    this.convention = convention;
    this.instrument = instrument;
    this.fileName = fileName;
  }

  String fileName(Exposure exposure) {
    return fileName.apply(exposure);
  }

  Convention convention() {
    return convention;
  }

  Provider provider() {
    return new Provider(instrument.provider);
  }

  /** What the instrument sees, on its usual grid. */
  Samples observe(Exposure exposure, Random random) {
    return Samples.noiseless(exposure, convention, instrument.samples)
        .withSigma(instrument.signalToNoise)
        .shaken(i -> random.nextGaussian());
  }

  byte[] write(Exposure exposure, Random random) {
    return convention.write(exposure, observe(exposure, random));
  }

  private static String text(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }

  /** A name of nova, date and number, and of the day's fraction where the pattern asks for it. */
  private static String dated(String pattern, Exposure one) {
    String nova = one.nova().compactName();
    return text(pattern, nova, one.dateText(), one.number(), one.dayFraction());
  }

  /** Java's gzip header holds no time, so equal is equal. */
  private static byte[] gzipped(Exposure exposure, Samples samples) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(SpectrumTables.sdss(exposure, samples));
    } catch (IOException e) {
      throw new UncheckedIOException("a stream in memory failed", e);
    }
    return packed.toByteArray();
  }
}

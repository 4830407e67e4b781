package org.novacat.jobs.spectra;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.reading.SpectrumFileReader;
import org.novacat.jobs.spectra.PhaseTimes.Phase;
import org.novacat.layouts.account.Fate;
import org.novacat.layouts.position.SkyPosition;
import org.novacat.layouts.spectrum.NormalizedSpectrum;
import org.novacat.layouts.spectrum.Observation;
import org.novacat.layouts.spectrum.ObservationTime;
import org.novacat.layouts.spectrum.ReadResult;
import org.novacat.layouts.spectrum.Refusal;
import org.novacat.layouts.spectrum.SpectrumSummary;
import org.novacat.persistence.product.ProfileChoice;
import org.novacat.transforms.plot.SpectrumPlot;
import org.novacat.transforms.spectrum.NormalizeResult.Normalized;
import org.novacat.transforms.spectrum.SpectrumNormalizer;
import org.novacat.transforms.spectrum.ValidationContext;
import org.novacat.transforms.time.Mjd;

/**
 * Bytes to what is to be stored of them: decode, normalise, draw. It knows no store, so that it can
 * be given up at any time, and no other file. Used once.
 */
final class Examination {
  private final SpectrumFileReader reader;
  private final PlannedProduct planned;
  private final byte[] bytes;
  private final PhaseTimes times = new PhaseTimes();

  sealed interface Found {}

  /**
   * A sound spectrum and the documents made of it.
   *
   * @param unaccounted pieces of the file that nobody understood
   */
  record Derived(
      ProfileChoice profile,
      SpectrumSummary summary,
      long unaccounted,
      byte[] parquet,
      byte[] metadata,
      byte[] preview)
      implements Found {}

  /**
   * What is wrong with the file.
   *
   * @param profile its texts are "" where none was selected
   */
  record Refused(Refusal refusal, String headerText, ProfileChoice profile) implements Found {
    /** A refusal of a file that was not read. */
    static Refused unread(Refusal refusal) {
      return new Refused(refusal, "", new ProfileChoice("", Map.of(), List.of(), ""));
    }
  }

  Examination(SpectrumFileReader reader, PlannedProduct planned, byte[] bytes) {
    this.reader = reader;
    this.planned = planned;
    this.bytes = bytes;
  }

  /** Where the time went; to be asked once the work has ended. */
  PhaseTimes times() {
    return times;
  }

  Found run() {
    ReadResult result =
        times.time(
            Phase.DECODE,
            () ->
                reader.readOrThrowErrors(
                    planned.fileName(), planned.ending(), bytes, planned.stated()));
    return result.match(
        this::normalize,
        rejected ->
            new Refused(
                rejected.refusal(),
                rejected.headerText(),
                new ProfileChoice(
                    rejected.profile(), Map.of(), List.of(), rejected.headerSignature())));
  }

  private Found normalize(ReadResult.Read read) {
    return times
        .time(
            Phase.NORMALIZE,
            () -> SpectrumNormalizer.normalize(read.spectra(), read.observation(), checks(planned)))
        .match(
            normalized -> derived(read, normalized),
            refused ->
                new Refused(
                    refused.refusal(),
                    reader.headerText(planned.ending(), bytes),
                    profile(read, List.of())));
  }

  /** No observation is later than its registration, whenever the run is. */
  private static ValidationContext checks(PlannedProduct planned) {
    ValidationContext checks = ValidationContext.at(Mjd.of(planned.due()));
    SkyPosition target = planned.target();
    return target == null ? checks : checks.withNova(target);
  }

  private static ProfileChoice profile(ReadResult.Read read, List<String> notes) {
    return new ProfileChoice(read.profile(), read.selectionInputs(), notes, read.headerSignature());
  }

  private Found derived(ReadResult.Read read, Normalized normalized) {
    NormalizedSpectrum spectrum = normalized.spectrum();
    List<String> notes = new ArrayList<>(read.notes());
    read.refused().forEach(order -> notes.add(order.note()));
    notes.addAll(spectrum.notes());
    ProfileChoice profile = profile(read, notes);
    SpectrumSummary summary = normalized.summary().with(read.trust());
    byte[] parquet =
        times.time(
            Phase.PARQUET,
            () -> SpectrumParquet.write(spectrum, facts(planned, read), read.observation().time()));
    byte[] metadata =
        times.time(
            Phase.PARQUET,
            () -> SpectrumDocuments.metadata(planned, read, spectrum, summary, profile));
    byte[] preview =
        times.time(Phase.PICTURE, () -> SpectrumPlot.png(spectrum, title(planned, read)));
    return new Derived(profile, summary, unaccounted(read), parquet, metadata, preview);
  }

  private static long unaccounted(ReadResult.Read read) {
    return read.account().stream().filter(piece -> piece.fate() == Fate.UNACCOUNTED).count();
  }

  private static SortedMap<String, String> facts(PlannedProduct planned, ReadResult.Read read) {
    Observation observation = read.observation();
    TreeMap<String, String> facts = new TreeMap<>();
    facts.put("data_product_id", planned.product().toString());
    facts.put("nova_id", planned.nova().toString());
    facts.put("target", observation.object());
    facts.put("telescope", observation.telescope());
    facts.put("instrument", observation.instrument());
    facts.put("fits_profile_id", read.profile());
    return facts;
  }

  private static String title(PlannedProduct planned, ReadResult.Read read) {
    Observation observation = read.observation();
    String object = observation.object().isBlank() ? planned.fileName() : observation.object();
    return object + "  " + observation.instrument() + date(observation.time());
  }

  /** No more digits than are known: a day has none behind the point. */
  private static String date(@Nullable ObservationTime time) {
    if (time == null) {
      return "";
    }
    Double precision = time.precisionDays();
    int digits = precision == null || precision <= 0.001 ? 3 : precision < 1 ? 1 : 0;
    String known =
        precision != null && precision > 1
            ? String.format(Locale.ROOT, " (to %.0f d)", precision)
            : "";
    return String.format(Locale.ROOT, "  MJD %." + digits + "f", time.mjd()) + known;
  }
}

package org.novacat.transforms.photometry.row;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.account.Confidence;
import org.novacat.layouts.photometry.Band;
import org.novacat.layouts.photometry.BandResolution;
import org.novacat.layouts.photometry.Brightness;
import org.novacat.layouts.photometry.Epoch;
import org.novacat.layouts.photometry.Measurement;
import org.novacat.layouts.photometry.Origin;
import org.novacat.layouts.photometry.PhotometryRow;
import org.novacat.layouts.photometry.Quantity;
import org.novacat.layouts.photometry.RejectedRow;
import org.novacat.layouts.photometry.RowNova;
import org.novacat.layouts.photometry.SpectralCoordinate;
import org.novacat.layouts.photometry.TimeReference;
import org.novacat.layouts.photometry.Trust;
import org.novacat.layouts.photometry.Upload;
import org.novacat.layouts.position.SkyPosition;
import org.novacat.layouts.spectrum.TimeScale;
import org.novacat.transforms.photometry.band.BandAssertions;
import org.novacat.transforms.photometry.band.BandQuery;
import org.novacat.transforms.photometry.band.BandRegistry;
import org.novacat.transforms.photometry.band.BandResolver;
import org.novacat.transforms.photometry.band.BandResult;
import org.novacat.transforms.time.BarycentricTime;
import org.novacat.transforms.time.LeapSeconds;
import org.novacat.transforms.time.TimeScales;

/**
 * Makes rows of a table from measurements: looks up the band, computes the barycentric time, fills
 * in what the band says where the file is silent, checks and weighs. Safe for use by many threads;
 * keep one, for it remembers bands and the places of the Earth.
 */
public final class RowAssembler {
  private static final int BIBCODE_LENGTH = 19;

  /** Rows of an archive share their origins; enough for every observer of a survey. */
  private static final int MOST_ORIGINS = 50_000;

  private final BandResolver bands;
  private final BarycentricTime times = new BarycentricTime(LeapSeconds.standard());
  private final double latestMjd;
  private final Map<Origin, Origin> origins = new ConcurrentHashMap<>();

  /**
   * An assembler.
   *
   * @param latestMjd the last epoch that a row can have: now and two days
   */
  public RowAssembler(BandRegistry registry, double latestMjd) {
    this.bands = new BandResolver(registry);
    this.latestMjd = latestMjd;
  }

  /**
   * The row of a measurement of a nova, or why there is none.
   *
   * @param asserted what the sidecar of the file says of its bands
   */
  public RowResult assemble(
      Measurement measurement, RowNova nova, Upload upload, BandAssertions asserted) {
    return band(measurement, upload.sourceFormat(), asserted)
        .match(
            found -> row(measurement, nova, upload, found),
            missing -> new RowResult.Rejected(rejected(measurement, missing)));
  }

  /**
   * The band of a measurement, or why it can be a row of no nova.
   *
   * @param format id of the format of its file
   * @param asserted what the sidecar of the file says of its bands
   */
  public BandResult band(Measurement measurement, String format, BandAssertions asserted) {
    RejectedRow fault = RowChecks.fault(measurement, latestMjd);
    if (fault != null) {
      return missing(fault);
    }
    return bands
        .resolve(BandQuery.of(measurement, format, asserted.of(measurement)))
        .match(
            found -> {
              RejectedRow conflict = RowChecks.fault(measurement, found.band().regime());
              return conflict == null ? found : missing(conflict);
            },
            missing -> missing);
  }

  private static BandResult missing(RejectedRow fault) {
    return new BandResult.Unresolved(fault.code(), fault.detail(), fault.candidates());
  }

  private RowResult row(
      Measurement measurement, RowNova nova, Upload upload, BandResult.Resolved found) {
    Measurement complete = complete(measurement, found);
    PhotometryRow row =
        new PhotometryRow(
            RowIdentity.id(nova, found.band().id(), complete, upload.id()),
            nova,
            complete,
            BandResolution.of(found.band(), found.type(), found.confidence()),
            barycentric(measurement.epoch(), nova),
            upload,
            null);
    return new RowResult.Accepted(row, found.conflict());
  }

  /** The same row as one of another nova, of which only the id counts yet. */
  public static PhotometryRow ofNova(PhotometryRow row, RowNova nova) {
    UUID id = RowIdentity.id(nova, row.band().bandId(), row.measurement(), row.upload().id());
    return new PhotometryRow(
        id, nova, row.measurement(), row.band(), null, row.upload(), row.dupGroup());
  }

  /** The same row with the time at the barycentre, as the place of its nova gives it. */
  public PhotometryRow placed(PhotometryRow row) {
    Double time = barycentric(row.measurement().epoch(), row.nova());
    return time == null
        ? row
        : new PhotometryRow(
            row.id(),
            row.nova(),
            row.measurement(),
            row.band(),
            time,
            row.upload(),
            row.dupGroup());
  }

  /** Where the nova's place is not known, only times that need no light travel time are. */
  private @Nullable Double barycentric(Epoch epoch, RowNova nova) {
    if (Double.isNaN(nova.raDeg()) || Double.isNaN(nova.decDeg())) {
      boolean there = epoch.scale() == TimeScale.TDB && epoch.reference() == TimeReference.BARY;
      return there ? epoch.mjd() : null;
    }
    return times.of(epoch, new SkyPosition(nova.raDeg(), nova.decDeg()));
  }

  /** The measurement as the table has it. */
  private Measurement complete(Measurement measurement, BandResult.Resolved found) {
    Quality quality = Quality.of(measurement, found.band().doubtful(), found.confidence());
    return new Measurement(
        measurement.sourceRow(),
        "",
        withoutTai(measurement.epoch()),
        measurement.band(),
        found.spectral() == null ? ofBand(found.band()) : found.spectral(),
        magSystem(measurement, found.band()),
        symmetric(measurement.brightness()),
        quality.flag(),
        quality.bits(),
        notes(measurement),
        origin(measurement.origin()),
        trust(measurement, found.band()));
  }

  /** The table has no TAI; TT is the same clock, set otherwise. */
  private static Epoch withoutTai(Epoch epoch) {
    return epoch.scale() != TimeScale.TAI
        ? epoch
        : new Epoch(
            TimeScales.ttOfTai(epoch.mjd()),
            TimeScale.TT,
            epoch.reference(),
            epoch.original(),
            epoch.system(),
            ttOfTai(epoch.startMjd()),
            ttOfTai(epoch.endMjd()),
            epoch.reinterpreted());
  }

  private static @Nullable Double ttOfTai(@Nullable Double mjd) {
    return mjd == null ? null : (Double) TimeScales.ttOfTai(mjd);
  }

  private static @Nullable SpectralCoordinate ofBand(Band band) {
    Double value = band.spectralValue();
    return value == null ? null : new SpectralCoordinate(value, band.spectralUnit());
  }

  /** A system that only the band has is its usual one. */
  private static Trust trust(Measurement measurement, Band band) {
    boolean magnitude = measurement.brightness().quantity() == Quantity.MAGNITUDE;
    boolean usual = magnitude && measurement.magSystem() == null && !band.magSystem().isEmpty();
    return usual ? measurement.trust().withSystem(Confidence.INFERRED) : measurement.trust();
  }

  private static @Nullable String magSystem(Measurement measurement, Band band) {
    if (measurement.brightness().quantity() != Quantity.MAGNITUDE) {
      return null;
    }
    String stated = measurement.magSystem();
    String system = stated == null ? band.magSystem() : stated;
    return system.isEmpty() ? null : system;
  }

  /**
   * The table has two errors for magnitudes only; a flux keeps their mean, and both in its notes.
   */
  private static Brightness symmetric(Brightness brightness) {
    Double low = brightness.errorLow();
    Double high = brightness.errorHigh();
    if (brightness.quantity() == Quantity.MAGNITUDE || low == null || high == null) {
      return brightness;
    }
    Double error = brightness.error();
    return brightness.with(
        brightness.number(), error == null ? (Double) ((low + high) / 2) : error, null, null);
  }

  private static String notes(Measurement measurement) {
    StringBuilder notes = new StringBuilder(measurement.notes());
    Brightness brightness = measurement.brightness();
    if (!symmetric(brightness).equals(brightness)) {
      note(notes, "errors -%s +%s".formatted(brightness.errorLow(), brightness.errorHigh()));
    }
    String bibcode = measurement.origin().bibcode();
    if (!bibcode.isEmpty() && bibcode.length() != BIBCODE_LENGTH) {
      note(notes, "reference " + bibcode);
    }
    return notes.toString();
  }

  private static void note(StringBuilder notes, String more) {
    notes.append(notes.isEmpty() ? "" : "; ").append(more);
  }

  /** One object for equal origins, and no reference in the place of a bibcode. */
  private Origin origin(Origin found) {
    Origin origin = hasBibcode(found) ? found : withoutBibcode(found);
    Origin known = origins.get(origin);
    if (known == null && origins.size() < MOST_ORIGINS) {
      origins.put(origin, origin);
    }
    return known == null ? origin : known;
  }

  private static boolean hasBibcode(Origin origin) {
    return origin.bibcode().isEmpty() || origin.bibcode().length() == BIBCODE_LENGTH;
  }

  private static Origin withoutBibcode(Origin origin) {
    return new Origin(
        "",
        origin.doi(),
        origin.dataUrl(),
        origin.catalog(),
        origin.tableRef(),
        origin.telescope(),
        origin.instrument(),
        origin.observer());
  }

  private static RejectedRow rejected(Measurement measurement, BandResult.Unresolved missing) {
    return new RejectedRow(
        measurement.sourceRow(), "", missing.code(), missing.detail(), missing.candidates());
  }
}

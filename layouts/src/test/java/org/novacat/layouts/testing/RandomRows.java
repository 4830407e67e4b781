package org.novacat.layouts.testing;

import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.account.Confidence;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.IngestFileId;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.photometry.BandResolution;
import org.novacat.layouts.photometry.Brightness;
import org.novacat.layouts.photometry.DataOrigin;
import org.novacat.layouts.photometry.DataRights;
import org.novacat.layouts.photometry.Epoch;
import org.novacat.layouts.photometry.EpochSystem;
import org.novacat.layouts.photometry.Measurement;
import org.novacat.layouts.photometry.Origin;
import org.novacat.layouts.photometry.PhotometryRow;
import org.novacat.layouts.photometry.QualityBits;
import org.novacat.layouts.photometry.Quantity;
import org.novacat.layouts.photometry.Regime;
import org.novacat.layouts.photometry.ResolutionConfidence;
import org.novacat.layouts.photometry.ResolutionType;
import org.novacat.layouts.photometry.RowNova;
import org.novacat.layouts.photometry.SpectralCoordinate;
import org.novacat.layouts.photometry.TimeReference;
import org.novacat.layouts.photometry.Trust;
import org.novacat.layouts.photometry.Upload;
import org.novacat.layouts.spectrum.TimeScale;

/** Rows of photometry of every kind that a table can hold, by chance. */
public final class RandomRows {
  private static final RowNova NOVA =
      new RowNova(
          NovaId.parse("0b2c8a52-3b68-4c0e-9d4c-2f6f6a1d9f10"), "V1500 Cyg", 317.875, 48.1495);

  private static final String[] UNITS = {"Jy", "mJy", "erg/cm2/s", "ph/cm2/s"};
  private static final String[] SYSTEMS = {"Vega", "AB", "ST", null};

  private RandomRows() {}

  /** Any row. */
  public static PhotometryRow row(Random random) {
    Brightness brightness = brightness(random);
    return new PhotometryRow(
        uuid(random),
        NOVA,
        measurement(random, brightness),
        band(random, brightness.quantity()),
        maybe(random) ? 40_000 + random.nextDouble() : null,
        upload(random),
        maybe(random) ? uuid(random) : null);
  }

  /** A detection in magnitudes, or the limit of one, a flux, or a count rate. */
  public static Brightness brightness(Random random) {
    Quantity quantity = pick(random, Quantity.values());
    String unit =
        switch (quantity) {
          case MAGNITUDE -> "mag";
          case FLUX_DENSITY -> pick(random, UNITS);
          case COUNT_RATE -> "ct/s";
        };
    double value = Math.round(random.nextDouble() * 20_000) / 1000.0 - 0.5;
    return maybe(random)
        ? Brightness.detection(quantity, unit, value, maybe(random) ? 0.01 : null)
        : Brightness.limit(quantity, unit, value, maybe(random) ? 5.0 : null);
  }

  private static Measurement measurement(Random random, Brightness brightness) {
    Epoch epoch = epoch(random);
    boolean optical = brightness.quantity() == Quantity.MAGNITUDE;
    return new Measurement(
        1 + random.nextInt(100_000),
        "",
        epoch,
        text(random),
        spectral(random, brightness.quantity()),
        optical ? pick(random, SYSTEMS) : null,
        brightness,
        random.nextInt(4),
        epoch.reinterpreted() ? QualityBits.EPOCH_REINTERPRETED : random.nextInt(128),
        text(random),
        origin(random),
        new Trust(
            confidence(random),
            confidence(random),
            confidence(random),
            confidence(random),
            confidence(random),
            confidence(random)));
  }

  private static @Nullable Confidence confidence(Random random) {
    return maybe(random) ? null : pick(random, Confidence.values());
  }

  private static SpectralCoordinate spectral(Random random, Quantity quantity) {
    return maybe(random)
        ? null
        : new SpectralCoordinate(1 + random.nextDouble(), spectralUnit(quantity));
  }

  private static String spectralUnit(Quantity quantity) {
    return switch (quantity) {
      case MAGNITUDE -> "Angstrom";
      case FLUX_DENSITY -> "GHz";
      case COUNT_RATE -> "keV";
    };
  }

  private static Epoch epoch(Random random) {
    return new Epoch(
        -20_000 + random.nextDouble() * 80_000,
        pick(random, TimeScale.values()),
        pick(random, TimeReference.values()),
        text(random),
        pick(random, EpochSystem.values()),
        maybe(random) ? 1.5 : null,
        maybe(random) ? 2.5 : null,
        maybe(random));
  }

  private static BandResolution band(Random random, Quantity quantity) {
    Regime regime =
        switch (quantity) {
          case MAGNITUDE -> Regime.OPTICAL;
          case FLUX_DENSITY -> Regime.RADIO;
          case COUNT_RATE -> Regime.XRAY;
        };
    return new BandResolution(
        "Band_" + random.nextInt(5),
        "B",
        regime,
        text(random),
        spectralUnit(quantity),
        maybe(random) ? 880.0 : null,
        pick(random, ResolutionType.values()),
        pick(random, ResolutionConfidence.values()));
  }

  private static Origin origin(Random random) {
    return new Origin(
        text(random),
        text(random),
        text(random),
        text(random),
        text(random),
        text(random),
        text(random),
        text(random));
  }

  private static Upload upload(Random random) {
    byte[] bytes = {(byte) random.nextInt(4)};
    return new Upload(
        IngestFileId.of(ContentHash.of(bytes)),
        "csv",
        pick(random, DataRights.values()),
        pick(random, DataOrigin.values()),
        text(random),
        maybe(random));
  }

  private static String text(Random random) {
    return maybe(random) ? "" : "x,\"é\n" + random.nextInt(50);
  }

  private static UUID uuid(Random random) {
    return new UUID(random.nextLong(), random.nextLong());
  }

  private static boolean maybe(Random random) {
    return random.nextBoolean();
  }

  private static <T> T pick(Random random, T[] from) {
    return from[random.nextInt(from.length)];
  }
}

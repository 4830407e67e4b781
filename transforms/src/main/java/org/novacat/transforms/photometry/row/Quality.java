package org.novacat.transforms.photometry.row;

import org.jspecify.annotations.Nullable;
import org.novacat.layouts.photometry.Measurement;
import org.novacat.layouts.photometry.QualityBits;
import org.novacat.layouts.photometry.Quantity;
import org.novacat.layouts.photometry.ResolutionConfidence;

/**
 * The quality of a row: what the reader said, and what follows from its error, its band and its
 * epoch (photometry specification, section 5). Nothing makes it better.
 *
 * @param flag 0 good, 1 uncertain, 2 poor, 3 bad
 * @param bits see {@link QualityBits}
 */
record Quality(int flag, int bits) {
  private static final double LARGE_ERROR = 0.5;
  private static final double USELESS_ERROR = 1;
  private static final int UNCERTAIN = QualityBits.UNCERTAIN | QualityBits.UNVALIDATED;
  private static final int POOR = QualityBits.SATURATED | QualityBits.BLENDED;

  static Quality of(Measurement measurement, boolean doubtful, ResolutionConfidence confidence) {
    int bits = measurement.qualityBits();
    Double error = error(measurement);
    if (error != null && error > LARGE_ERROR) {
      bits |= QualityBits.LARGE_ERROR;
    }
    if (confidence == ResolutionConfidence.LOW) {
      bits |= QualityBits.LOW_BAND_CONFIDENCE;
    }
    if (measurement.epoch().reinterpreted()) {
      bits |= QualityBits.EPOCH_REINTERPRETED;
    }
    int flag = Math.max(flag(bits, error), doubtful ? 1 : 0);
    return new Quality(Math.max(flag, measurement.qualityFlag()), bits);
  }

  private static int flag(int bits, @Nullable Double error) {
    if ((bits & POOR) != 0 || (error != null && error > USELESS_ERROR)) {
      return 2;
    }
    return (bits & (UNCERTAIN | QualityBits.LARGE_ERROR)) != 0 ? 1 : 0;
  }

  private static @Nullable Double error(Measurement measurement) {
    return measurement.brightness().quantity() == Quantity.MAGNITUDE
        ? measurement.brightness().error()
        : null;
  }
}

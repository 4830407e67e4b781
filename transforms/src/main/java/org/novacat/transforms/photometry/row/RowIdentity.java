package org.novacat.transforms.photometry.row;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.UUID;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.IngestFileId;
import org.novacat.layouts.photometry.Brightness;
import org.novacat.layouts.photometry.Measurement;
import org.novacat.layouts.photometry.Origin;
import org.novacat.layouts.photometry.PhotometryRow;
import org.novacat.layouts.photometry.Quantity;
import org.novacat.layouts.photometry.RowNova;

/**
 * What makes two rows one measurement (photometry specification, section 6): nova, band, epoch to a
 * second, value, and who published it. Neither the name of a file nor the place in it takes part.
 */
final class RowIdentity {
  /** 0.00001 d, about a second. */
  private static final double EPOCHS_PER_DAY = 1e5;

  private static final double MAGNITUDES_PER_ONE = 1000;
  private static final MathContext SIX_DIGITS = new MathContext(6, RoundingMode.HALF_EVEN);

  private RowIdentity() {}

  /** The id: a UUID of the SHA-256 of the parts, each on a line of its own. */
  static UUID id(RowNova nova, String bandId, Measurement measurement, IngestFileId file) {
    Brightness brightness = measurement.brightness();
    String parts =
        String.join(
            "\n",
            nova.id().toString(),
            bandId,
            Long.toString(Math.round(measurement.epoch().mjd() * EPOCHS_PER_DAY)),
            measurement.epoch().reference().name(),
            brightness.quantity().name(),
            value(brightness),
            Boolean.toString(brightness.isLimit()),
            sourceKey(measurement.origin(), file));
    return ContentHash.of(parts.getBytes(UTF_8)).uuid();
  }

  /** Who published a row. */
  static String sourceKey(PhotometryRow row) {
    return sourceKey(row.measurement().origin(), row.upload().id());
  }

  private static String sourceKey(Origin origin, IngestFileId file) {
    if (!origin.bibcode().isEmpty()) {
      return "bibcode " + origin.bibcode();
    }
    if (!origin.doi().isEmpty()) {
      return "doi " + origin.doi();
    }
    return origin.catalog().isEmpty()
        ? "file " + file
        : "catalog " + origin.catalog() + "\t" + origin.observer();
  }

  /** A magnitude in thousandths; a flux or a rate with six digits. */
  static String value(Brightness brightness) {
    double number = brightness.number();
    return brightness.quantity() == Quantity.MAGNITUDE
        ? Long.toString(Math.round(number * MAGNITUDES_PER_ONE))
        : rounded(number).stripTrailingZeros().toString();
  }

  /** Equal for two values or limits of one quantity when {@link #value} is. */
  static long valueKey(Quantity quantity, double number) {
    return quantity == Quantity.MAGNITUDE
        ? Math.round(number * MAGNITUDES_PER_ONE)
        : Double.doubleToLongBits(rounded(number).doubleValue());
  }

  private static BigDecimal rounded(double number) {
    return new BigDecimal(number).round(SIX_DIGITS);
  }
}

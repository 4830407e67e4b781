package org.novacat.jobs.fits;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novacat.fits.SeriesSummary;
import org.novacat.jobs.report.AccountJson;
import org.novacat.jobs.report.Json;
import org.novacat.jobs.report.TrustJson;
import org.novacat.layouts.account.Fate;
import org.novacat.layouts.account.Piece;
import org.novacat.layouts.spectrum.ObservationTime;
import org.novacat.layouts.spectrum.ReadResult;
import org.novacat.layouts.spectrum.Refusal;
import org.novacat.layouts.spectrum.SourceSpectrum;
import org.novacat.layouts.spectrum.SpectralAxis;
import org.novacat.layouts.spectrum.Uncertainty;

/**
 * What was read of a file, one JSON object for each spectrum or order, or one for the refusal:
 * values in the file's own order and units, sums over finite values, null where a number is not
 * finite. Every object has the same keys.
 */
public final class SpectrumLines {
  private SpectrumLines() {}

  /** The objects of a file, named as the user named it. */
  public static List<ObjectNode> of(String file, ReadResult result) {
    return result.match(
        read ->
            Stream.concat(
                    read.spectra().stream().map(one -> read(file, read, one)),
                    read.refused().stream().map(one -> refused(file, read, one)))
                .toList(),
        rejected -> List.of(rejected(file, rejected)));
  }

  private static ObjectNode read(String file, ReadResult.Read read, SourceSpectrum spectrum) {
    ObjectNode line = Json.object();
    line.put("file", file).put("hdu", spectrum.hdu()).put("order", spectrum.order());
    line.put("outcome", "READ").putNull("reason").put("profile", read.profile());
    line.put("n", spectrum.length());
    line.set("wavelength", wavelength(spectrum.axis()));
    line.set("flux", flux(spectrum));
    line.set("uncertainty", uncertainty(spectrum.uncertainty()));
    line.set("time", time(read.observation().time()));
    line.set("confidence", TrustJson.of(read.trust()));
    line.putNull("detail").putNull("message");
    ArrayNode notes = line.putArray("notes");
    read.notes().forEach(notes::add);
    AccountJson.put(line.putArray("unaccounted"), unaccounted(read));
    return line;
  }

  private static List<Piece> unaccounted(ReadResult.Read read) {
    return read.account().stream().filter(piece -> piece.fate() == Fate.UNACCOUNTED).toList();
  }

  /** An order that is left out of a file with good ones. */
  private static ObjectNode refused(
      String file, ReadResult.Read read, ReadResult.RefusedOrder refused) {
    ObjectNode line = rejected(file, refused.refusal(), read.profile());
    line.put("hdu", refused.hdu()).put("order", refused.order()).put("n", refused.samples());
    return line;
  }

  private static ObjectNode rejected(String file, ReadResult.Rejected rejected) {
    return rejected(file, rejected.refusal(), rejected.profile());
  }

  private static ObjectNode rejected(String file, Refusal refusal, String profile) {
    ObjectNode line = Json.object();
    line.put("file", file).putNull("hdu").putNull("order");
    line.put("outcome", "REJECTED").put("reason", refusal.reason().name());
    line.put("profile", profile.isEmpty() ? null : profile);
    line.putNull("n").putNull("wavelength").putNull("flux").putNull("uncertainty").putNull("time");
    line.putNull("confidence");
    line.put("detail", refusal.detail()).put("message", refusal.message());
    line.putArray("notes");
    line.putArray("unaccounted");
    return line;
  }

  private static ObjectNode wavelength(SpectralAxis axis) {
    return summary(Json.object(), axis.values())
        .put("unit", axis.unit())
        .put("unitAssumed", axis.unitAssumed())
        .put("medium", axis.medium().name())
        .put("mediumSource", axis.mediumSource().name())
        .put("axisSource", axis.source());
  }

  private static ObjectNode flux(SourceSpectrum spectrum) {
    return summary(Json.object(), spectrum.flux().values())
        .put("unit", spectrum.flux().unit())
        .put("calibration", spectrum.flux().calibration().name());
  }

  private static @Nullable ObjectNode uncertainty(@Nullable Uncertainty uncertainty) {
    if (uncertainty == null) {
      return null;
    }
    ObjectNode node = Json.object().put("kind", uncertainty.kind().name());
    node.put("n", uncertainty.values().length);
    return summary(node, uncertainty.values()).put("unit", uncertainty.unit());
  }

  private static @Nullable ObjectNode time(@Nullable ObservationTime time) {
    if (time == null) {
      return null;
    }
    ObjectNode node = Json.object().put("mjd", time.mjd());
    node.put("scale", time.scale().name()).put("source", time.source());
    Json.putNumber(node, "precisionDays", time.precisionDays());
    return Json.putNumber(node, "spanDays", time.spanDays());
  }

  private static ObjectNode summary(ObjectNode node, double[] values) {
    SeriesSummary summary = SeriesSummary.of(values);
    Json.putNumber(node, "first", summary.first());
    Json.putNumber(node, "last", summary.last());
    Json.putNumber(node, "min", summary.min());
    Json.putNumber(node, "max", summary.max());
    return Json.putNumber(node, "sum", summary.sum());
  }
}

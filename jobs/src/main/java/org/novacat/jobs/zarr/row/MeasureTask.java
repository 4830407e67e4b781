package org.novacat.jobs.zarr.row;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.novacat.fits.file.FitsFile;
import org.novacat.fits.file.ReadLimits;
import org.novacat.fits.file.RefusedException;
import org.novacat.fits.projection.HeaderProjection;
import org.novacat.jobs.reading.SpectrumFileReader;
import org.novacat.jobs.report.Json;
import org.novacat.jobs.spark.Bin;
import org.novacat.jobs.spark.Waves;
import org.novacat.persistence.bucket.ArchiveLocation;
import org.novacat.persistence.store.Archive;
import org.novacat.persistence.store.Pointer;
import org.novacat.persistence.store.UnusableObject;

/**
 * Finds out what there is of some spectra: how many rows of how many samples, how large their
 * numbers are, and what is known of them. One that cannot be read is named and left out.
 *
 * @param archive where the objects lie
 * @param grid of the store
 * @param mostSamples of a row
 */
public record MeasureTask(ArchiveLocation archive, Grid grid, int mostSamples)
    implements Waves.Work<Bin<PlannedSpectrum>, MeasureTask.Result> {
  /** The longest object that is taken into memory. */
  static final long MOST_BYTES = 1L << 30;

  /** What a task sends back, one a spectrum. */
  public record Result(List<Measured> spectra) implements Serializable {}

  @Override
  public Result call(Bin<PlannedSpectrum> bin) {
    try (Archive objects = archive.open()) {
      return new Result(bin.pieces().stream().map(one -> measured(objects, one)).toList());
    }
  }

  private Measured measured(Archive objects, PlannedSpectrum spectrum) {
    try {
      return found(objects, spectrum);
    } catch (UnusableObject e) {
      return left(spectrum, LeftOut.OBJECT_LOST, e);
    } catch (IllegalArgumentException | RefusedException e) {
      return left(spectrum, LeftOut.UNREADABLE, e);
    }
  }

  private static Measured left(PlannedSpectrum spectrum, LeftOut code, RuntimeException why) {
    return new Measured.Left(spectrum.index(), code, String.valueOf(why.getMessage()));
  }

  private Measured found(Archive objects, PlannedSpectrum spectrum) {
    List<OrderSamples> orders = OrderSamples.read(bytes(objects, spectrum.parquet()));
    for (OrderSamples order : orders) {
      if (order.flux().length > mostSamples) {
        return new Measured.Left(
            spectrum.index(),
            LeftOut.TOO_LONG,
            "it has %s samples, more than %s (raise --max-samples, or export it by itself)"
                .formatted(order.flux().length, mostSamples));
      }
    }
    if (!orders.stream().allMatch(OrderSamples::increases)) {
      return new Measured.Left(
          spectrum.index(), LeftOut.NOT_INCREASING, LeftOut.NOT_INCREASING.words());
    }
    SortedMap<String, String> header = header(bytes(objects, spectrum.raw()));
    SortedMap<String, String> facts = facts(Json.parse(bytes(objects, spectrum.metadata())));
    return new Measured.Found(
        spectrum.index(), orders.stream().map(this::facts).toList(), facts, header);
  }

  static byte[] bytes(Archive objects, Pointer pointer) {
    return objects.read(pointer, MOST_BYTES).get();
  }

  private RowFacts facts(OrderSamples order) {
    List<@Nullable Extent> extents = new ArrayList<>();
    for (Variant variant : Variant.ALL) {
      extents.add(order.on(grid, variant).filter(GridRow::isUsable).map(Extent::of).orElse(null));
    }
    return new RowFacts(
        order.order(),
        order.flux().length,
        order.bad(),
        Variant.ALL.stream().map(order::has).toList(),
        extents);
  }

  /** A file that was read once can be read again; a text has no header. */
  private static SortedMap<String, String> header(byte[] raw) {
    byte[] plain = FitsFile.inflated(raw, ReadLimits.DEFAULT);
    if (!SpectrumFileReader.isFits(plain)) {
      return new TreeMap<>();
    }
    return HeaderProjection.of(FitsFile.open(plain, ReadLimits.DEFAULT));
  }

  private static SortedMap<String, String> facts(ObjectNode document) {
    SortedMap<String, String> facts = new TreeMap<>();
    put(facts, "object", document.at("/observation/object"));
    put(facts, "observer", document.at("/observation/observer"));
    put(facts, "time_scale", document.at("/observation/time/scale"));
    put(facts, "medium", document.at("/wavelength/medium"));
    put(facts, "medium_source", document.at("/wavelength/medium_source"));
    put(facts, "ra_deg", document.at("/observation/icrs_ra_deg"));
    put(facts, "dec_deg", document.at("/observation/icrs_dec_deg"));
    put(facts, "source_file", document.at("/source/file_name"));
    return facts;
  }

  private static void put(SortedMap<String, String> facts, String name, JsonNode value) {
    if (value.isTextual() || value.isNumber()) {
      facts.put(name, value.asText());
    }
  }
}

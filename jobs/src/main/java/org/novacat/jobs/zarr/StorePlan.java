package org.novacat.jobs.zarr;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.job.Note;
import org.novacat.jobs.zarr.Columns.Column;
import org.novacat.jobs.zarr.row.Extent;
import org.novacat.jobs.zarr.row.Grid;
import org.novacat.jobs.zarr.row.LeftOut;
import org.novacat.jobs.zarr.row.Measured;
import org.novacat.jobs.zarr.row.PlannedSpectrum;
import org.novacat.jobs.zarr.row.RowFacts;
import org.novacat.jobs.zarr.row.Shape;
import org.novacat.jobs.zarr.row.Variant;

/**
 * What a store will be, from what was found out of all of its spectra: nothing of it is written
 * before. Rows are asked for again and again, in their order; memory does not hold them.
 */
final class StorePlan {
  private static final String SEVERAL = "as metadata/flux_unit says of each spectrum";

  private static final String UNSTATED = "not stated";

  private final List<PlannedSpectrum> spectra;
  private final MeasuredSpool spool;
  private final Variant variant;
  private final Map<String, Integer> widths = new TreeMap<>();
  private final TreeMap<String, Long> fluxUnits = new TreeMap<>();
  private final TreeMap<String, Long> media = new TreeMap<>();
  private final SortedSet<String> header = new TreeSet<>();
  private List<Column> columns = List.of();
  private Extent extent = Extent.NONE;
  private long rows;
  private int longest;

  private StorePlan(List<PlannedSpectrum> spectra, MeasuredSpool spool, Variant variant) {
    this.spectra = spectra;
    this.spool = spool;
    this.variant = variant;
  }

  /** Chooses what was left to us, and adds up. */
  static StorePlan of(List<PlannedSpectrum> spectra, MeasuredSpool spool, ExportOptions options) {
    StorePlan plan = new StorePlan(spectra, spool, variant(spectra, spool, options));
    plan.addUp();
    return plan;
  }

  /** What all have is taken; what only some have, only when it is asked for. */
  private static Variant variant(
      List<PlannedSpectrum> spectra, MeasuredSpool spool, ExportOptions options) {
    boolean calibrated = true;
    boolean vacuum = true;
    for (PlannedSpectrum spectrum : spectra) {
      if (spool.has(spectrum.index())) {
        for (RowFacts row : spool.read(spectrum.index()).rows()) {
          calibrated &= row.has(new Variant(true, false));
          vacuum &= row.has(new Variant(false, true));
        }
      }
    }
    return new Variant(
        options.flux() == ExportOptions.Flux.CALIBRATED
            || (options.flux() == ExportOptions.Flux.AUTO && calibrated),
        options.axis() == ExportOptions.Axis.VACUUM
            || (options.axis() == ExportOptions.Axis.AUTO && vacuum));
  }

  private void addUp() {
    List<Column> always = Columns.of(new TreeSet<>(), variant);
    forEachRow(
        row -> {
          rows++;
          longest = Math.max(longest, row.facts().samples());
          extent = extent.and(row.facts().extent(variant));
          fluxUnits.merge(unit(row), 1L, Long::sum);
          media.merge(row.found().facts().getOrDefault("medium", "UNKNOWN"), 1L, Long::sum);
          always.forEach(column -> widen(column.path(), column.bytes(row)));
          row.found().header().forEach((name, value) -> widen(Columns.path(name), bytes(value)));
          header.addAll(row.found().header().keySet());
        });
    columns = Columns.of(header, variant);
  }

  private void widen(String path, int bytes) {
    widths.merge(path, bytes, Math::max);
  }

  private static int bytes(String value) {
    return value.getBytes(StandardCharsets.UTF_8).length;
  }

  private static String unit(StoreRow row) {
    String unit = row.spectrum().facts().summary().fluxUnit();
    return unit.isEmpty() ? UNSTATED : unit;
  }

  /** Rows that can be written, in the order of the store. */
  Iterator<StoreRow> iterator() {
    return new RowIterator();
  }

  /** The same, each given to {@code to}. */
  void forEachRow(Consumer<StoreRow> to) {
    iterator().forEachRemaining(to);
  }

  /** Reads one spectrum after the other. */
  private final class RowIterator implements Iterator<StoreRow> {
    private final Deque<StoreRow> next = new ArrayDeque<>();
    private int spectrum;
    private long number;

    @Override
    public boolean hasNext() {
      while (next.isEmpty() && spectrum < spectra.size()) {
        read(spectra.get(spectrum++));
      }
      return !next.isEmpty();
    }

    private void read(PlannedSpectrum from) {
      if (spool.has(from.index())) {
        Measured.Found found = spool.read(from.index());
        for (RowFacts facts : found.rows()) {
          if (facts.isUsable(variant)) {
            next.add(new StoreRow(number++, from, found, facts));
          }
        }
      }
    }

    @Override
    public StoreRow next() {
      if (!hasNext()) {
        throw new NoSuchElementException("no row is left");
      }
      return next.remove();
    }
  }

  /** Why a spectrum that was read has no row; null when it has one. */
  @Nullable LeftOut leftOut(PlannedSpectrum spectrum) {
    LeftOut first = null;
    for (RowFacts row : spool.read(spectrum.index()).rows()) {
      LeftOut why = leftOut(row);
      if (why == null) {
        return null;
      }
      first = first == null ? why : first;
    }
    return first == null ? LeftOut.NO_SAMPLES : first;
  }

  private @Nullable LeftOut leftOut(RowFacts row) {
    if (row.isUsable(variant)) {
      return null;
    }
    if (variant.calibrated() && !row.has(new Variant(true, false))) {
      return LeftOut.NOT_CALIBRATED;
    }
    return variant.vacuum() && !row.has(new Variant(false, true))
        ? LeftOut.MEDIUM_UNKNOWN
        : LeftOut.NO_SAMPLES;
  }

  /** Orders without a row of a spectrum that has rows, and why. */
  List<Note> ordersLeftOut(PlannedSpectrum spectrum) {
    List<Note> left = new ArrayList<>();
    for (RowFacts row : spool.read(spectrum.index()).rows()) {
      LeftOut why = leftOut(row);
      if (why != null) {
        left.add(
            new Note(
                "%s, order %s".formatted(spectrum.id(), row.order()), why.name(), why.words()));
      }
    }
    return left;
  }

  /** N_spec. */
  long rows() {
    return rows;
  }

  /** The columns of a value a spectrum. */
  List<Column> columns() {
    return columns;
  }

  /** Bytes of the longest value of a column of texts. */
  int width(Column column) {
    return widths.getOrDefault(column.path(), 1);
  }

  /** The large arrays. */
  Shape shape(ExportOptions options) {
    int samples = options.grid() instanceof Grid.Common common ? common.pixels().size() : longest;
    return new Shape(
        rows,
        samples,
        options.grid(),
        variant,
        fluxUnit(),
        medium(),
        !extent.fitsFloat(),
        options.degree());
  }

  private String fluxUnit() {
    if (variant.calibrated()) {
      return Variant.CALIBRATED_UNIT;
    }
    if (fluxUnits.size() > 1) {
      return SEVERAL;
    }
    return fluxUnits.isEmpty() ? UNSTATED : fluxUnits.firstKey();
  }

  private String medium() {
    if (variant.vacuum()) {
      return "vacuum";
    }
    return media.size() > 1
        ? "as metadata/medium says of each spectrum"
        : media.firstKey().toLowerCase(Locale.ROOT);
  }

  /** What users of the store have to know, a sentence each. */
  List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    if (!variant.calibrated() && fluxUnits.size() > 1) {
      remarks.add(
          "flux is in %s units: %s (metadata/flux_unit says which; --flux calibrated takes one unit)"
              .formatted(fluxUnits.size(), fluxUnits));
    }
    if (!variant.vacuum() && media.size() > 1) {
      remarks.add(
          "wavelengths are in %s media: %s (metadata/medium says which; --wavelength vacuum takes one)"
              .formatted(media.size(), media));
    }
    return remarks;
  }
}

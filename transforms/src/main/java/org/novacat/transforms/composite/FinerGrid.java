package org.novacat.transforms.composite;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.novacat.transforms.resample.InputPixels;
import org.novacat.transforms.resample.PixelGrid;

/**
 * The pixels on which spectra are joined: everywhere those of the finest that has some there. From
 * the finest on, each adds the edges of its pixels where no finer one has pixels. An edge less than
 * half a pixel from one that is there already is left out, so that the seam has pixels of half to
 * one and a half times the width; where pixels begin or end for good, it is kept. Between pixels of
 * nobody there is one over the gap, which {@link #isHeld} tells.
 */
final class FinerGrid {
  private static final double ROUNDING = 1e-9;

  /** Edges of the same pixel in two spectra are at most this part of it apart. */
  static final double SAME = 1e-6;

  private final List<InputPixels> all = new ArrayList<>();
  private final TreeSet<Double> edges = new TreeSet<>();
  private final TreeMap<Double, Own> own = new TreeMap<>();

  private FinerGrid() {}

  static FinerGrid of(List<Constituent> group) {
    FinerGrid grid = new FinerGrid();
    Comparator<Constituent> finest = comparing(Constituent::step);
    group.stream().sorted(finest.thenComparing(Constituent::id)).forEach(grid::add);
    return grid;
  }

  private void add(Constituent one) {
    InputPixels pixels = InputPixels.of(one.wavelength());
    List<Double> added = new ArrayList<>();
    for (int i = 0; i < pixels.size(); i++) {
      double low = pixels.low()[i];
      double high = pixels.high()[i];
      boolean begins = i == 0 || pixels.high()[i - 1] < low;
      boolean ends = i + 1 == pixels.size() || high < pixels.low()[i + 1];
      if (isFree(low, (high - low) * (begins ? ROUNDING : 0.5))) {
        added.add(low);
      }
      if (ends && isFree(high, (high - low) * ROUNDING)) {
        added.add(high);
      }
      own.putIfAbsent(low, new Own(high, one.wavelength()[i]));
    }
    edges.addAll(added);
    all.add(pixels);
  }

  /** Whether no finer pixels lie there, and no edge of them is nearer than that. */
  private boolean isFree(double edge, double nearest) {
    Double below = edges.floor(edge);
    Double above = edges.ceiling(edge);
    return !isHeld(edge)
        && (below == null || edge - below >= nearest)
        && (above == null || above - edge >= nearest);
  }

  /** Whether one of the spectra has a pixel there. */
  boolean isHeld(double wavelength) {
    return all.stream().anyMatch(pixels -> pixels.covers(wavelength));
  }

  /** The pixels; one that a spectrum has itself keeps the wavelength it has there. */
  PixelGrid pixels() {
    double[] sorted = edges.stream().mapToDouble(Double::doubleValue).toArray();
    double[] centres = new double[sorted.length - 1];
    for (int j = 0; j < centres.length; j++) {
      centres[j] = centre(sorted[j], sorted[j + 1]);
    }
    return new PixelGrid(centres, sorted);
  }

  private double centre(double low, double high) {
    double same = (high - low) * SAME;
    Map.Entry<Double, Own> pixel = own.floorEntry(low + same);
    boolean whole =
        pixel != null
            && pixel.getKey() >= low - same
            && Math.abs(pixel.getValue().high - high) <= same;
    double centre = whole ? pixel.getValue().centre : Double.NaN;
    return centre > low && centre < high ? centre : low + (high - low) / 2;
  }

  private record Own(double high, double centre) {}
}

package org.novacat.transforms.photometry.read.sidecar;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.photometry.EpochSystem;
import org.novacat.layouts.photometry.TimeReference;
import org.novacat.layouts.spectrum.TimeScale;
import org.novacat.transforms.photometry.read.column.DateNotation;
import org.novacat.transforms.photometry.read.column.FlagMeaning;
import org.novacat.transforms.photometry.read.column.Role;
import org.novacat.transforms.photometry.read.column.TimeOfDay;

/**
 * What somebody says about a file beside it, in {@code <filename>.sidecar.json}: it fills the gaps
 * of the file and overrides what the file says.
 *
 * @param texts the plain facts by key, see {@link SidecarKey}; none is ""
 * @param columns roles by the name of a column or its number from 1
 * @param bands names of bands by the text of the file
 * @param limitValues what the cells of flags mean
 * @param timeSystem how the file counts; null when the sidecar does not say
 * @param timeScale time scale; null when the sidecar does not say
 * @param timeReference place; null when the sidecar does not say
 * @param timeOffset what is to be added to a number to get a Julian Date (a Modified one for MJD)
 * @param t0Mjd the moment from which days count, Modified Julian Date
 * @param written how dates and times of day are written
 * @param zeroPoint magnitude of one unit of instrumental flux
 * @param zeroPointJy flux density of magnitude 0, Jy; 3631 for AB magnitudes
 */
public record Sidecar(
    Map<SidecarKey, String> texts,
    Map<String, Role> columns,
    Map<String, String> bands,
    Map<String, FlagMeaning> limitValues,
    @Nullable EpochSystem timeSystem,
    @Nullable TimeScale timeScale,
    @Nullable TimeReference timeReference,
    @Nullable Double timeOffset,
    @Nullable Double t0Mjd,
    Written written,
    @Nullable Double zeroPoint,
    @Nullable Double zeroPointJy) {
  /** Says nothing. */
  public static final Sidecar NONE =
      new Sidecar(
          Map.of(),
          Map.of(),
          Map.of(),
          Map.of(),
          null,
          null,
          null,
          null,
          null,
          Written.UNSTATED,
          null,
          null);

  /** What a file's name ends in when it is a sidecar. */
  public static final String SUFFIX = ".sidecar.json";

  /**
   * How dates and times of day are written.
   *
   * @param unit what the numbers of times count, days; null when the sidecar does not say
   * @param dates order of the figures, and the zone of the clocks
   * @param timeOfDay how the column of times of day is written; null when the sidecar does not say
   */
  public record Written(@Nullable Double unit, DateNotation dates, @Nullable TimeOfDay timeOfDay) {
    static final Written UNSTATED = new Written(null, DateNotation.UNSTATED, null);
  }

  public Sidecar {
    texts = Map.copyOf(texts);
    columns = Map.copyOf(columns);
    bands = Map.copyOf(bands);
    limitValues = Map.copyOf(limitValues);
  }

  /** A fact; "" when the sidecar does not say. */
  public String text(SidecarKey key) {
    return texts.getOrDefault(key, "");
  }

  /** The same for a table that has only some of the columns that it names. */
  public Sidecar onlyColumns(Predicate<String> has) {
    Map<String, Role> some = new LinkedHashMap<>(columns);
    some.keySet().removeIf(name -> !has.test(name));
    return new Sidecar(
        texts,
        some,
        bands,
        limitValues,
        timeSystem,
        timeScale,
        timeReference,
        timeOffset,
        t0Mjd,
        written,
        zeroPoint,
        zeroPointJy);
  }

  /** Whether it says anything at all. */
  public boolean isEmpty() {
    return equals(NONE);
  }
}

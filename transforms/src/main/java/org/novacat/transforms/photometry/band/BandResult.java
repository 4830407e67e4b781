package org.novacat.transforms.photometry.band;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.photometry.Band;
import org.novacat.layouts.photometry.ResolutionConfidence;
import org.novacat.layouts.photometry.ResolutionType;
import org.novacat.layouts.photometry.RowRejectionCode;
import org.novacat.layouts.photometry.SpectralCoordinate;

/** A band, or why there is none. */
public sealed interface BandResult {
  /** What {@code onResolved} or {@code onUnresolved} makes of it. */
  default <T extends @Nullable Object> T match(
      Function<Resolved, T> onResolved, Function<Unresolved, T> onUnresolved) {
    return this instanceof Resolved it
        ? onResolved.apply(it)
        : onUnresolved.apply((Unresolved) this);
  }

  /**
   * A band.
   *
   * @param band the entry of the registry, never an excluded one
   * @param type how it was found
   * @param confidence how sure that is
   * @param spectral the spectral coordinate of the source; null when it is that of the band
   * @param conflict what the file says against a sidecar, for the log; "" when nothing
   */
  record Resolved(
      Band band,
      ResolutionType type,
      ResolutionConfidence confidence,
      @Nullable SpectralCoordinate spectral,
      String conflict)
      implements BandResult {
    public Resolved {
      requireNonNull(band, "band is null");
      requireNonNull(type, "type is null");
      requireNonNull(confidence, "confidence is null");
    }
  }

  /**
   * No band.
   *
   * @param code the code of rejection
   * @param detail one sentence for people
   * @param candidates ids of bands that it could have been
   */
  record Unresolved(RowRejectionCode code, String detail, List<String> candidates)
      implements BandResult {
    public Unresolved {
      requireNonNull(code, "code is null");
      candidates = List.copyOf(candidates);
    }
  }
}

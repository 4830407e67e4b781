package org.novacat.transforms.composite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novacat.transforms.composite.LeftOut.Reason;

/** Tells apart which spectra may become part of any composite, whatever else there is. */
final class Admission {
  private final List<Constituent> admitted = new ArrayList<>();
  private final List<LeftOut> leftOut = new ArrayList<>();

  private Admission() {}

  static Admission of(List<Constituent> all) {
    Admission admission = new Admission();
    Map<String, String> known = new HashMap<>();
    for (Constituent one : all) {
      LeftOut refused = refused(one);
      String twin = refused == null ? known.putIfAbsent(one.sha256(), one.id()) : null;
      if (twin != null) {
        refused = out(one, Reason.DUPLICATE, "the file of %s has the same bytes".formatted(twin));
      }
      if (refused == null) {
        admission.admitted.add(one);
      } else {
        admission.leftOut.add(refused);
      }
    }
    return admission;
  }

  List<Constituent> admitted() {
    return List.copyOf(admitted);
  }

  List<LeftOut> leftOut() {
    return List.copyOf(leftOut);
  }

  private static @Nullable LeftOut refused(Constituent one) {
    Epoch epoch = one.epoch();
    if (epoch.mjd() == null) {
      return out(one, Reason.EPOCH_UNKNOWN, "its file gives no time");
    }
    if (!epoch.isSharp()) {
      return out(one, Reason.EPOCH_TOO_VAGUE, vague(epoch));
    }
    if (epoch.isLong()) {
      return out(one, Reason.MULTI_EPOCH, "its exposures span %s d".formatted(epoch.spanDays()));
    }
    if (one.orders() != 1) {
      return out(one, Reason.SEVERAL_ORDERS, "it has %s orders".formatted(one.orders()));
    }
    boolean good =
        one.wavelength().length >= 2 && Arrays.stream(one.flux()).anyMatch(Double::isFinite);
    return good
        ? null
        : out(
            one,
            Reason.NO_GOOD_SAMPLE,
            "it has %s samples, of which too few are good".formatted(one.wavelength().length));
  }

  private static String vague(Epoch epoch) {
    return epoch.precisionDays() == null
        ? "how well its time is known is not stated"
        : "its time is known to %s d".formatted(epoch.precisionDays());
  }

  private static LeftOut out(Constituent one, Reason reason, String detail) {
    return new LeftOut(one.id(), reason, detail);
  }
}

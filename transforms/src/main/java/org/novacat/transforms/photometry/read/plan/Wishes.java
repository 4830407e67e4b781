package org.novacat.transforms.photometry.read.plan;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.photometry.FileRefusal;
import org.novacat.layouts.photometry.FileRefusalCode;
import org.novacat.layouts.photometry.Quantity;
import org.novacat.transforms.photometry.read.column.MagnitudeSystems;
import org.novacat.transforms.photometry.read.column.Role;
import org.novacat.transforms.photometry.read.column.Roles;
import org.novacat.transforms.photometry.read.column.TimeFrame;
import org.novacat.transforms.photometry.read.table.Sample;
import org.novacat.transforms.photometry.text.Numbers;

/** What a sidecar could say that the file does not. */
final class Wishes {
  /** Days of 1900 to 2132. */
  private static final double LEAST_MJD = 15_000;

  private static final double MOST_MJD = 100_000;

  private final List<Understanding.Wish> list = new ArrayList<>();

  Wishes(
      Roles roles,
      TimeFrame frame,
      String object,
      boolean banded,
      List<ValuePlan> values,
      @Nullable FileRefusal quantity,
      Sample sample) {
    boolean others = quantity != null && quantity.code() == FileRefusalCode.UNSUPPORTED_QUANTITY;
    columns(roles, sample, others);
    if (!roles.has(Role.OBJECT) && object.isEmpty()) {
      wish("nova", "\"V339 Del\"", "nothing names the nova", true);
    }
    if (frame.lacksZero()) {
      wish("t0", "2456628.5", frame.reason() + ": the JD of day 0", true);
    } else if (!frame.isStated()) {
      time(roles, sample);
    }
    if (!banded) {
      wish("band", '"' + band(values) + '"', "nothing names the band", true);
    }
    values.forEach(value -> value(roles, value));
  }

  /** Such as the band of these values may be. */
  static String band(List<ValuePlan> values) {
    boolean counts = values.stream().anyMatch(value -> value.quantity() == Quantity.COUNT_RATE);
    return counts ? "0.3-10 keV" : "V";
  }

  /** As the size of the numbers lets them count; dates need no word. */
  private void time(Roles roles, Sample sample) {
    int epoch = roles.index(Role.EPOCH);
    String first = epoch < 0 ? null : sample.first(epoch, Numbers::isNumber);
    double number = first == null ? Double.NaN : Numbers.parse(first);
    if (epoch >= 0 && first == null) {
      return;
    }
    boolean modified = number > LEAST_MJD && number < MOST_MJD;
    wish(
        "time-system",
        modified ? "\"MJD_UTC\"" : "\"JD_UTC\"",
        "the header does not say how times count",
        false);
    if (number < LEAST_MJD) {
      wish("time-offset", "2450000", "what was taken from the Julian Dates", false);
    }
  }

  private void value(Roles roles, ValuePlan value) {
    boolean rows = roles.has(Role.UNIT) || roles.has(Role.ZERO_POINT);
    if (MagnitudeSystems.INSTRUMENTAL.equals(value.kind().system())) {
      wish("magnitude-system", "\"INSTRUMENTAL\"", "no standard magnitudes", true);
    } else if (roles.has(Role.ZERO_POINT) && !roles.has(Role.MAGNITUDE_SYSTEM)) {
      wish("magnitude-system", "\"AB\"", "the system of the zero points", value.unit().isEmpty());
    } else if (value.kind().needsZeroPoint() && !rows) {
      wish("zero-point", "20.44", "the AB magnitude of one unit of flux", true);
    } else if (value.unit().isEmpty() && !rows) {
      wish("unit", "\"uJy\"", "the unit of the flux is not known, if it is no count", true);
      wish("zero-point", "20.44", "of counts, the AB magnitude of one", false);
    }
  }

  private void columns(Roles roles, Sample sample, boolean others) {
    boolean valued = roles.has(Role.VALUE) || roles.has(Role.FLUX) || roles.has(Role.BAND_VALUE);
    boolean dated = roles.has(Role.EPOCH) || roles.has(Role.EPOCH_YEAR);
    if ((dated && valued) || sample.isEmpty()) {
      return;
    }
    Iterator<String> free = roles.free().iterator();
    List<String> missing = new ArrayList<>();
    if (!dated && free.hasNext()) {
      missing.add("\"%s\": \"epoch\"".formatted(free.next()));
    }
    if (!valued && !others && free.hasNext()) {
      missing.add("\"%s\": \"value\"".formatted(free.next()));
    }
    if (missing.isEmpty()) {
      return;
    }
    wish("columns", "{" + String.join(", ", missing) + "}", "which column is what", true);
  }

  private void wish(String key, String example, String reason, boolean needed) {
    list.add(new Understanding.Wish(key, example, reason, needed));
  }

  List<Understanding.Wish> list() {
    return list;
  }
}

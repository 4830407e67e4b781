package org.novacat.transforms.photometry.read.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.photometry.FileRefusal;
import org.novacat.layouts.photometry.FileRefusalCode;
import org.novacat.transforms.photometry.read.column.DayCount;
import org.novacat.transforms.photometry.read.column.MagnitudeSystems;
import org.novacat.transforms.photometry.read.column.Role;
import org.novacat.transforms.photometry.read.column.Roles;
import org.novacat.transforms.photometry.read.column.TimeFrame;
import org.novacat.transforms.photometry.read.table.Sample;
import org.novacat.transforms.text.Numbers;

/** What a sidecar could say that the file does not. */
final class Wishes {
  /** Julian Dates are beyond this and nothing else is. */
  private static final double LEAST_JD = 2_300_000;

  private static final Pattern MEMBER = Pattern.compile("\"([a-z0-9-]+)\": (\"[^\"]*\"|[0-9.]+)");

  private final List<Understanding.Wish> list = new ArrayList<>();

  Wishes(
      Roles roles,
      TimeFrame frame,
      String object,
      Understanding.@Nullable Wish band,
      List<ValuePlan> values,
      @Nullable FileRefusal quantity,
      Sample sample,
      Instant now) {
    boolean others = quantity != null && quantity.code() == FileRefusalCode.UNSUPPORTED_QUANTITY;
    columns(roles, sample, others);
    if (!roles.has(Role.OBJECT) && object.isEmpty()) {
      wish("nova", "\"V339 Del\"", "nothing names the nova", true);
    }
    if (frame.lacksZero()) {
      wish("t0", "2456628.5", frame.reason() + ": the JD of day 0", true);
    } else if (!frame.isStated()) {
      time(roles, sample, frame, now);
    }
    if (band != null) {
      list.add(band);
    }
    values.forEach(value -> value(roles, value, sample));
  }

  /** As the size of the numbers lets them count; dates need no word. */
  private void time(Roles roles, Sample sample, TimeFrame frame, Instant now) {
    int epoch = roles.index(Role.EPOCH);
    String first = epoch < 0 ? null : sample.first(epoch, Numbers::isNumber);
    double number = first == null ? Double.NaN : Numbers.parse(first);
    if (epoch >= 0 && first == null) {
      return;
    }
    if (number > LEAST_JD) {
      wish("time-system", "\"JD_UTC\"", "the header does not say how times count", false);
    } else if (epoch >= 0) {
      List<DayCount> counts = DayCount.of(number, roles.column(epoch), frame, now);
      counts.forEach(count -> count(count));
    }
  }

  private void count(DayCount count) {
    Matcher said = MEMBER.matcher(count.sidecar());
    while (said.find()) {
      wish(said.group(1), said.group(2), "if times are %s".formatted(count.count()), false);
    }
  }

  private void value(Roles roles, ValuePlan value, Sample sample) {
    boolean rows = roles.has(Role.UNIT) || roles.has(Role.ZERO_POINT);
    if (MagnitudeSystems.INSTRUMENTAL.equals(value.kind().system())) {
      wish("magnitude-system", "\"INSTRUMENTAL\"", "no standard magnitudes", true);
    } else if (roles.has(Role.ZERO_POINT) && !roles.has(Role.MAGNITUDE_SYSTEM)) {
      wish("magnitude-system", "\"AB\"", "the system of the zero points", value.unit().isEmpty());
    } else if (QuantityCheck.isNormalised(value, sample)) {
      wish("unit", "\"mJy\"", "once the fluxes are no more divided by their mean", true);
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
    Candidates candidates = new Candidates(roles, sample);
    List<String> missing = new ArrayList<>();
    missing.add(dated ? "" : candidates.epoch());
    missing.add(valued || others ? "" : candidates.value());
    missing.removeIf(String::isEmpty);
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

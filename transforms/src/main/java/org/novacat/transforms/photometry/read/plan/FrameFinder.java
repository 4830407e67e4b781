package org.novacat.transforms.photometry.read.plan;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.novacat.layouts.photometry.EpochSystem;
import org.novacat.layouts.photometry.TimeReference;
import org.novacat.layouts.spectrum.TimeScale;
import org.novacat.transforms.photometry.read.column.ColumnFacts;
import org.novacat.transforms.photometry.read.column.Role;
import org.novacat.transforms.photometry.read.column.Roles;
import org.novacat.transforms.photometry.read.column.TimeFrame;
import org.novacat.transforms.photometry.read.column.TimeFrames;
import org.novacat.transforms.photometry.read.column.UploadColumn;
import org.novacat.transforms.photometry.read.sidecar.Sidecar;
import org.novacat.transforms.photometry.read.table.RawTable;
import org.novacat.transforms.photometry.text.Numbers;

/** Finds out how the times of a table count: by a sidecar, the manual of the format, the file. */
final class FrameFinder {
  /** {@code ZTF photometry of V606 Vul (MJD)}. */
  private static final Pattern SYSTEM_IN_TEXT = Pattern.compile("\\b(B?MJD|[HB]JD|B[TK]JD|JD)\\b");

  private final RawTable table;
  private final Sidecar sidecar;
  private final Roles roles;
  private final List<String> notes;

  /**
   * @param notes takes what a sidecar says against the file
   */
  FrameFinder(RawTable table, Sidecar sidecar, Roles roles, List<String> notes) {
    this.table = table;
    this.sidecar = sidecar;
    this.roles = roles;
    this.notes = notes;
  }

  TimeFrame frame() {
    TimeFrame file = fileFrame();
    EpochSystem system = sidecar.timeSystem();
    TimeFrame frame = system == null ? file : TimeFrames.of(system, "the sidecar says " + system);
    if (system != null && file.isStated() && file.system() != system) {
      notes.add(
          "The sidecar says %s where the file says %s: %s"
              .formatted(system, file.system(), file.reason()));
    }
    if (sidecar.t0Mjd() != null && (frame.lacksZero() || !frame.isStated())) {
      frame =
          TimeFrames.of(EpochSystem.DAYS_SINCE, "")
              .from(sidecar.t0Mjd(), "days since the sidecar's t0");
    } else if (sidecar.timeOffset() != null && frame.isStated()) {
      double zero = TimeFrames.of(frame.system(), "").zero() + sidecar.timeOffset();
      frame = frame.from(zero, frame.reason() + " with its offset");
    } else if (system != null && system.name().startsWith("MJD")) {
      // An MJD that somebody vouches for may be of any year.
      frame = frame.from(0, frame.reason());
    }
    frame = TimeFrames.scaled(frame, sidecar.timeScale());
    TimeReference place = sidecar.timeReference();
    return place == null ? frame : frame.reference(place);
  }

  private TimeFrame fileFrame() {
    TimeFrame manual = table.conventions().frame();
    if (manual != null) {
      return manual;
    }
    int column = roles.has(Role.EPOCH) ? roles.index(Role.EPOCH) : roles.index(Role.EPOCH_START);
    if (column < 0) {
      return TimeFrame.UNSTATED;
    }
    TimeFrame frame = labelled(roles.column(column));
    String zero = table.facts().get(ColumnFacts.TIME_ZERO);
    if (!zero.isEmpty() && !Double.isNaN(Numbers.parse(zero))) {
      double jd = Numbers.parse(zero);
      EpochSystem system = jd == 2_400_000.5 ? EpochSystem.MJD : EpochSystem.JD;
      frame =
          TimeFrames.of(system, "counted from JD " + zero)
              .from(jd + TimeFrame.JD_ZERO, "counted from JD " + zero);
    }
    TimeScale scale = TimeFrames.statedScale(table.facts().get(ColumnFacts.TIME_SCALE));
    return placed(TimeFrames.scaled(frame, scale));
  }

  private TimeFrame placed(TimeFrame frame) {
    String place = table.facts().get(ColumnFacts.TIME_REFERENCE);
    return switch (place) {
      case "BARYCENTER", "SOLARSYSTEM", "BARY" -> frame.reference(TimeReference.BARY);
      case "HELIOCENTER", "HELIO" -> frame.reference(TimeReference.HELIO);
      case "GEOCENTER", "TOPOCENTER", "GEO" -> frame.reference(TimeReference.GEO);
      default -> frame;
    };
  }

  /** By header, unit, description, and last by a word in the title. */
  private TimeFrame labelled(UploadColumn column) {
    for (String label : List.of(column.label(), column.unit(), column.description())) {
      TimeFrame frame = label.isEmpty() ? null : TimeFrames.named(label);
      if (frame != null) {
        TimeScale scale = TimeFrames.statedScale(column.label());
        return TimeFrames.scaled(frame, scale);
      }
    }
    Matcher said = SYSTEM_IN_TEXT.matcher(table.facts().get(ColumnFacts.TEXT));
    TimeFrame frame = said.find() ? TimeFrames.named(said.group(1)) : null;
    TimeScale scale = TimeFrames.statedScale(column.unit());
    return frame == null
        ? scale == null ? TimeFrame.UNSTATED : TimeFrame.UNSTATED.scale(scale)
        : frame.because("the description of the file says " + said.group(1));
  }
}

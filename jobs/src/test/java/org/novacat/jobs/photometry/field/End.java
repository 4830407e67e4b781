package org.novacat.jobs.photometry.field;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How one measurement ended.
 *
 * @param row its line, or its number where rows are no lines
 * @param core all that a change beside it must leave alone, not how sure it is; the code of one
 *     that was rejected
 * @param quality the quality flag; 0 of one that was rejected
 */
record End(int row, String core, int quality) {
  private static final Pattern BRIGHTNESS =
      Pattern.compile("(limit|value)=(\\S+) err=(\\S+) lo=\\S+ hi=\\S+ sigma=\\S+");

  /** The end that a line of {@link FieldReading#lines()} tells. */
  static End of(String line) {
    String[] words = line.split(" ", 4);
    int row = Integer.parseInt(words[1]);
    if (!line.startsWith("row ")) {
      return new End(row, words[2], 0);
    }
    int quality = line.lastIndexOf(" quality=");
    int sure = line.indexOf(" timeBy=");
    int note = line.indexOf(' ', quality + 1);
    int core = line.indexOf(' ', line.indexOf(' ') + 1) + 1;
    return new End(
        row,
        line.substring(core, sure),
        Integer.parseInt(line.substring(quality + " quality=".length(), note)));
  }

  boolean isAccepted() {
    return core.startsWith("object=");
  }

  boolean isLimit() {
    return isAccepted() && brightness().group(1).equals("limit");
  }

  /** The value or the limit. */
  String number() {
    return brightness().group(2);
  }

  String error() {
    return brightness().group(3);
  }

  private Matcher brightness() {
    Matcher matcher = BRIGHTNESS.matcher(core);
    if (!matcher.find()) {
      throw new IllegalStateException(core);
    }
    return matcher;
  }

  /** The same elsewhere. */
  End at(int line) {
    return new End(line, core, quality);
  }

  /** Nova, band, time, unit and system, without what says who observed. */
  String meaning() {
    return frame().replaceFirst(" start=\\S+ end=\\S+", "").replaceFirst(" spectral=.*", "");
  }

  /** All but the brightness: nova, band, time, unit and system. */
  String frame() {
    return isAccepted() ? brightness().replaceFirst("") : core;
  }
}

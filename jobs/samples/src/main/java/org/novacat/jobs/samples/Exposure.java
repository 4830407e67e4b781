package org.novacat.jobs.samples;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * One observation of one nova.
 *
 * @param nova as the telescope was pointed
 * @param model what shone there
 * @param start UTC, whole seconds
 * @param number of the file in its archive, from 1; it goes into names, so that none is twice
 */
record Exposure(SampleNova nova, NovaModel model, Instant start, Duration length, int number) {
  private static final double SECONDS_A_DAY = 86_400;

  /** MJD of 1970-01-01T00:00:00Z. */
  private static final double MJD_OF_EPOCH = 40_587;

  /** Days from maximum to the start. */
  double day() {
    return Duration.between(model.maximum(), start).toSeconds() / SECONDS_A_DAY;
  }

  double startMjd() {
    return mjd(start);
  }

  double middleMjd() {
    return mjd(start.plus(length.dividedBy(2)));
  }

  double endMjd() {
    return mjd(start.plus(length));
  }

  long seconds() {
    return length.toSeconds();
  }

  /** {@code 2021-04-12T20:45:10}, as DATE-OBS has it. */
  String startText() {
    return start.toString().replace("Z", "");
  }

  /** {@code 20210412}. */
  String dateText() {
    return LocalDate.ofInstant(start, ZoneOffset.UTC).format(DateTimeFormatter.BASIC_ISO_DATE);
  }

  /** The start as three digits of the day's fraction, as amateurs name their files. */
  String dayFraction() {
    double mjd = startMjd();
    return String.format(Locale.ROOT, "%03d", (int) ((mjd - Math.floor(mjd)) * 1000));
  }

  Exposure of(SampleNova other) {
    return new Exposure(other, model, start, length, number);
  }

  private static double mjd(Instant time) {
    return time.getEpochSecond() / SECONDS_A_DAY + MJD_OF_EPOCH;
  }
}

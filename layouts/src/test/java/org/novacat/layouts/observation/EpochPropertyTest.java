package org.novacat.layouts.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.temporal.JulianFields;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.DoubleFunction;
import org.junit.jupiter.api.Test;
import org.novacat.layouts.spectrum.ObservationTime;

/** Exposures at random times, described by random cards that are true, and by one that is not. */
class EpochPropertyTest {
  private static final int EXPOSURES = 3000;
  private static final long SEED = 20261128;
  private static final double SECOND = 1 / 86_400.0;

  private static final List<String> START_DAYS =
      List.of("MJD-BEG", "MJD-OBS", "MJD_OBS", "EXPSTART");
  private static final List<String> START_JULIAN = List.of("JD-OBS", "JD_START", "JD-BEG");
  private static final List<String> START_DATES = List.of("DATE-OBS", "DATE-BEG", "DATE_OBS");
  private static final List<String> MIDDLE_DAYS = List.of("MJD-AVG", "MJD-MID", "TMID");
  private static final List<String> MIDDLE_DATES = List.of("DATE-AVG", "DATE-MID");
  private static final List<String> END_DAYS = List.of("MJD-END", "EXPEND");
  private static final List<String> END_DATES = List.of("DATE-END");

  /** An exposure of that many seconds, and the cards that describe it. */
  private static final class Exposed {
    private final Random random;
    private final double start;
    private final int seconds;
    private final StatedKeys keys = new StatedKeys();

    Exposed(Random random) {
      this.random = random;
      // Not so near to midnight that a rounded time of day would be midnight.
      this.start =
          Math.floor(45_000 + random.nextInt(16_000)) + (60 + random.nextInt(86_000)) * SECOND;
      this.seconds = 30 + random.nextInt(3600);
      keys.put("EXPTIME", Integer.toString(seconds), "");
    }

    double middle() {
      return start + seconds * SECOND / 2;
    }

    void describe() {
      state(START_DAYS, start, Exposed::days);
      state(START_JULIAN, start, Exposed::julian);
      state(START_DATES, start, Exposed::date);
      state(MIDDLE_DAYS, middle(), Exposed::days);
      state(MIDDLE_DATES, middle(), Exposed::date);
      state(END_DAYS, start + seconds * SECOND, Exposed::days);
      state(END_DATES, start + seconds * SECOND, Exposed::date);
      keys.put("DATE-OBS", date(start), "");
    }

    private void state(List<String> keywords, double mjd, DoubleFunction<String> written) {
      if (random.nextInt(3) == 0) {
        keys.put(keywords.get(random.nextInt(keywords.size())), written.apply(mjd), "");
      }
    }

    static String days(double mjd) {
      return String.format(Locale.ROOT, "%.6f", mjd);
    }

    static String julian(double mjd) {
      return String.format(Locale.ROOT, "%.6f", mjd + 2_400_000.5);
    }

    static String date(double mjd) {
      long seconds = Math.round((mjd - Math.floor(mjd)) * 86_400);
      LocalDate day =
          LocalDate.EPOCH.with(JulianFields.MODIFIED_JULIAN_DAY, (long) Math.floor(mjd));
      return String.format(
          Locale.ROOT,
          "%sT%02d:%02d:%02d",
          day.plusDays(seconds / 86_400),
          seconds / 3600 % 24,
          seconds / 60 % 60,
          seconds % 60);
    }
  }

  @Test
  void trueCardsInAnyNumber_giveTheMiddle() {
    Random random = new Random(SEED);
    for (int i = 0; i < EXPOSURES; i++) {
      Exposed exposed = new Exposed(random);
      exposed.describe();

      Epoch epoch = Epoch.of(exposed.keys);

      ObservationTime time = epoch.time();
      assertThat(time).as("%s %s", exposed.keys, epoch.notes()).isNotNull();
      assertThat(time.mjd())
          .as("%s", exposed.keys)
          .isCloseTo(exposed.middle(), within(time.precisionDays() + 2 * SECOND));
    }
  }

  @Test
  void oneCardOfAnotherDay_givesNoTimeAndIsNamed() {
    Random random = new Random(SEED + 1);
    List<List<String>> all =
        List.of(START_DAYS, START_JULIAN, START_DATES, MIDDLE_DAYS, MIDDLE_DATES);
    for (int i = 0; i < EXPOSURES; i++) {
      Exposed exposed = new Exposed(random);
      exposed.describe();
      List<String> kind = all.get(random.nextInt(all.size()));
      String keyword = kind.get(random.nextInt(kind.size()));
      double elsewhere =
          exposed.start + (random.nextBoolean() ? 1 : -1) * (1.5 + random.nextInt(900));
      exposed.keys.put(
          keyword.equals("DATE-OBS") ? "DATE_OBS" : keyword, written(keyword, elsewhere), "");

      Epoch epoch = Epoch.of(exposed.keys);

      assertThat(epoch.time()).as("%s", exposed.keys).isNull();
      assertThat(epoch.notes())
          .anySatisfy(
              note ->
                  assertThat(note)
                      .contains("contradict", keyword.equals("DATE-OBS") ? "DATE_OBS" : keyword));
    }
  }

  private static String written(String keyword, double mjd) {
    return keyword.startsWith("DATE")
        ? Exposed.date(mjd)
        : START_JULIAN.contains(keyword) ? Exposed.julian(mjd) : Exposed.days(mjd);
  }
}

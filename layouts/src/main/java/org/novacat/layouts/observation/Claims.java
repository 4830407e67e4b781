package org.novacat.layouts.observation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.novacat.layouts.observation.TimeCard.Count;
import org.novacat.layouts.spectrum.TimeScale;
import org.novacat.layouts.text.Memo;
import org.novacat.layouts.time.CalendarText;
import org.novacat.layouts.time.ClockText;
import org.novacat.layouts.time.Moment;

/**
 * All that the cards of a file say of when it was taken.
 *
 * @param all instants and days, in the order in which cards are believed
 * @param heliocentric dates of the Sun's or the barycentre's clock, for want of others
 * @param notes cards that could not be used, one sentence each
 */
record Claims(List<Claim> all, List<Claim> heliocentric, List<String> notes) {
  /**
   * Names no scale, or is no clock of an observatory's observations: 1970 is where computers begin.
   */
  private static final double UNIX_EPOCH = 40_587;

  private static final Pattern LOCAL = Pattern.compile("\\b(?:local|sidereal|lst|lmst)\\b");
  private static final Pattern UNIVERSAL = Pattern.compile("\\b(?:ut|utc|ut1|gmt|universal)\\b");

  /** Whether a comment speaks of local time; all files of a telescope have the same comments. */
  private static final Memo<Boolean> IS_LOCAL =
      new Memo<>(
          comment -> {
            String small = comment.toLowerCase(Locale.ROOT);
            return LOCAL.matcher(small).find() && !UNIVERSAL.matcher(small).find();
          });

  private static final Set<String> NOTHING =
      Set.of(
          "", "-", "--", "?", "n/a", "na", "none", "null", "nan", "unknown", "undefined", "indef");

  Claims {
    all = List.copyOf(all);
    heliocentric = List.copyOf(heliocentric);
    notes = List.copyOf(notes);
  }

  static Claims of(CardSource cards) {
    return new Reader(cards).read();
  }

  /** Whether a text stands for no value. */
  static boolean saysNothing(String text) {
    return NOTHING.contains(text.strip().toLowerCase(Locale.ROOT));
  }

  private static final class Reader {
    private final CardSource cards;
    private final TimeScale scale;
    private final CardNumber numbers;
    private final List<Claim> all = new ArrayList<>();
    private final List<Claim> heliocentric = new ArrayList<>();
    private final List<Clocks.Reading> clocks = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    Reader(CardSource cards) {
      this.cards = cards;
      this.scale = TimeScale.named(cards.text("TIMESYS"));
      this.numbers = new CardNumber(cards);
    }

    Claims read() {
      for (TimeCard card : TimeCard.ALL) {
        for (StatedCard stated : cards.all(card.keyword())) {
          read(card, stated);
        }
      }
      all.addAll(Clocks.onDays(clocks, Midnights.settled(all)));
      return new Claims(Midnights.settled(all), heliocentric, notes);
    }

    private void read(TimeCard card, StatedCard stated) {
      String text = stated.value().strip();
      if (saysNothing(text)) {
        return;
      }
      if (!stated.comment().isEmpty() && Boolean.TRUE.equals(IS_LOCAL.of(stated.comment()))) {
        notes.add("%s is local time by its comment and not used.".formatted(stated));
        return;
      }
      Optional<Moment> moment = CalendarText.parse(text);
      if (moment.isPresent()) {
        calendar(card, stated, moment.get());
      } else if (!clock(card, stated)
          && !number(card, stated)
          && card.count() != Count.HELIOCENTRIC) {
        notes.add("%s is no time that can be read and is not used.".formatted(stated));
      }
    }

    private void calendar(TimeCard card, StatedCard stated, Moment moment) {
      TimeScale in = moment.suffix().isEmpty() ? scale(card) : TimeScale.named(moment.suffix());
      boolean day = !moment.clock() || moment.midnight();
      add(card, stated, moment.mjd(), day ? 1 : moment.precisionDays(), day, in);
    }

    private boolean clock(TimeCard card, StatedCard stated) {
      ClockText.Clock clock = ClockText.parse(stated.value()).orElse(null);
      clock = clock == null && card.count() == Count.CLOCK ? CardNumber.clock(stated) : clock;
      if (clock != null) {
        clocks.add(new Clocks.Reading(stated, card.role().of(stated), clock, scale(card)));
      }
      return clock != null;
    }

    /** Whether the card has a number that can be used, or one that stands for none. */
    private boolean number(TimeCard card, StatedCard stated) {
      CardNumber.Days days = numbers.days(card, stated);
      if (days == null) {
        return CardNumber.isZero(stated.value());
      }
      if (!days.note().isEmpty()) {
        notes.add(days.note());
      }
      boolean midnight = days.mjd() == Math.rint(days.mjd()) && card.count() != Count.TAI;
      boolean day = midnight || days.precision() >= 1;
      add(
          card,
          stated,
          days.mjd(),
          day ? Math.max(1, days.precision()) : days.precision(),
          day,
          scale(card));
      return true;
    }

    private void add(
        TimeCard card, StatedCard stated, double mjd, double precision, boolean day, TimeScale in) {
      if (mjd == UNIX_EPOCH) {
        notes.add("%s is where clocks of computers begin and is not used.".formatted(stated));
        return;
      }
      Claim claim =
          new Claim(
              stated.keyword(), stated.value(), card.role().of(stated), mjd, precision, day, in);
      (card.count() == Count.HELIOCENTRIC ? heliocentric : all).add(claim);
    }

    private TimeScale scale(TimeCard card) {
      if (card.count() == Count.TAI) {
        return TimeScale.TAI;
      }
      return card.keyword().startsWith("UT") || card.keyword().endsWith("UTC")
          ? TimeScale.UTC
          : card.keyword().endsWith("TDB") ? TimeScale.TDB : scale;
    }
  }
}

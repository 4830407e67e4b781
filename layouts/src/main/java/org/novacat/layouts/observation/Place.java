package org.novacat.layouts.observation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.position.SkyFrame;
import org.novacat.layouts.position.SkyPosition;

/**
 * Where the target is, as the file states it. Positions of the target are preferred to those of the
 * telescope (SDSS: PLUG_RA and RA); cards of one kind must agree.
 *
 * @param raDeg right ascension (of galactic coordinates the longitude), degrees; null when nothing
 *     usable states it
 * @param decDeg declination (the latitude), degrees; null likewise
 * @param frame the frame
 * @param notes what was settled or left open, one sentence each
 */
public record Place(
    @Nullable Double raDeg, @Nullable Double decDeg, SkyFrame frame, List<String> notes) {
  /** Further apart than this two cards mean two places: pointings differ by minutes of arc. */
  private static final double SAME_PLACE_ARCSEC = 3600;

  private static final List<Pair> TARGET =
      List.of(new Pair("RA_TARG", "DEC_TARG"), new Pair("TARG_RA", "TARG_DEC"));
  private static final List<Pair> POINTING =
      List.of(
          new Pair("RA", "DEC"),
          new Pair("OBJCTRA", "OBJCTDEC"),
          new Pair("RA_OBJ", "DEC_OBJ"),
          new Pair("OBJRA", "OBJDEC"),
          new Pair("RA-D", "DEC-D"),
          new Pair("RADEG", "DECDEG"),
          new Pair("RA_DEG", "DEC_DEG"));
  private static final List<Pair> GALACTIC =
      List.of(
          new Pair("GLON", "GLAT"),
          new Pair("GAL_LON", "GAL_LAT"),
          new Pair("GAL_LONG", "GAL_LAT"),
          new Pair("GALLON", "GALLAT"),
          new Pair("LII", "BII"));

  private static final double HOURS = 15;

  /** Where a telescope of many fibres points is degrees from most of its targets. */
  private static final Pattern BORESIGHT = Pattern.compile("\\bboresight\\b|\\bplate\\b");

  public Place {
    notes = List.copyOf(notes);
  }

  /** The cards of a position. */
  private record Pair(String ra, String dec) {}

  /** A position that two cards state, and the words of the first. */
  private record Stated(StatedCard card, double ra, double dec) {
    /** The same with the right ascension counted in hours; null where that is none. */
    @Nullable Stated inHours() {
      boolean number = !Double.isNaN(Angles.number(card.value()));
      return number && ra < 24 ? new Stated(card, ra * HOURS, dec) : null;
    }

    boolean isAt(Stated other) {
      SkyPosition here = new SkyPosition(ra, dec);
      return here.separationArcsec(new SkyPosition(other.ra, other.dec)) <= SAME_PLACE_ARCSEC;
    }
  }

  /**
   * What these cards say.
   *
   * @param mjd when it was observed, to tell the epoch of the observation from an equinox; NaN when
   *     not known
   */
  public static Place of(CardSource cards, double mjd) {
    List<String> notes = new ArrayList<>();
    List<Stated> plug = stated(cards, List.of(new Pair("PLUG_RA", "PLUG_DEC")), notes);
    if (!plug.isEmpty()) {
      return at(plug.get(0), SkyFrame.J2000, notes);
    }
    List<Stated> target = stated(cards, TARGET, notes);
    List<Stated> found = target.isEmpty() ? pointing(cards, notes) : target;
    if (found.isEmpty()) {
      return galactic(cards, notes);
    }
    SkyFrame frame = Frames.of(cards, mjd, notes);
    Stated agreed = agreed(found, notes);
    return agreed == null ? new Place(null, null, frame, notes) : at(agreed, frame, notes);
  }

  private static List<Stated> pointing(CardSource cards, List<String> notes) {
    for (StatedCard ra : cards.all("RA")) {
      if (ra.remarks(BORESIGHT)) {
        notes.add("%s is where the telescope points by its comment and not used.".formatted(ra));
        return List.of();
      }
    }
    return withImage(cards, stated(cards, POINTING, notes));
  }

  private static Place at(Stated stated, SkyFrame frame, List<String> notes) {
    return new Place(stated.ra(), stated.dec(), frame, notes);
  }

  private static Place galactic(CardSource cards, List<String> notes) {
    List<Stated> found = stated(cards, GALACTIC, notes);
    return found.isEmpty()
        ? new Place(null, null, SkyFrame.UNSTATED, notes)
        : at(found.get(0), SkyFrame.of("GALACTIC", ""), notes);
  }

  private static List<Stated> stated(CardSource cards, List<Pair> pairs, List<String> notes) {
    List<Stated> stated = new ArrayList<>();
    for (Pair pair : pairs) {
      List<StatedCard> decs = cards.all(pair.dec());
      for (StatedCard ra : decs.isEmpty() ? List.<StatedCard>of() : cards.all(pair.ra())) {
        double east = Angles.rightAscension(ra);
        double north = Angles.declination(decs.get(0));
        if (SkyPosition.valid(east, north) && (east != 0 || north != 0)) {
          stated.add(new Stated(ra, east, north));
        } else if (!Claims.saysNothing(ra.value()) && !CardNumber.isZero(ra.value())) {
          notes.add("%s and %s are no position and not used.".formatted(ra, decs.get(0)));
        }
      }
    }
    return stated;
  }

  /** What celestial axes of an image say, last. */
  private static List<Stated> withImage(CardSource cards, List<Stated> stated) {
    double ra = Double.NaN;
    double dec = Double.NaN;
    for (int axis = 1; axis <= 3; axis++) {
      String type = cards.text("CTYPE" + axis);
      double value = Angles.number(cards.text("CRVAL" + axis));
      ra = type.startsWith("RA---") ? value : ra;
      dec = type.startsWith("DEC--") ? value : dec;
    }
    return SkyPosition.valid(ra, dec)
        ? Stream.concat(
                stated.stream(),
                Stream.of(
                    new Stated(new StatedCard("CRVAL of RA---", Double.toString(ra), ""), ra, dec)))
            .toList()
        : stated;
  }

  /** The first, where all agree with it, counted in hours where only that agrees; else null. */
  private static @Nullable Stated agreed(List<Stated> all, List<String> notes) {
    Stated first = all.get(0);
    if (all.stream().allMatch(first::isAt)) {
      return first;
    }
    for (Stated one : all) {
      Stated hours = one.inHours();
      if (hours != null && all.stream().allMatch(other -> other.equals(one) || hours.isAt(other))) {
        notes.add("%s counts hours, as the other cards of the position say.".formatted(one.card()));
        return hours;
      }
    }
    Stated other = all.stream().filter(one -> !one.isAt(first)).findFirst().orElseThrow();
    notes.add(
        "%s and %s mean different places; the position is taken as unknown."
            .formatted(first.card(), other.card()));
    return null;
  }
}

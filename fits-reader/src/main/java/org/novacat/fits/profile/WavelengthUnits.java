package org.novacat.fits.profile;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.novacat.fits.file.Header;
import org.novacat.fits.file.RefusedException;
import org.novacat.layouts.axis.AxisUnits;
import org.novacat.layouts.axis.WavelengthUnit;
import org.novacat.layouts.axis.WavelengthUnit.Scale;
import org.novacat.layouts.spectrum.QuarantineReason;
import org.novacat.layouts.spectrum.Refusal;
import org.novacat.layouts.text.Memo;

/** The unit of a wavelength axis, from wherever a header states it. */
public final class WavelengthUnits {
  private static final Pattern WAT_UNITS = Pattern.compile("\\bunits=(?:\"([^\"]*)\"|(\\S+))");
  private static final Pattern WAT_LABEL = Pattern.compile("\\blabel=(?:\"([^\"]*)\"|(\\S+))");
  private static final Pattern BRACKETS = Pattern.compile("[\\[(]([^\\])]+)[\\])]");

  /** What nearly all files say, so that nothing need be parsed. */
  private static final Set<String> COMMON =
      Set.of("Angstrom", "Angstroms", "angstrom", "angstroms", "ANGSTROM", "nm", "um");

  /** Characters: a card holds 68, and what is longer is prose. */
  private static final int LONGEST_TEXT = 100;

  /** What texts were found to be, since every column of every table is asked for its unit. */
  private static final Memo<Boolean> LENGTHS =
      new Memo<>(text -> WavelengthUnit.of(text).isLength());

  private static final Memo<Wat> WATS = new Memo<>(Wat::parse);

  private WavelengthUnits() {}

  /**
   * A unit as it is spelt, without what is said of the medium or of logarithms.
   *
   * @param unit "" when nothing states one
   * @param place the card; "" when nothing states one, or the unit is an assumption
   * @param notes what was passed over, one sentence each
   */
  public record Found(String unit, String place, List<String> notes) {
    public Found {
      notes = List.copyOf(notes);
    }

    public Found(String unit, String place) {
      this(unit, place, List.of());
    }

    /** A unit that no card states. */
    public static Found assumed(String unit) {
      return new Found(unit, "");
    }

    public boolean assumed() {
      return place.isEmpty() && !unit.isEmpty();
    }

    /**
     * This unit, or where nothing states one, Angstrom as an assumption: where the wavelengths fit
     * no other unit, or the convention leaves it to custom and they are those that the custom is
     * safe for (decision 0004).
     */
    public Found orCustom(Header header, double[] wavelengths) {
      boolean custom =
          AxisUnits.isAngstromAlone(wavelengths)
              || (isAngstromByCustom(header) && AxisUnits.isAngstromByCustom(wavelengths));
      return custom && unit.isEmpty() ? assumed("Angstrom") : this;
    }
  }

  /** A card and what it says. */
  private record Statement(String place, String text) {
    OptionalDouble angstroms() {
      return WavelengthUnit.of(text).angstroms();
    }

    @Override
    public String toString() {
      return "%s = '%s'".formatted(place, text);
    }
  }

  /**
   * The unit of the first axis: what CUNIT1, IRAF's {@code units=} or label in WAT1, or the text of
   * CTYPE1 says. A CUNIT1 that is no length, as an image of the sky leaves it, is passed over with
   * a note where another card gives one.
   *
   * @throws RefusedException when two of them give lengths that differ
   */
  public static Found ofAxis1(Header header) {
    List<Statement> all = statements(header);
    List<Statement> lengths = all.stream().filter(s -> s.angstroms().isPresent()).toList();
    if (lengths.isEmpty()) {
      return all.isEmpty() || !all.get(0).place().equals("CUNIT1")
          ? new Found("", "")
          : new Found(all.get(0).text(), "CUNIT1");
    }
    Statement first = lengths.get(0);
    for (Statement other : lengths) {
      if (first.angstroms().orElseThrow() != other.angstroms().orElseThrow()) {
        throw contradiction(first, other);
      }
    }
    List<String> notes = new ArrayList<>();
    if (!all.get(0).equals(first) && all.get(0).place().equals("CUNIT1")) {
      notes.add("%s is no length; %s is taken.".formatted(all.get(0), first));
    }
    return new Found(WavelengthUnit.of(first.text()).unit(), first.place(), notes);
  }

  /**
   * Whether the writers of such a header mean Angstrom and do not say so: IRAF, whose default it
   * is, those who give logarithms, the BeSS database, which takes no other, and those who give a
   * flux for each Angstrom.
   */
  private static boolean isAngstromByCustom(Header header) {
    AxisKind kind = AxisKind.of(header);
    return kind.isLogarithmic()
        || kind == AxisKind.MULTISPEC
        || header.has("DC-FLAG")
        || header.hasPrefix("BSS_")
        || AxisKind.isFluxPerAngstrom(header);
  }

  private static RefusedException contradiction(Statement one, Statement other) {
    return new RefusedException(
        new Refusal(
            QuarantineReason.UNKNOWN_UNITS,
            "AXIS_UNIT_CONTRADICTS",
            "Cannot use the axis: %s and %s are different units (leave the right one in the header)"
                .formatted(one, other),
            Map.of(one.place(), one.text(), other.place(), other.text())));
  }

  private static List<Statement> statements(Header header) {
    List<Statement> all = new ArrayList<>();
    add(all, "CUNIT1", single(header, "CUNIT1"));
    Wat wat = wat(header);
    add(all, "WAT1 units", wat.units());
    add(all, "WAT1 label", isLength(wat.label()) ? wat.label() : "");
    add(all, "CTYPE1", inText(single(header, "CTYPE1")));
    for (String keyword : new String[] {"WAVEUNIT", "XUNITS"}) {
      add(all, keyword, header.settled(keyword));
    }
    return all;
  }

  private static void add(List<Statement> all, String place, String text) {
    String plain = text.strip();
    if (!plain.isEmpty()) {
      all.add(new Statement(place, plain));
    }
  }

  /** The text of a card that decides on wavelengths. */
  private static String single(Header header, String keyword) {
    RepeatedCards.refuse(header, keyword);
    return header.text(keyword);
  }

  /** What all places together say of logarithms; LINEAR when they say nothing. */
  static Scale scale(Header header) {
    for (String text : List.of(header.text("CUNIT1"), ofWat(header))) {
      Scale scale = COMMON.contains(text) ? Scale.LINEAR : WavelengthUnit.of(text).scale();
      if (scale != Scale.LINEAR) {
        return scale;
      }
    }
    return Scale.LINEAR;
  }

  /** The units and labels of the first axis that may say more than a unit. */
  static Set<String> texts(Header header) {
    Set<String> texts = new LinkedHashSet<>(4);
    addUncommon(texts, header.settled("CUNIT1").strip());
    addUncommon(texts, ofWat(header).strip());
    addUncommon(texts, wat(header).label());
    addUncommon(texts, header.settled("CNAME1").strip());
    return texts;
  }

  private static void addUncommon(Set<String> texts, String text) {
    if (!text.isEmpty() && !COMMON.contains(text)) {
      texts.add(text);
    }
  }

  /** The unit that IRAF's WAT1 states, by {@code units=} or as its label; "" without one. */
  static String ofWat(Header header) {
    Wat wat = wat(header);
    return wat.states() ? wat.units() : isLength(wat.label()) ? wat.label() : "";
  }

  private static Wat wat(Header header) {
    String text = header.text("WAT1_001");
    return text.isEmpty() ? Wat.NONE : requireNonNull(WATS.of(text));
  }

  /**
   * What IRAF's WAT1 says.
   *
   * @param states whether it has {@code units=}, even of nothing
   * @param units "" without them
   * @param label "" without one
   */
  private record Wat(boolean states, String units, String label) {
    static final Wat NONE = new Wat(false, "", "");

    static Wat parse(String text) {
      Matcher units = WAT_UNITS.matcher(text);
      Matcher label = WAT_LABEL.matcher(text);
      boolean states = units.find();
      return new Wat(states, states ? group(units) : "", label.find() ? group(label) : "");
    }
  }

  /** The one of two groups that took part. */
  private static String group(Matcher matcher) {
    return matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
  }

  /** The unit in a text such as {@code WAVELENGTH [Ang]} or {@code Angstrom}; "" without one. */
  private static String inText(String ctype) {
    if (ctype.length() > LONGEST_TEXT) {
      return "";
    }
    Matcher brackets = BRACKETS.matcher(ctype);
    if (brackets.find() && isLength(brackets.group(1))) {
      return brackets.group(1);
    }
    return isLength(ctype) ? ctype.strip() : "";
  }

  /** Whether the text spells a unit of length that wavelengths are given in. */
  public static boolean isLength(String unit) {
    String plain = unit.strip();
    if (plain.isEmpty() || COMMON.contains(plain)) {
      return !plain.isEmpty();
    }
    return plain.length() <= LONGEST_TEXT && Boolean.TRUE.equals(LENGTHS.of(plain));
  }
}

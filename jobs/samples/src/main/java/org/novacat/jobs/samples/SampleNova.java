package org.novacat.jobs.samples;

import java.util.List;
import java.util.Locale;

/**
 * An invented nova.
 *
 * @param name such as {@code Sample Nova Cyg 2101}: the first sample of the year 2021
 * @param raDeg right ascension, ICRS, degrees
 * @param decDeg declination, ICRS, degrees
 * @param aliases other names, at least one
 */
public record SampleNova(String name, double raDeg, double decDeg, List<String> aliases) {
  /** Fields of the Milky Way where novae are found; the names follow from the place. */
  private enum Field {
    CYG(306.12, 41.35),
    SGR(271.80, -28.42),
    SCO(264.33, -37.91),
    OPH(262.75, -24.06),
    AQL(287.94, 7.68),
    LUP(229.41, -44.83),
    VUL(298.56, 26.27),
    CAS(356.02, 60.74);

    private final double raDeg;
    private final double decDeg;

    Field(double raDeg, double decDeg) {
      this.raDeg = raDeg;
      this.decDeg = decDeg;
    }

    private String abbreviation() {
      return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }
  }

  /** Declinations of one field differ by this, far above the 10 arcsec that tell novae apart. */
  private static final double STEP_DEG = 0.01;

  public SampleNova {
    aliases = List.copyOf(aliases);
  }

  /** The sample nova of this number, from 0. */
  static SampleNova number(int index) {
    Field field = Field.values()[index % Field.values().length];
    int before = index / Field.values().length;
    double decDeg = field.decDeg + STEP_DEG * before;
    return new SampleNova(
        String.format(Locale.ROOT, "Sample Nova %s 21%02d", field.abbreviation(), index + 1),
        field.raDeg,
        decDeg,
        List.of(
            String.format(Locale.ROOT, "Nova %s 21%02d", field.abbreviation(), index + 1),
            designation(field.raDeg, decDeg)));
  }

  /** A name from the place, as surveys give: {@code SAMPLE J202428.80+412100.0}. */
  private static String designation(double raDeg, double decDeg) {
    long centiseconds = Math.round(raDeg / 15 * 360_000);
    long deciarcsec = Math.round(Math.abs(decDeg) * 36_000);
    return String.format(
        Locale.ROOT,
        "SAMPLE J%02d%02d%02d.%02d%s%02d%02d%02d.%d",
        centiseconds / 360_000,
        centiseconds / 6000 % 60,
        centiseconds / 100 % 60,
        centiseconds % 100,
        decDeg < 0 ? "-" : "+",
        deciarcsec / 36_000,
        deciarcsec / 600 % 60,
        deciarcsec / 10 % 60,
        deciarcsec % 10);
  }

  /** The name in file names: {@code samplenovacyg2101}. */
  public String compactName() {
    return name.replace(" ", "").toLowerCase(Locale.ROOT);
  }

  /** The same nova with its target card {@code degrees} too far north. */
  SampleNova displaced(double degrees) {
    return new SampleNova(name, raDeg, decDeg + degrees, aliases);
  }
}

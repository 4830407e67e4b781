package org.novacat.transforms.photometry.read.plan;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The variable star that a file is named after, as in {@code kt_eri_munari.tsv}. */
final class NameOfFile {
  private static final String CONSTELLATIONS =
      "And|Ant|Aps|Aql|Aqr|Ara|Ari|Aur|Boo|CMa|CMi|CVn|Cae|Cam|Cap|Car|Cas|Cen|Cep|Cet|Cha|Cir|Cnc"
          + "|Col|Com|CrA|CrB|Crt|Cru|Crv|Cyg|Del|Dor|Dra|Equ|Eri|For|Gem|Gru|Her|Hor|Hya|Hyi|Ind"
          + "|LMi|Lac|Leo|Lep|Lib|Lup|Lyn|Lyr|Men|Mic|Mon|Mus|Nor|Oct|Oph|Ori|Pav|Peg|Per|Phe|Pic"
          + "|PsA|Psc|Pup|Pyx|Ret|Scl|Sco|Sct|Ser|Sex|Sge|Sgr|Tau|Tel|TrA|Tri|Tuc|UMa|UMi|Vel|Vir"
          + "|Vol|Vul";

  /**
   * {@code v606vul}, {@code RSOph}, {@code T_Pyx}: letters or V and a number, then the
   * constellation.
   */
  private static final Pattern VARIABLE =
      Pattern.compile(
          "(?i)(?:^|[^A-Za-z0-9])(V\\d{3,4}|[A-Z]{1,2})[ _-]?(" + CONSTELLATIONS + ")(?![A-Za-z])");

  /** {@code NovaLMC2009a}, {@code nova_cyg_1975}. */
  private static final Pattern NOVA =
      Pattern.compile(
          "(?i)nova[ _-]?(LMC|SMC|" + CONSTELLATIONS + ")[ _-]?(\\d{4}[a-z]?)(?![A-Za-z0-9])");

  private NameOfFile() {}

  /** "" when the name tells nothing. */
  static String star(String fileName) {
    Matcher nova = NOVA.matcher(fileName);
    if (nova.find()) {
      return "Nova %s %s".formatted(constellation(nova.group(1)), nova.group(2));
    }
    Matcher star = VARIABLE.matcher(fileName);
    return star.find()
        ? star.group(1).toUpperCase(Locale.ROOT) + " " + constellation(star.group(2))
        : "";
  }

  private static String constellation(String name) {
    for (String known : CONSTELLATIONS.split("\\|")) {
      if (known.equalsIgnoreCase(name)) {
        return known;
      }
    }
    return name.toUpperCase(Locale.ROOT);
  }
}

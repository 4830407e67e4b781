package org.novacat.persistence.nova;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of the 88 constellations as they stand behind the letters of a star, in the genitive,
 * and their abbreviations (IAU 1922, Transactions vol. 1).
 */
final class Constellations {
  private static final String GENITIVES =
      """
      And Andromedae,Ant Antliae,Aps Apodis,Aql Aquilae,Aqr Aquarii,Ara Arae,Ari Arietis,
      Aur Aurigae,Boo Bootis,CMa Canis Majoris,CMi Canis Minoris,CVn Canum Venaticorum,Cae Caeli,
      Cam Camelopardalis,Cap Capricorni,Car Carinae,Cas Cassiopeiae,Cen Centauri,Cep Cephei,
      Cet Ceti,Cha Chamaeleontis,Cir Circini,Cnc Cancri,Col Columbae,Com Comae Berenices,
      CrA Coronae Australis,CrB Coronae Borealis,Crt Crateris,Cru Crucis,Crv Corvi,Cyg Cygni,
      Del Delphini,Dor Doradus,Dra Draconis,Equ Equulei,Eri Eridani,For Fornacis,Gem Geminorum,
      Gru Gruis,Her Herculis,Hor Horologii,Hya Hydrae,Hyi Hydri,Ind Indi,LMi Leonis Minoris,
      Lac Lacertae,Leo Leonis,Lep Leporis,Lib Librae,Lup Lupi,Lyn Lyncis,Lyr Lyrae,Men Mensae,
      Mic Microscopii,Mon Monocerotis,Mus Muscae,Nor Normae,Oct Octantis,Oph Ophiuchi,Ori Orionis,
      Pav Pavonis,Peg Pegasi,Per Persei,Phe Phoenicis,Pic Pictoris,PsA Piscis Austrini,
      Psc Piscium,Pup Puppis,Pyx Pyxidis,Ret Reticuli,Scl Sculptoris,Sco Scorpii,Sct Scuti,
      Ser Serpentis,Sex Sextantis,Sge Sagittae,Sgr Sagittarii,Tau Tauri,Tel Telescopii,
      TrA Trianguli Australis,Tri Trianguli,Tuc Tucanae,UMa Ursae Majoris,UMi Ursae Minoris,
      Vel Velorum,Vir Virginis,Vol Volantis,Vul Vulpeculae
      """;

  private static final Map<String, String> ABBREVIATIONS = abbreviations();

  /** A genitive behind something else; the longer first: Trianguli Australis is not Trianguli. */
  private static final Pattern GENITIVE =
      Pattern.compile(
          "(?<= )("
              + String.join(
                  "|",
                  ABBREVIATIONS.keySet().stream()
                      .sorted((one, two) -> two.length() - one.length())
                      .toList())
              + ")(?= |$)");

  private static final Pattern ACCENTS = Pattern.compile("\\p{M}");

  private Constellations() {}

  /** A name in upper case with abbreviations instead of genitives. */
  static String abbreviate(String upper) {
    String plain = Normalizer.normalize(upper, Normalizer.Form.NFD);
    Matcher genitive = GENITIVE.matcher(ACCENTS.matcher(plain).replaceAll(""));
    return genitive.find()
        ? genitive.replaceFirst(found -> ABBREVIATIONS.get(found.group()))
        : upper;
  }

  /** All genitives, in upper case. */
  static Set<String> genitives() {
    return ABBREVIATIONS.keySet();
  }

  private static Map<String, String> abbreviations() {
    Map<String, String> abbreviations = new HashMap<>();
    for (String pair : GENITIVES.replace("\n", "").split(",")) {
      String[] parts = pair.toUpperCase(Locale.ROOT).split(" ", 2);
      abbreviations.put(parts[1], parts[0]);
    }
    return abbreviations;
  }
}

package org.novacat.transforms.photometry.band;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.novacat.layouts.photometry.Band;
import org.novacat.layouts.photometry.Quantity;
import org.novacat.layouts.photometry.SpectralCoordinate;

class BandResolverTest {
  private static final BandRegistry REGISTRY = BandRegistry.standard();
  private static final BandResolver RESOLVER = new BandResolver(REGISTRY);

  @ParameterizedTest
  @CsvSource({
    "'', V, Generic_V sidecar_assertion medium",
    "V, CV, Clear_V sidecar_assertion low",
    "V, Johnson V, Generic_V sidecar_assertion medium",
    "'', Q9, BAND_UNRECOGNIZED",
    "B, V, Generic_V sidecar_assertion low",
    "Q9, V, Generic_V sidecar_assertion medium"
  })
  void rule1_sidecarDecides(String text, String asserted, String expected) {
    assertThat(found(query(text, Quantity.MAGNITUDE, null, "", "", "", asserted)))
        .isEqualTo(expected);
  }

  @Test
  void sidecarAgainstFile_isReported() {
    BandQuery query = query("B", Quantity.MAGNITUDE, null, "", "", "", "V");

    String conflict = RESOLVER.resolve(query).match(BandResult.Resolved::conflict, none -> "");

    assertThat(conflict).isEqualTo("the sidecar says Generic_V, the file Generic_B");
  }

  @ParameterizedTest
  @CsvSource({
    "Generic_V, Generic_V canonical high",
    "SLOAN/SDSS.g, SLOAN_SDSS_g canonical high",
    "2MASS/2MASS.J, 2MASS_J canonical high",
    "Radio_4.9_GHz, Radio_4.9_GHz canonical high",
    "Clear_V, Clear_V canonical low",
    "Excluded_STD, BAND_EXCLUDED"
  })
  void rule2_idDecides(String text, String expected) {
    assertThat(found(BandQuery.ofMagnitude(text))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "uvot, U, Swift_UVOT_U canonical high",
    "uvot, W1, Swift_UVOT_UVW1 canonical high",
    "swift-uvot-sousa, V, Swift_UVOT_V canonical high",
    "atlas_forced, o, ATLAS_o canonical high",
    "atlas_forced, c, ATLAS_c canonical high",
    "asassn-v2, g, ASASSN_g canonical high",
    "ASAS-SN, V, Generic_V canonical high",
    "ztf_snad, zg, ZTF_g canonical high",
    "ZTF_IRSA, r, ZTF_r canonical high",
    "qdp xrt, PC, Xray_0.3-10_keV canonical high",
    "aavso_extended, R, Generic_Rc canonical high",
    "aavso_extended, I, Generic_Ic canonical high",
    "aavso_extended, V, Generic_V canonical high",
    "aavso_extended, CV, Clear_V canonical low",
    "csv, o, BAND_UNRECOGNIZED",
    "satlasx, o, BAND_UNRECOGNIZED"
  })
  void rule3_providerDecides(String format, String text, String expected) {
    assertThat(found(query(text, Quantity.MAGNITUDE, null, format, "", "", "")))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "Johnson V, Generic_V canonical medium",
    "Johnson_V, Generic_V canonical medium",
    "'  Johnson   V ', Generic_V canonical medium",
    "Cousins R, Generic_Rc canonical medium",
    "Bessell R, Generic_R canonical medium",
    "Bessell V, Bessell_V canonical medium",
    "SDSS g, SLOAN_SDSS_g canonical medium",
    "Sloan g’, SLOAN_SDSS_g canonical medium",
    "2MASS Ks, 2MASS_Ks canonical medium",
    "Stromgren v, Stromgren_v canonical medium"
  })
  void rule4_combinedTextDecides(String text, String expected) {
    assertThat(found(BandQuery.ofMagnitude(text))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "L-GOTO, GOTO_L",
    "gotol, GOTO_L",
    "GOTO-L, GOTO_L",
    "G-Gaia, Gaia_G",
    "gaia::g, Gaia_G",
    "gaia::gbp, Gaia_BP",
    "gaia::rp, Gaia_RP",
    "Gaia.G, Gaia_G",
    "orange-ATLAS, ATLAS_o",
    "cyan-ATLAS, ATLAS_c",
    "atlaso, ATLAS_o",
    "atlasc, ATLAS_c",
    "g-ZTF, ZTF_g",
    "ztfr, ZTF_r",
    "ZTF/i, ZTF_i",
    "V-Johnson, Generic_V",
    "Johnson-R, Johnson_R",
    "R-Cousins, Generic_Rc",
    "I-Cousins, Generic_Ic",
    "K-Bessel, Generic_K",
    "r-Sloan, SLOAN_SDSS_r",
    "sdssg, SLOAN_SDSS_g",
    "sdss::u, SLOAN_SDSS_u",
    "SDSS r', SLOAN_SDSS_r",
    "w-P1, PS1_w",
    "ps1::w, PS1_w",
    "ps1::y, PS1_y",
    "ps1g, PS1_g",
    "Pan-STARRS z, PS1_z",
    "bessellv, Bessell_V",
    "bessellux, Bessell_U",
    "bessell::v, Bessell_V",
    "desg, DECam_g",
    "DES Y, DECam_Y",
    "lsstg, LSST_g",
    "LSST g, LSST_g",
    "lsst::y, LSST_y",
    "Rubin_z, LSST_z",
    "swift::uvot::uvw1, Swift_UVOT_UVW1",
    "uvot::b, Swift_UVOT_B",
    "UVM2-UVOT, Swift_UVOT_UVM2",
    "u_Swift, Swift_UVOT_U",
    "2massj, 2MASS_J",
    "2MASS-Ks, 2MASS_Ks",
    "WISE::W1, WISE_W1"
  })
  void rule4_letterBelongsToWhomTheTextNames(String text, String id) {
    assertThat(found(BandQuery.ofMagnitude(text))).isEqualTo(id + " canonical medium");
  }

  @ParameterizedTest
  @ValueSource(strings = {"L-Gaia", "L-XYZ", "xyzg", "ztfq", "q-BG", "w", "L-", "-L", "::g"})
  void letterOfAnOwnerWhoHasNone_isUnknown(String text) {
    assertThat(found(BandQuery.ofMagnitude(text))).isEqualTo("BAND_UNRECOGNIZED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Vis", "vis.", "visual", "VIS", "eye", "visuell", "naked eye"})
  void estimateByEye_isNeverV(String text) {
    assertThat(found(BandQuery.ofMagnitude(text))).isEqualTo("AAVSO_Vis canonical low");
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.6", "4.5", "5.8", "8.0"})
  void bareNumber_isNoBandOfIrac(String text) {
    assertThat(found(query(text, Quantity.FLUX_DENSITY, null, "", "", "", "")))
        .isEqualTo("BAND_UNRECOGNIZED");
    assertThat(found(query(text, Quantity.FLUX_DENSITY, null, "", "Spitzer", "", "")))
        .startsWith("Spitzer_IRAC");
  }

  @ParameterizedTest
  @CsvSource({
    "5 GHz, Radio_4.9_GHz synonym medium, 5",
    "4.9 GHz, Radio_4.9_GHz synonym medium, 4.9",
    "610 MHz, Radio_0.61_GHz synonym medium, 0.61",
    "1.74GHz, Radio_1.4_GHz synonym medium, 1.74",
    "2.1 GHz, Radio_3_GHz synonym medium, 2.1",
    "6200 MHz, Radio_4.9_GHz synonym medium, 6.2",
    "11 GHz, Radio_8.5_GHz synonym medium, 11",
    "2.4 GHz, Radio_3_GHz synonym medium, 2.4",
    "7.4 GHz, Radio_8.5_GHz synonym medium, 7.4",
    "0.8875 GHz, BAND_UNRECOGNIZED, ",
    "60 GHz, BAND_UNRECOGNIZED, ",
    "1.68 GHz, Radio_1.4_GHz synonym medium, 1.68",
    "1.67 GHz, Radio_1.4_GHz synonym medium, 1.67",
    "36.5 GHz, Radio_33_GHz synonym medium, 36.5",
    "38.4 GHz, Radio_44_GHz synonym medium, 38.4",
    "0 GHz, BAND_UNRECOGNIZED, ",
    "900 GHz, BAND_UNRECOGNIZED, "
  })
  void rule5_frequencyGoesToTheNearestBandAndStays(String text, String expected, Double frequency) {
    BandQuery query = query(text, Quantity.FLUX_DENSITY, null, "", "", "", "");

    assertThat(found(query)).isEqualTo(expected);
    assertThat(spectral(query))
        .isEqualTo(frequency == null ? null : new SpectralCoordinate(frequency, "GHz"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "36.5", "8"})
  void rule5_frequencyBesideABareNumber_decides(String text) {
    SpectralCoordinate given = new SpectralCoordinate(36.5, "GHz");
    BandQuery query = query(text, Quantity.FLUX_DENSITY, given, "", "", "", "");

    assertThat(found(query)).isEqualTo("Radio_33_GHz synonym medium");
    assertThat(spectral(query)).isEqualTo(given);
  }

  @ParameterizedTest
  @CsvSource({
    "0.3-10 keV, Xray_0.3-10_keV synonym medium",
    "0.3 - 8 keV, Xray_0.3-10_keV synonym medium",
    "0.5–10keV, Xray_0.3-10_keV synonym medium",
    "0.1-2.4 keV, Xray_0.2-2.4_keV synonym medium",
    "2 to 8 keV, Xray_2-10_keV synonym medium",
    "15-50 keV, Xray_15-50_keV synonym medium",
    "100-300000 MeV, Gamma_0.1-300_GeV synonym medium",
    ">100 MeV, Gamma_0.1-300_GeV synonym medium",
    ">100 GeV, Gamma_VHE synonym medium",
    "> 1 TeV, Gamma_VHE synonym medium",
    "14-195 keV, BAND_UNRECOGNIZED",
    "10-0.3 keV, BAND_UNRECOGNIZED"
  })
  void rule5_rangeGoesToTheBandOfMostInCommon(String text, String expected) {
    assertThat(found(query(text, Quantity.FLUX_DENSITY, null, "", "", "", ""))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "Ks, 2MASS_Ks canonical medium",
    "zg, ZTF_g canonical medium",
    "UVW2, Swift_UVOT_UVW2 canonical medium",
    "uvm2, Swift_UVOT_UVM2 canonical medium",
    "W3, WISE_W3 canonical medium",
    "pg, Photographic_pg canonical medium",
    "u', SLOAN_SDSS_u canonical medium",
    "u′, SLOAN_SDSS_u canonical medium",
    "Vis., AAVSO_Vis canonical low",
    "Visual, AAVSO_Vis canonical low",
    "TG, DSLR_TG canonical low",
    "CR, Clear_R canonical low",
    "Ha, Generic_Halpha generic_fallback low"
  })
  void rule6_aliasOfOneBandDecides(String text, String expected) {
    assertThat(found(BandQuery.ofMagnitude(text))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "V, Swift, UVOT, Swift_UVOT_V synonym high",
    "V, Swift, '', Swift_UVOT_V synonym high",
    "W1, '', UVOT, Swift_UVOT_UVW1 synonym high",
    "W1, NEOWISE, '', WISE_W1 synonym high",
    "M2, Swift, '', Swift_UVOT_UVM2 synonym high",
    "g, Palomar, ZTF, ZTF_g synonym high",
    "g, '', DECam, DECam_g synonym high",
    "J, 2MASS, '', 2MASS_J synonym high",
    "K, 2MASS, '', 2MASS_Ks synonym high",
    "L, GOTO, '', GOTO_L synonym high",
    "L, GOTO-North, '', GOTO_L synonym high",
    "g, Rubin, LSSTCam, LSST_g synonym high",
    "G, Gaia, '', Gaia_G synonym high",
    "V, 0.5-m reflector, ST-8 CCD, Generic_V generic_fallback low",
    "g, VLA, WISE, BAND_CONTEXT_CONFLICT",
    "W1, Swift, WISE, BAND_CONTEXT_CONFLICT",
    "R, Swift, UVOT, BAND_CONTEXT_EXCLUDES_ALL",
    "V, VLA, '', BAND_CONTEXT_EXCLUDES_ALL"
  })
  void rule7_instrumentThenTelescopeDecide(
      String text, String telescope, String instrument, String expected) {
    assertThat(found(query(text, Quantity.MAGNITUDE, null, "", telescope, instrument, "")))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "K, MAGNITUDE, '', , Generic_K generic_fallback low",
    "K, FLUX_DENSITY, '', , Radio_22_GHz synonym medium",
    "K, FLUX_DENSITY, VLA, , Radio_22_GHz synonym high",
    "K, FLUX_DENSITY, '', 24.5, Radio_22_GHz synonym medium",
    "C, FLUX_DENSITY, '', , Radio_4.9_GHz synonym medium",
    "C, FLUX_DENSITY, e-MERLIN, , Radio_4.9_GHz synonym high",
    "C, MAGNITUDE, '', , BAND_EXCLUDED",
    "S, MAGNITUDE, '', , BAND_CONTEXT_EXCLUDES_ALL"
  })
  void rule7_quantityDecidesBetweenRadioAndInfrared(
      String text, Quantity quantity, String telescope, Double gigahertz, String expected) {
    SpectralCoordinate spectral =
        gigahertz == null ? null : new SpectralCoordinate(gigahertz, "GHz");
    BandQuery query = query(text, quantity, spectral, "", telescope, "", "");

    assertThat(found(query)).isEqualTo(expected);
    assertThat(spectral(query)).isEqualTo(spectral);
  }

  @ParameterizedTest
  @ValueSource(strings = {"W1", "W2", "M2"})
  void bareNamesOfWiseAndUvot_needContext(String text) {
    assertThat(found(BandQuery.ofMagnitude(text))).isEqualTo("BAND_UNRECOGNIZED");
  }

  @Test
  void ambiguousName_hasItsCandidates() {
    BandResult result = RESOLVER.resolve(BandQuery.ofMagnitude("W1"));

    assertThat(result.match(band -> null, BandResult.Unresolved::candidates))
        .containsExactly("Swift_UVOT_UVW1", "WISE_W1");
  }

  @ParameterizedTest
  @CsvSource({
    "u, SLOAN_SDSS_u",
    "g, SLOAN_SDSS_g",
    "r, SLOAN_SDSS_r",
    "i, SLOAN_SDSS_i",
    "z, SLOAN_SDSS_z"
  })
  void bareLowerCaseLetters_areSdss(String text, String id) {
    assertThat(found(BandQuery.ofMagnitude(text))).isEqualTo(id + " canonical medium");
  }

  @ParameterizedTest
  @CsvSource({
    "U, Generic_U",
    "B, Generic_B",
    "V, Generic_V",
    "R, Generic_R",
    "I, Generic_I",
    "Rc, Generic_Rc",
    "RC, Generic_Rc",
    "Ic, Generic_Ic",
    "IC, Generic_Ic",
    "J, Generic_J",
    "H, Generic_H",
    "K, Generic_K",
    "L', Generic_L",
    "Vmag, Generic_V"
  })
  void rule8_bareLettersAreGeneric(String text, String id) {
    assertThat(found(BandQuery.ofMagnitude(text))).isEqualTo(id + " generic_fallback low");
  }

  @ParameterizedTest
  @CsvSource({
    "Open, BAND_EXCLUDED",
    "Clear, BAND_EXCLUDED",
    "STD, BAND_EXCLUDED",
    "Q9, BAND_UNRECOGNIZED",
    "Unknown, BAND_UNRECOGNIZED",
    "v, BAND_UNRECOGNIZED",
    "L, BAND_UNRECOGNIZED",
    "'', BAND_MISSING",
    "'  ', BAND_MISSING"
  })
  void rule9_restIsRejected(String text, String code) {
    assertThat(found(BandQuery.ofMagnitude(text))).isEqualTo(code);
  }

  @Test
  void everyAlias_findsItsBandOrSaysThatItIsExcluded() {
    for (Band band : REGISTRY.bands()) {
      Quantity quantity =
          switch (band.regime()) {
            case RADIO, XRAY, GAMMA -> Quantity.FLUX_DENSITY;
            case UV, OPTICAL, NIR, MIR -> Quantity.MAGNITUDE;
          };
      for (String alias : band.aliases()) {
        assertThat(found(query(alias, quantity, null, "", "", "", "")))
            .as("%s of %s", alias, band.id())
            .startsWith(band.excluded() ? "BAND_EXCLUDED" : band.id() + " ");
      }
    }
  }

  private static BandQuery query(
      String text,
      Quantity quantity,
      SpectralCoordinate spectral,
      String format,
      String telescope,
      String instrument,
      String asserted) {
    return new BandQuery(text, quantity, spectral, format, telescope, instrument, asserted);
  }

  private static String found(BandQuery query) {
    return RESOLVER
        .resolve(query)
        .match(
            band ->
                "%s %s %s"
                    .formatted(band.band().id(), band.type().code(), band.confidence().code()),
            none -> none.code().name());
  }

  private static SpectralCoordinate spectral(BandQuery query) {
    return RESOLVER.resolve(query).match(BandResult.Resolved::spectral, none -> null);
  }
}

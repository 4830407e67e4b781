package org.novacat.fits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novacat.fits.testing.Corpus;
import org.novacat.fits.testing.Corpus.RealFile;
import org.novacat.layouts.position.SkyFrame;
import org.novacat.layouts.spectrum.ObservationTime;
import org.novacat.layouts.spectrum.ReadResult;
import org.novacat.layouts.testing.SharedData;

/** Times and places of inputs from the field, and of the real files. */
class TimeFieldTest {
  private static final double SECOND = 1 / 86_400.0;

  @ParameterizedTest
  @CsvSource({
    "k6_date_obs_T00_and_ut_21h.fits, 60090.88194",
    "k6_mjd_obs_is_the_day_only.fits, 59292.42014",
    "k7_jd.fits, 60090.88194",
    "k7_date_obs_plus_00_00.fits, 60090.88194",
    "k7_date_obs_yyyy_slash.fits, 60090.875",
    "k7_utshut.fits, 60090.88194",
    "k7_date_avg_only.fits, 59292.421875",
    "k7_date_avg_and_date_obs.fits, 59292.505208",
    "k7_date_obs_and_date_end.fits, 59292.5",
    "k7_mjd_obs_underscore.fits, 59292.421878",
    "k7_date_obs_t24.fits, 60091.000347",
    "k7_leap_second.fits, 57754.0"
  })
  void times_areThoseOfTheirCards(String file, double mjd) {
    assertThat(read(file).observation().time().mjd()).isCloseTo(mjd, within(SECOND));
  }

  @Test
  void timesThatContradictEachOther_giveNoneAndANoteWithBoth() {
    ReadResult.Read read = read("k6_mjd_obs_2020_date_obs_2023.fits");

    assertThat(read.observation().time()).isNull();
    assertThat(read.notes())
        .contains(
            "MJD-OBS = 59000.0 and DATE-OBS = 2023-05-26T21:00:00 contradict each other"
                + " (1090.9 d apart); the time of the observation is taken as unknown.");
  }

  @Test
  void equinox1950_isStated() {
    ReadResult.Read read = read("k9_equinox_1950.fits");

    assertThat(read.observation().frame().kind()).isEqualTo(SkyFrame.Kind.FK4);
    assertThat(read.observation().frame().equinox()).isEqualTo(1950);
    assertThat(read.observation().raDeg()).isCloseTo(239.352083, within(1e-6));
    assertThat(read.observation().decDeg()).isCloseTo(26.060556, within(1e-6));
  }

  /** Worked out from the cards of each file. */
  @Test
  void realFiles_haveTheirTimes() {
    Map<String, Double> expected = new HashMap<>();
    for (String line : REAL_TIMES.strip().split("\n")) {
      String[] cells = line.strip().split(" +");
      expected.put(cells[0], Double.parseDouble(cells[1]));
    }
    for (RealFile file : Corpus.files()) {
      if (SpectrumReader.standard().read(file.name(), file.bytes())
          instanceof ReadResult.Read read) {
        ObservationTime time = read.observation().time();
        Double mjd = expected.get(file.name());
        if (mjd == null) {
          assertThat(time).as(file.name()).isNull();
        } else {
          assertThat(time).as("%s %s", file.name(), read.notes()).isNotNull();
          assertThat(time.mjd()).as(file.name()).isCloseTo(mjd, within(2e-4));
        }
        assertThat(read.notes()).as(file.name()).noneMatch(note -> note.contains("contradict"));
      }
    }
  }

  @Test
  void hdusOfDifferentNights_giveTheMiddleThatSpansThem() {
    ReadResult.Read read =
        withCards(
            "k11_blue_and_red_table.fits",
            "DATE-OBS= '2023-05-26T21:00:00'",
            "DATE-OBS= '2023-05-28T21:00:00'");

    ObservationTime time = read.observation().time();
    assertThat(time.mjd()).isCloseTo(60091.875, within(SECOND));
    assertThat(time.spanDays()).isCloseTo(2, within(SECOND));
    assertThat(read.notes())
        .contains(
            "The HDUs of the spectra state different times (HDU 1 MJD 60090.87500, HDU 2 MJD"
                + " 60092.87500).")
        .anySatisfy(note -> assertThat(note).contains("no instant"));
  }

  @Test
  void hdusOfOneExposure_haveItsTime() {
    ReadResult.Read read =
        withCards(
            "k11_blue_and_red_table.fits",
            "DATE-OBS= '2023-05-26T21:00:00'",
            "DATE-OBS= '2023-05-26T21:01:00'");

    assertThat(read.observation().time().mjd()).isCloseTo(60090.875, within(SECOND));
    assertThat(read.observation().time().spanDays()).isNull();
  }

  /** A file with one more card in the header of each of its extensions, in their order. */
  private static ReadResult.Read withCards(String name, String... cards) {
    byte[] bytes = bytes(name);
    int card = 0;
    boolean inExtension = false;
    for (int at = 0; at < bytes.length && card < cards.length; at += 80) {
      String text = new String(bytes, at, 80, StandardCharsets.ISO_8859_1);
      inExtension |= text.startsWith("XTENSION=");
      if (inExtension && text.startsWith("END ")) {
        assertThat((at + 80) % 2880).as("room for a card").isPositive();
        byte[] both =
            "%-80s%-80s".formatted(cards[card++], "END").getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(both, 0, bytes, at, both.length);
        inExtension = false;
      }
    }
    return (ReadResult.Read) SpectrumReader.standard().read(name, bytes);
  }

  private static final String REAL_TIMES =
      """
      Europa_20221014_HughAllen.FIT 59866.892361
      FOSy19g0309t_c2f.fits 49099.133581
      Goldilocks_20210212T072837_v1.0_0037.spectra.fits 59257.313776
      IUElwp25637mxlo.fits 49138.37905
      L5g_0355+11_Cruz09.fits 53701.467850
      PH957_f.fits 51760.610768
      PH957_e.fits 51760.610768
      SDSSJ220248.31+123656.3.fits 55831.139276
      Sun_HARPS.fits 54203.404789
      TRES.fits 56195.520868
      Trappist-1_NIR.fits 52887.412625
      Trappist-1_OPT.fits 52830.468072
      UM669_nF.fits 55188.096319
      tres_combined_modified.fits 56195.520868
      XShooter_XQ100.fits.gz 56215.032170
      _104p_20220307_828_Leadbeater.fit 59645.8491
      _CometC2023A3Tsuchinshan-ATLAS_20241021_094a.fit 60604.099259
      _altair_20161003_821_J.Guarro.fit 57664.8208
      _c2020f3neowise_coma_20200713_958_Leadbeater.fit 59043.9616
      _deneb_20230809_821.fits 60165.826044
      _wolf28_20210824_047_Leadbeater.fit 59450.0676
      alphadra_20220513233026_gbertrand.fits 59712.991051
      alphadra_20230305202003_aleduc.fits 60008.868092
      apVisit-r13-5095-55844-128.fits 55844.26737
      coadd-5-169-thru20210419.fits 59324.251490
      crires_hd30501_linear_nm.fits 56024.006944
      evega.0039.rs.ec.dispcor.fits 54404.100725
      jw01243001001_01101_00001_nrca5_x1d.fits 59856.002175
      multispec_equispec.fits 57192.655692
      multispec_equispec.fits.fz 57192.655692
      odbue5030_x1d.fits 57894.090427
      ondrejov_hd217476.fit 55393.964155
      ondrejov_hd217476.fit.fz 55393.964155
      spec-0266-51602-0031.fits 51602.297335
      spec-0266-51602-0031.fits.gz 51602.297335
      spec-1325-52762-0133.fits 52762.041398
      spec-55862-B6202_sp01-001.fits.gz 55861.538889
      spec-55862-B6212_sp01-006.fits.gz 55861.845139
      """;

  private static ReadResult.Read read(String name) {
    return (ReadResult.Read) SpectrumReader.standard().read(name, bytes(name));
  }

  private static byte[] bytes(String name) {
    try {
      return Files.readAllBytes(SharedData.field().resolve("fits").resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package org.novacat.transforms.photometry.read.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameOfFileTest {
  @ParameterizedTest
  @CsvSource({
    "v606vul_ztf_snad.csv,V606 Vul",
    "kt_eri_munari.tsv,KT Eri",
    "xray_RSOph_fluxlc.qdp,RS Oph",
    "T_Pyx.dat,T Pyx",
    "xray_NovaLMC2009a_fluxlc.qdp,Nova LMC 2009a",
    "nova_cyg_1975.txt,Nova Cyg 1975",
    "iar_cvnovag.csv,''",
    "multi_nova_14.csv,''",
    "ecsv_gammacat_tev30.ecsv,''",
    "xray_V745DSco_fluxlc.qdp,''",
    "observers.csv,''",
    "V1405Cas_V.csv,V1405 Cas",
    "V1405CasLightCurve.csv,V1405 Cas",
    "v1405cas.csv.gz,V1405 Cas",
    "20210318_V1405-Cas_BVRI.txt,V1405 Cas",
    "V1405%20Cas.txt,V1405 Cas",
    "V0476_Cyg.dat,V0476 Cyg",
    "u_sco_osc.json,U Sco",
    "xray_TPyx_fluxlc.qdp,T Pyx",
    "tcrb_2024.csv,T CrB",
    "T_CRB.csv,T CrB",
    "rsoph.csv,RS Oph",
    "RSOph2021.csv,RS Oph",
    "RS_OPH.txt,RS Oph",
    "GK_Per_euro.csv,GK Per",
    "V_Per.csv,V Per",
    "v1500_cygni.csv,V1500 Cyg",
    "T_Coronae_Borealis.csv,T CrB",
    "NovaCyg1975.csv,Nova Cyg 1975",
    "Nova_Sco_2018_No2.csv,Nova Sco 2018 No. 2",
    "Nova_Sco_2018_2.csv,Nova Sco 2018 No. 2",
    "lc_V_per_night.csv,''",
    "LC_V_PER_NIGHT.csv,''",
    "V_Per_night.csv,''",
    "other_bands.csv,''",
    "OTHER_BANDS.csv,''",
    "Other_bands.csv,''",
    "upper_limits.csv,''",
    "r_band.csv,''",
    "band_r_and_i.csv,''",
    "r_and_i.csv,''",
    "for_per_publication.csv,''",
    "up_to_now.csv,''",
    "as_per_request.csv,''",
    "model_fit.csv,''",
    "decam_lightcurve.csv,''",
    "super_final.csv,''",
    "paper_data.csv,''",
    "x_cen_y_cen.csv,''",
    "V_Oct_2021.csv,''",
    "lucas_oscar.csv,''",
    "supernova_cas_1680.csv,''",
    "V123_Cas.csv,''",
    "run_v400_and_v500.csv,''",
    "V1405_Cas_V1674_Her.csv,''"
  })
  void star_isInTheNameOfTheFile_orNot(String file, String star) {
    assertThat(NameOfFile.of(file).star()).isEqualTo(star);
  }

  @ParameterizedTest
  @CsvSource({
    "lc_V_per_night.csv,V Per",
    "other_bands.csv,OT Her",
    "r_and.csv,R And",
    "V1405_Cas_V1674_Her.csv,V1405 Cas"
  })
  void whatMayBeAStar_isSaid(String file, String star) {
    assertThat(NameOfFile.of(file).doubt()).contains(star);
  }
}

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
    "observers.csv,''"
  })
  void star_isInTheNameOfTheFile_orNot(String file, String star) {
    assertThat(NameOfFile.star(file)).isEqualTo(star);
  }
}

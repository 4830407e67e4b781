package org.novacat.jobs.content;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novacat.layouts.id.DataProductId;

class PublicDocumentTest {
  private static final DataProductId OUT =
      DataProductId.parse("0e984725-c51c-5bf4-9960-e1c80e27aba0");

  @Test
  void nothingToHide_leavesTheBytes() {
    byte[] odd = "{\"locator\":  \"https://example.org/a.fits\", \"x\": 1e3}".getBytes(UTF_8);

    assertThat(PublicDocument.of(odd, Set.of())).isSameAs(odd);
  }

  @ParameterizedTest
  @CsvSource({
    "file:///home/ada/nova/a.fits, a.fits",
    "file:///home/ada/nova/, nova",
    "FILE:/home/ada/a.fits, a.fits",
    "/home/ada/a.fits, a.fits",
    "C:\\Users\\ada\\a.fits, a.fits",
    "\\\\server\\ada\\a.fits, a.fits",
    "~/a.fits, a.fits",
    "file:///home/ada/all.zip!/night/a.fits, all.zip!/night/a.fits",
    "https://example.org/all.zip!/a.fits, https://example.org/all.zip!/a.fits",
    "ESO/ADP.2013-08-14, ESO/ADP.2013-08-14"
  })
  void placeOnAMachine_isCutToTheName(String locator, String shown) {
    assertThat(PublicDocument.place(locator)).isEqualTo(shown);
  }

  @Test
  void placesInObjectsAndArrays_areCut_andOtherFieldsStay() {
    byte[] json =
        "{\"source\": {\"locator_identity\": \"file:///a/b.fits\", \"note\": \"/a/b\"}, \"all\": [{\"locator\": \"/c/d\"}]}"
            .getBytes(UTF_8);

    assertThat(new String(PublicDocument.of(json, Set.of()), UTF_8))
        .contains(
            "\"locator_identity\" : \"b.fits\"", "\"locator\" : \"d\"", "\"note\" : \"/a/b\"");
  }

  @Test
  void momentOfTheFetch_andWhatWasSaidOfTheCreditThen_areNotTold() {
    byte[] json =
        "{\"fetched_at\": \"2026-01-01\", \"credit_said\": {\"licence\": \"MIT\"}, \"x\": 1}"
            .getBytes(UTF_8);

    assertThat(new String(PublicDocument.of(json, Set.of()), UTF_8))
        .contains("\"x\" : 1")
        .doesNotContain("fetched_at", "credit_said", "MIT");
  }

  @Test
  void archive_isNamedByIdOnlyWhereItsProductGoesOut() {
    byte[] json = "{\"archive_data_product_id\": \"%s\"}".formatted(OUT).getBytes(UTF_8);

    assertThat(PublicDocument.of(json, Set.of(OUT))).isSameAs(json);
    assertThat(new String(PublicDocument.of(json, Set.of()), UTF_8)).doesNotContain(OUT.toString());
  }
}

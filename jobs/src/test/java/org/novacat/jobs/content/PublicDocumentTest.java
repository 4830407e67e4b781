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

  @ParameterizedTest
  @CsvSource({
    "https://example.org/a.fits?token=s3cret&x=1, https://example.org/a.fits",
    "https://example.org/a.fits#s3cret, https://example.org/a.fits",
    "https://example.org?s3cret, https://example.org",
    "https://ada:s3cret@example.org:8443/a.fits, https://example.org:8443/a.fits",
    "https://ada:s3@cret@example.org/a.fits, https://example.org/a.fits",
    "ftp://s3cret@example.org/@home/a.fits, ftp://example.org/@home/a.fits",
    "s3://bucket/a.fits?versionId=s3cret, s3://bucket/a.fits",
    "https://example.org/all.zip?a=b!/s3cret, https://example.org/all.zip",
    "https://ada:s3cret@example.org/all.zip!/#1 why?/a.fits, https://example.org/all.zip!/#1 why?/a.fits",
    "FILE:///home/ada/#1?.fits, #1?.fits",
    "ESO/ADP.2013?08, ESO/ADP.2013?08"
  })
  void addressWithASecret_isCutToWhereItLeads(String locator, String shown) {
    assertThat(PublicDocument.place(locator)).isEqualTo(shown);
  }

  @Test
  void addressesInADocument_areCut() {
    byte[] json =
        "{\"locator\": \"https://example.org/a?token=s3cret\", \"stated_from\": \"https://me:s3cret@example.org/b\"}"
            .getBytes(UTF_8);

    assertThat(new String(PublicDocument.of(json, Set.of()), UTF_8))
        .contains("\"https://example.org/a\"", "\"https://example.org/b\"")
        .doesNotContain("s3cret");
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

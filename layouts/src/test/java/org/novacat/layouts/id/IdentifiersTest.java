package org.novacat.layouts.id;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novacat.layouts.testing.Seeded;

class IdentifiersTest {
  private static final Provider ESO = new Provider("eso");

  @Test
  void mintedIds_readBackAndDiffer() {
    assertThat(NovaId.parse(NovaId.mint().toString())).isNotEqualTo(NovaId.mint());
    JobRunId run = JobRunId.mint();
    assertThat(JobRunId.parse(run.toString())).isEqualTo(run).isNotEqualTo(JobRunId.mint());
  }

  @Test
  void product_keepsItsIdForEver() {
    // Computed once with Python's uuid.uuid5; a change here would rename every known product.
    assertThat(DataProductId.ofProductKey(ESO, "ADP.2016-06-02T00:00:00.000"))
        .hasToString("4231cee6-92c2-520d-bb1b-bbcf83542ec9");
    assertThat(DataProductId.ofLocator(ESO, "https://example.org/a.fits"))
        .hasToString("8b07c564-04ea-5b46-a3a4-bdb1ec10ded0");
  }

  @Test
  void product_differsByProviderKindAndName() {
    assertThat(
            new DataProductId[] {
              DataProductId.ofProductKey(ESO, "a"),
              DataProductId.ofProductKey(ESO, "b"),
              DataProductId.ofProductKey(Provider.LOCAL, "a"),
              DataProductId.ofLocator(ESO, "a")
            })
        .doesNotHaveDuplicates();
  }

  @Test
  void productWithoutName_isRefused() {
    assertThatThrownBy(() -> DataProductId.ofProductKey(ESO, " "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Cannot name a product of 'eso': its key is blank (give a product key or a locator)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ESO", "e so", "a#b", "a/b", "-eso", "é"})
  void illegalProvider_isRefused(String name) {
    assertThatThrownBy(() -> new Provider(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Cannot use provider '%s': a provider is 1 to 40 of a-z 0-9 . _ - (for example 'eso')"
                .formatted(name));
  }

  @Test
  void contentHash_isSha256() {
    // FIPS 180-4's example of one block
    assertThat(ContentHash.of("abc".getBytes(UTF_8)))
        .hasToString("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThatThrownBy(() -> new ContentHash("BA78"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Cannot read SHA-256: 'BA78' is not 64 lower-case hexadecimal digits");
  }

  @Test
  void equalBytes_areTheSameUpload() {
    IngestFileId upload = IngestFileId.of(ContentHash.of("abc".getBytes(UTF_8)));

    assertThat(upload).hasToString("ba7816bf-8f01-8fea-8141-40de5dae2223");
    assertThat(upload.value().version()).isEqualTo(8);
    assertThat(IngestFileId.parse(upload.toString())).isEqualTo(upload);
    assertThat(IngestFileId.of(ContentHash.of("abd".getBytes(UTF_8)))).isNotEqualTo(upload);
  }

  @Test
  void releases_sortByDay_andNameTheirContent() {
    ContentHash content = new ContentHash("4e9b0e88" + "0".repeat(56));
    ReleaseId release = ReleaseId.mint(Instant.parse("2026-02-21T20:45:10.7Z"), content);

    assertThat(release).hasToString("20260221-4e9b0e88");
    assertThat(ReleaseId.parse(release.toString())).isEqualTo(release);
    assertThat(ReleaseId.mint(Instant.parse("2026-02-21T23:59:59Z"), content)).isEqualTo(release);
    assertThat(ReleaseId.mint(Instant.parse("2026-02-22T00:00:00Z"), content))
        .isGreaterThan(release);
    assertThatThrownBy(() -> ReleaseId.parse("latest"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Cannot use release id 'latest': a release id is like '20260221-4e9b0e88'");
  }

  @Test
  void ids_sortAsTheirTexts() {
    Seeded.cases(
        1000,
        random -> {
          NovaId a = new NovaId(new java.util.UUID(random.nextLong(), random.nextLong()));
          NovaId b = new NovaId(new java.util.UUID(random.nextLong(), random.nextLong()));

          assertThat(Integer.signum(a.compareTo(b)))
              .isEqualTo(Integer.signum(a.toString().compareTo(b.toString())));
        });
  }
}

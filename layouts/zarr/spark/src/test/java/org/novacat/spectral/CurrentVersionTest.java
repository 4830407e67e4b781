package org.novacat.spectral;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The file that names the current store of a dataset. */
class CurrentVersionTest {
  @Test
  void file_liesBesideTheDataset_andItsStoreBelowTheSameFolder() {
    CurrentVersion version = new CurrentVersion("novae.zarr.versions/r1.zarr");

    assertThat(CurrentVersion.path("s3a://b/x/novae.zarr/"))
        .isEqualTo("s3a://b/x/novae.zarr.current.json");
    assertThat(version.resolve("s3a://b/x/novae.zarr/"))
        .isEqualTo("s3a://b/x/novae.zarr.versions/r1.zarr");
    assertThat(version.resolve("novae.zarr")).isEqualTo("novae.zarr.versions/r1.zarr");
  }

  @Test
  void content_isReadAsItWasWritten() {
    CurrentVersion version = new CurrentVersion("v/1.zarr");

    assertThat(new String(version.json(), UTF_8))
        .isEqualTo("{\"version\":1,\"store\":\"v/1.zarr\"}");
    assertThat(CurrentVersion.parse("a", version.json())).isEqualTo(version);
    assertThat(
            CurrentVersion.parse(
                "a", "{\"version\":1,\"store\":\"v/1.zarr\",\"new\":2}".getBytes(UTF_8)))
        .isEqualTo(version);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "..",
        "../x.zarr",
        "a/../../x.zarr",
        "/etc/x.zarr",
        "s3a://other/x.zarr",
        "a//b",
        "./a",
        "a/.",
        "a\\..\\b",
        "a/",
        "C:x",
        "a\nb"
      })
  void pathThatLeavesTheFolder_isRefused(String store) {
    assertThatThrownBy(() -> new CurrentVersion(store))
        .isInstanceOf(SpectralException.class)
        .hasMessageStartingWith("Cannot follow current version: its store is '" + store + "'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "{}",
        "{\"version\":2,\"store\":\"a\"}",
        "{\"version\":1}",
        "{\"version\":1,\"store\":7}"
      })
  void otherContent_isRefused(String content) {
    assertThatThrownBy(() -> CurrentVersion.parse("x.current.json", content.getBytes(UTF_8)))
        .isInstanceOf(SpectralException.class)
        .hasMessageStartingWith("Cannot read 'x.current.json': ");
  }
}

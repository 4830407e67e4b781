package org.novacat.jobs.register.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.cli.UserError;
import org.novacat.jobs.register.source.RejectedException.Rejection;
import org.novacat.layouts.id.Provider;
import org.novacat.layouts.spectrum.FluxType;
import org.novacat.layouts.spectrum.SourceType;
import org.novacat.layouts.spectrum.SpectrumOrigin;

public class ManifestReaderTest {
  private static final String SHA = "0".repeat(64);

  @TempDir Path folder;

  @Test
  void csv_givesCandidatesInOrder() throws IOException {
    Candidates read =
        csv(
            "nova,provider,product_key,locator,sha256",
            "V339 Del,eso,ADP.1,sub/a.fits," + SHA,
            "\"Nova, Cyg\",,,http://example.org/b.fits,");

    assertThat(read.rejected()).isEmpty();
    assertThat(read.accepted()).hasSize(2);
    Candidate first = read.accepted().get(0);
    assertThat(first.where()).isEqualTo("m.csv line 2");
    assertThat(first.provider()).isEqualTo(new Provider("eso"));
    assertThat(first.productKey()).isEqualTo("ADP.1");
    assertThat(first.locator()).isEqualTo(new Locator.Local(folder.resolve("sub/a.fits")));
    assertThat(first.expected()).hasToString(SHA);
    assertThat(read.accepted().get(1).nova()).isEqualTo("Nova, Cyg");
    assertThat(read.accepted().get(1).provider()).isEqualTo(Provider.LOCAL);
    assertThat(read.accepted().get(1).productKey()).isNull();
  }

  @Test
  void jsonLines_areReadLikeCsv() throws IOException {
    Path manifest = folder.resolve("m.jsonl");
    Files.writeString(
        manifest,
        "{\"nova\":\"V339 Del\",\"locator\":\"a.fits\",\"sha256\":null}\n\n{broken\n[1]\n");

    Candidates read = ManifestReader.read(manifest, null, Provider.LOCAL);

    assertThat(read.accepted()).singleElement().extracting(Candidate::nova).isEqualTo("V339 Del");
    assertThat(read.rejected())
        .extracting(Rejection::where)
        .containsExactly("m.jsonl line 3", "m.jsonl line 4");
  }

  /** A list would be read as nothing, and nothing is public. */
  @Test
  void listInJsonLines_isNoValue() throws IOException {
    Path manifest = folder.resolve("m.jsonl");
    Files.writeString(
        manifest, "{\"nova\": \"N\", \"locator\": \"a.fits\", \"rights\": [\"PRIVATE\"]}\n");

    Candidates read = ManifestReader.read(manifest, null, Provider.LOCAL);

    assertThat(read.accepted()).isEmpty();
    assertThat(read.rejected())
        .singleElement()
        .extracting(Rejection::message)
        .asString()
        .startsWith("Cannot read m.jsonl line 1: 'rights' is neither text nor a number");
  }

  @Test
  void unknownColumn_stopsTheManifest() {
    assertThatThrownBy(() -> csv("nvoa,locator", "x,a.fits"))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "Cannot read manifest '%s': unknown column 'nvoa' (the columns are nova, provider, product_key, locator, sha256, rights, licence, bibcode, doi, observers, acknowledgement, source_url)"
                .formatted(folder.resolve("m.csv")));
  }

  @Test
  void sameProductTwice_isRejectedWithBothLines() throws IOException {
    Candidates read = csv("nova,product_key,locator", "N,k,a.fits", "N,k,b.fits", "N,other,a.fits");

    assertThat(read.accepted()).hasSize(2);
    assertThat(read.rejected())
        .containsExactly(
            new Rejection(
                "m.csv line 3",
                RejectCode.DUPLICATE_PRODUCT_KEY,
                "Cannot register m.csv line 3: the same product stands in m.csv line 2 (remove one of them)"));
  }

  @Test
  void badRows_areRejectedAlone() throws IOException {
    Candidates read =
        csv(
            "nova,provider,product_key,locator,sha256",
            "N,eso,k1,,",
            ",eso,k2,a.fits,",
            "N,e#o,k3,a.fits,",
            "N,eso,k4,a.fits,abc",
            "N,eso,k5,ftp://host/a.fits,",
            "N,eso,k6",
            "N,eso,k7,good.fits,");

    assertThat(read.accepted()).extracting(Candidate::productKey).containsExactly("k7");
    assertThat(read.rejected())
        .extracting(Rejection::code)
        .containsExactly(
            RejectCode.ROW_INVALID,
            RejectCode.ROW_INVALID,
            RejectCode.ROW_INVALID,
            RejectCode.ROW_INVALID,
            RejectCode.LOCATOR_UNSUPPORTED,
            RejectCode.ROW_INVALID);
  }

  @Test
  void defaultNova_fillsEmptyCells() throws IOException {
    Path manifest = manifest("locator", "a.fits");

    Candidates read = ManifestReader.read(manifest, "V339 Del", Provider.LOCAL);

    assertThat(read.accepted()).extracting(Candidate::nova).isEqualTo(List.of("V339 Del"));
  }

  @Test
  void originsOfSpectra_areStatedInColumns_andInJsonLines() throws IOException {
    Path lines = folder.resolve("m.jsonl");
    Files.writeString(
        lines,
        """
        {"nova": "N", "locator": "a.dat", "source_type": "synthetic", "flux_type": "intensity", "simulator": "CMFGEN", "teff": 12000, "logg": 1.5, "feh": -0.3}
        {"nova": "N", "locator": "b.dat", "teff": null}
        """);
    Path csv =
        manifest(
            "nova,locator,source_type,flux_type,simulator,teff,logg,feh",
            "N,a.dat,synthetic,intensity,CMFGEN,12000,1.5,-0.3",
            "N,b.dat,,,,,,");

    for (Path manifest : List.of(lines, csv)) {
      assertThat(ManifestReader.ofSpectra(manifest, null, Provider.LOCAL).accepted())
          .extracting(one -> SpectrumOrigin.of(one.stated()))
          .containsExactly(
              new SpectrumOrigin(
                  SourceType.SYNTHETIC, FluxType.INTENSITY, "CMFGEN", 12000, 1.5, -0.3),
              SpectrumOrigin.UNSTATED);
    }
  }

  @Test
  void originThatIsNone_rejectsItsRow() throws IOException {
    Files.writeString(
        folder.resolve("c.dat.sidecar.json"), "{\"teff\": 12000, \"source_type\": \"observed\"}");

    Candidates read =
        ManifestReader.ofSpectra(
            manifest(
                "nova,locator,source_type,simulator,teff,rights",
                "N,a.dat,simulated,,,PRIVATE",
                "N,b.dat,,,-999,",
                "N,c.dat,,,nan,",
                "N,d.dat,,CMFGEN,,"),
            null,
            Provider.LOCAL);

    assertThat(read.accepted())
        .extracting(one -> one.locator().fileName())
        .containsExactly("c.dat");
    assertThat(read.remarks()).anyMatch(one -> one.contains("teff 'nan' in manifest m.csv line 4"));
    assertThat(read.rejected()).extracting(Rejection::code).containsOnly(RejectCode.ROW_INVALID);
    assertThat(read.rejected())
        .extracting(Rejection::message)
        .containsExactly(
            "Cannot use source_type = 'simulated' of manifest m.csv line 2: it is none of observed, synthetic, emulator, forward_model, stacked (write one of them, or leave it out)",
            "Cannot use teff = '-999' of manifest m.csv line 3: it is no number from 100 to 1e8, in K (write one, or leave it out where it is not known)",
            "Cannot use simulator = 'CMFGEN' of manifest m.csv line 5: its source_type is observed, and no code computes what is observed (state source_type, such as synthetic, or leave out simulator)");
    assertThat(read.withheld()).hasSize(1);
  }

  @Test
  void missingManifest_isTheUsersMistake() {
    Path missing = folder.resolve("none.csv");

    assertThatThrownBy(() -> ManifestReader.read(missing, null, Provider.LOCAL))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("Cannot read manifest '" + missing + "'");
  }

  @Test
  void emptyManifest_isTheUsersMistake() throws IOException {
    Path empty = Files.createFile(folder.resolve("m.csv"));

    assertThatThrownBy(() -> ManifestReader.read(empty, null, Provider.LOCAL))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("it is empty");
  }

  private Candidates csv(String... lines) throws IOException {
    return ManifestReader.read(manifest(lines), null, Provider.LOCAL);
  }

  private Path manifest(String... lines) throws IOException {
    return Files.writeString(folder.resolve("m.csv"), String.join("\n", lines) + "\n");
  }
}

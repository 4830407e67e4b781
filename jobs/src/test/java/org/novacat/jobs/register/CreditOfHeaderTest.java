package org.novacat.jobs.register;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.testing.Commands;

/** FITS files through register, ingest and bundle. */
class CreditOfHeaderTest {
  private static final int BLOCK = 2880;
  private static final int SAMPLES = 200;

  @TempDir private Path folder;
  private Commands commands;

  @BeforeEach
  void start() {
    commands = new Commands(folder.resolve("workspace"));
  }

  @Test
  void authorAndDoiOfTheHeader_areInTheCredit_andWhatIsPrivateIsInNoBundle() throws IOException {
    Files.write(folder.resolve("open.fits"), fits(1, "Open, O."));
    Files.write(folder.resolve("closed.fits"), fits(2, "Closed, C."));
    register("locator,rights", "open.fits,", "closed.fits,PRIVATE");
    JsonNode ingested = commands.json("ingest-spectra").expect(ExitCode.OK).json();
    assertThat(ingested.at("/spectra/ended/done").asInt()).as(ingested.toString()).isEqualTo(2);

    JsonNode shown = commands.json("rights", "show", "open.fits").expect(ExitCode.OK).json();
    commands.novacat("bundle").expect(ExitCode.OK);

    assertThat(shown.at("/observers/value/0").asText()).isEqualTo("Open, O.");
    assertThat(shown.at("/observers/origin").asText()).isEqualTo("header");
    assertThat(shown.at("/doi/value").asText()).isEqualTo("10.1000/182");
    assertThat(shown.at("/licence/value").asText()).isEqualTo("CC-BY-4.0");
    assertThat(bundle(commands)).contains("Open, O.", "10.1000/182").doesNotContain("Closed, C.");
  }

  @Test
  void validSpectrumAndItsDuplicate_takeWhatIsSaidLater_butNotWithOtherBytes() throws IOException {
    Files.write(folder.resolve("open.fits"), fits(1, "Open, O."));
    Files.write(folder.resolve("twin.fits"), fits(1, "Open, O."));
    register("locator,licence", "open.fits,", "twin.fits,");
    commands.novacat("ingest-spectra").expect(ExitCode.OK);
    commands.novacat("bundle").expect(ExitCode.OK);

    JsonNode report = register("locator,licence", "open.fits,MIT", "twin.fits,MIT");

    assertThat(report.at("/files/ended/unchanged").asInt()).isEqualTo(2);
    assertThat(report.get("rights")).hasSize(2);
    assertThat(commands.json("ingest-spectra").json().at("/spectra/ended/done").asInt()).isZero();
    assertThat(commands.json("bundle").json().at("/bundles/ended/done").asInt()).isEqualTo(1);
    assertThat(bundle(commands)).contains("MIT").doesNotContain("credit_said");

    Files.write(folder.resolve("open.fits"), fits(1, "Other, O."));
    Files.write(folder.resolve("twin.fits"), fits(1, "Other, O."));
    // Which of the two is the duplicate, whose bytes may be replaced, their ids decide.
    JsonNode refused = register("locator,licence", "open.fits,CC0-1.0", "twin.fits,CC0-1.0");
    assertThat(refused.get("look_at"))
        .extracting(one -> one.get("code").asText())
        .containsExactly("RAW_IMMUTABLE");
    assertThat(refused.get("rights")).as("of the other one").hasSize(1);
    commands.novacat("verify", "--deep").expect(ExitCode.OK);
  }

  private JsonNode register(String... rows) throws IOException {
    Path manifest = Files.writeString(folder.resolve("list.csv"), String.join("\n", rows) + "\n");
    return commands
        .json("register", manifest.toString(), "--nova", "V339 Del")
        .expect(ExitCode.OK)
        .json();
  }

  private static String bundle(Commands commands) throws IOException {
    StringBuilder text = new StringBuilder();
    try (Stream<Path> all =
        Files.walk(commands.workspace().resolve("buckets/nova-cat-private-data/bundles"))) {
      Path path = all.filter(file -> file.endsWith("full.zip")).findFirst().orElseThrow();
      try (ZipFile zip = new ZipFile(path.toFile())) {
        for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(e -> (ZipEntry) e)::iterator) {
          text.append(entry.getName()).append('\n');
          text.append(new String(zip.getInputStream(entry).readAllBytes(), ISO_8859_1));
        }
      }
    }
    return text.toString();
  }

  private static byte[] fits(int seed, String author) throws IOException {
    ByteBuffer flux = ByteBuffer.allocate((SAMPLES * Float.BYTES / BLOCK + 1) * BLOCK);
    for (int n = 0; n < SAMPLES; n++) {
      flux.putFloat(n * Float.BYTES, (float) (seed + Math.exp(-Math.pow((n - 100) / 5.0, 2))));
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String cards =
        Stream.of(
                List.of("SIMPLE", "T"),
                List.of("BITPIX", "-32"),
                List.of("NAXIS", "1"),
                List.of("NAXIS1", "" + SAMPLES),
                List.of("CRVAL1", "4000.0"),
                List.of("CDELT1", "2.0"),
                List.of("CRPIX1", "1.0"),
                List.of("CTYPE1", "'WAVE    '"),
                List.of("CUNIT1", "'Angstrom'"),
                List.of("OBJECT", "'V339 Del'"),
                List.of("DATE-OBS", "'2013-08-1" + seed + "T20:00:00'"),
                List.of("EXPTIME", "600.0"),
                List.of("TELESCOP", "'C11     '"),
                List.of("AUTHOR", "'" + author + "'"),
                List.of("REFERENC", "'doi:10.1000/182'"),
                List.of("LICENSE", "'CC-BY-4.0'"))
            .map(card -> padded("%-8s= %20s".formatted(card.get(0), card.get(1)), 80))
            .reduce("", String::concat);
    out.write(padded(cards + padded("END", 80), BLOCK).getBytes(ISO_8859_1));
    out.write(flux.array());
    return out.toByteArray();
  }

  private static String padded(String text, int length) {
    return text + " ".repeat(Math.max(0, length - text.length()));
  }
}

package org.novacat.fits.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.novacat.fits.file.Hdu;
import org.novacat.fits.spark.hdu.HduRow;
import org.novacat.fits.spark.query.FileColumn;
import org.novacat.fits.spark.query.FitsOptions;
import org.novacat.fits.spark.spectrum.SpectrumRow;

/** The reference page names the options and columns that there are. */
class FitsDocumentTest {
  private static final Pattern ROW =
      Pattern.compile("^\\| (`[^|]+`) \\| ([^|]+) \\|", Pattern.MULTILINE);

  private static String section(String title) throws IOException {
    String page = Files.readString(Path.of("..", "..", "docs", "formats", "fits-data-source.md"));
    return Arrays.stream(page.split("\n## "))
        .filter(section -> section.startsWith(title + "\n"))
        .findFirst()
        .orElseThrow();
  }

  /** Names and, where they are short, types of the rows of a table. */
  private static List<String> rows(String title) throws IOException {
    return ROW.matcher(section(title))
        .results()
        .map(m -> m.group(1).replace("`", "") + " " + shortened(m.group(2).strip()))
        .toList();
  }

  private static String shortened(String type) {
    return type.contains("struct") ? "struct" : type.replace(" ", "");
  }

  private static List<String> columns(StructType schema) {
    return Arrays.stream(schema.fields())
        .map(field -> field.name() + " " + shortened(field.dataType().catalogString()))
        .toList();
  }

  @Test
  void options_areThoseThatAreKnown() throws IOException {
    List<String> named =
        Pattern.compile("`(\\w+)`")
            .matcher(
                ROW.matcher(section("Options"))
                    .results()
                    .map(m -> m.group(1))
                    .reduce("", String::concat))
            .results()
            .map(m -> m.group(1))
            .toList();

    assertThat(named).containsExactlyElementsOf(FitsOptions.KNOWN);
  }

  @Test
  void columns_areThoseOfTheModes() throws IOException {
    StructType metadata =
        new StructType(
            Arrays.stream(FileColumn.values())
                .map(FileColumn::field)
                .toArray(org.apache.spark.sql.types.StructField[]::new));

    assertThat(rows("Metadata columns")).isEqualTo(columns(metadata));
    assertThat(rows("Mode `hdus`")).isEqualTo(columns(HduRow.TYPE));
    assertThat(rows("Mode `spectra`")).isEqualTo(columns(SpectrumRow.TYPE));
  }

  @Test
  void kinds_areAllNamed() throws IOException {
    for (Hdu.Kind kind : Hdu.Kind.values()) {
      assertThat(section("Mode `hdus`")).contains("`" + kind + "`");
    }
  }
}

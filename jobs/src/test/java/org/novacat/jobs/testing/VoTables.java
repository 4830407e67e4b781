package org.novacat.jobs.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.novacat.jobs.parquet.ParquetInput;
import org.novacat.jobs.parquet.VoTableHeader;

/** What Debian's STILTS says of documents; where it is absent, nobody says anything. */
public final class VoTables {
  private static final Path STILTS = Path.of("/usr/bin/stilts");

  private VoTables() {}

  /** The VOTable in the footer of a Parquet file. */
  public static String header(Path parquet) throws IOException {
    try (ParquetFileReader reader = ParquetFileReader.open(ParquetInput.of(parquet))) {
      return reader.getFileMetaData().getKeyValueMetaData().get(VoTableHeader.CONTENT);
    }
  }

  /** Fails when votlint has a word to say of a VOTable; skipped in silence without STILTS. */
  public static void assertSound(String voTable, Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("sound.vot"), voTable);
    assertThat(stilts("votlint", "votable=" + file)).isEmpty();
  }

  /** Whether STILTS is here. */
  public static boolean hasStilts() {
    return Files.isExecutable(STILTS);
  }

  /** What a task of STILTS prints, both streams; "" without STILTS. */
  public static String stilts(String... arguments) throws IOException {
    if (!hasStilts()) {
      return "";
    }
    List<String> command = new ArrayList<>(List.of(STILTS.toString()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    return new String(process.getInputStream().readAllBytes(), UTF_8);
  }
}

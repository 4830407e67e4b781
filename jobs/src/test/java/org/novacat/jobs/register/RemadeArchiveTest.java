package org.novacat.jobs.register;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.novacat.jobs.register.fetch.HostileArchives.add;
import static org.novacat.jobs.register.fetch.HostileArchives.noise;
import static org.novacat.jobs.register.fetch.HostileArchives.tarGz;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.testing.Commands;

/** Archives that are made anew at the same place, after products came from the first. */
class RemadeArchiveTest {
  @TempDir private Path folder;
  private Commands commands;
  private Path archive;
  private byte[] first;

  @BeforeEach
  void registerFirst() throws IOException {
    commands = new Commands(folder.resolve("workspace"));
    archive = folder.resolve("a.tgz");
    first =
        tarGz(
            tar -> {
              add(tar, "a.fits", noise(3000));
              add(tar, "notes.txt", "first".getBytes(UTF_8));
            });
    assertCounts(register(first), 1, 0);
  }

  @Test
  void remadeArchive_liesBesideTheFirst() throws IOException {
    byte[] second =
        tarGz(
            tar -> {
              add(tar, "a.fits", noise(3000));
              add(tar, "b.fits", noise(4000));
              add(tar, "notes.txt", "second".getBytes(UTF_8));
            });

    assertCounts(register(second), 1, 1);

    assertThat(stored("archive.tar.gz")).containsExactlyInAnyOrder(first, second);
    assertThat(stored("notes.txt"))
        .containsExactlyInAnyOrder("first".getBytes(UTF_8), "second".getBytes(UTF_8));
    assertCounts(register(second), 0, 2);
    assertCounts(register(first), 0, 1);
    assertThat(stored("archive.tar.gz")).hasSize(2);
  }

  /** The control. */
  @Test
  void sameArchive_isKnown() throws IOException {
    assertCounts(register(first), 0, 1);

    assertThat(stored("archive.tar.gz")).containsExactly(first);
  }

  private JsonNode register(byte[] bytes) throws IOException {
    Files.write(archive, bytes);
    return commands.json("register", "--nova", "V339 Del", archive.toString()).json();
  }

  private static void assertCounts(JsonNode report, int registered, int known) {
    assertThat(
            List.of(
                report.at("/files/ended/done").asInt(),
                report.at("/files/ended/unchanged").asInt(),
                report.at("/files/ended/refused").asInt()))
        .as(report.toString())
        .containsExactly(registered, known, 0);
  }

  private List<byte[]> stored(String name) throws IOException {
    Path root = commands.workspace().resolve("buckets/nova-cat-private-data/raw");
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(file -> file.endsWith(name)).map(RemadeArchiveTest::bytes).toList();
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

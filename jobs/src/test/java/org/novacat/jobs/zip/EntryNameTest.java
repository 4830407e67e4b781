package org.novacat.jobs.zip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.novacat.layouts.testing.Seeded;
import org.novacat.persistence.store.Content;

class EntryNameTest {
  private static final List<String> HOSTILE =
      List.of(
          "..",
          ".",
          "/",
          "\\",
          "//",
          "C:",
          "c:\\x",
          "\0",
          "\n",
          "\u202e",
          "CON",
          "nul",
          "com1.txt",
          "LPT9 ",
          "~",
          "$HOME",
          "`id`",
          "-rf",
          "..\\..\\",
          "../../",
          "e\u0301",
          "\u00e9",
          "\u661f",
          "\ud83d\ude00",
          "\ud83d",
          " ",
          ".",
          "...",
          "V*",
          "V1324 Sco",
          "FH\u2044Ser",
          "a:b",
          "?",
          "\u212a",
          "\u0130",
          "\u017f",
          "|",
          "%2e%2e%2f",
          "\u2025",
          "\uff0e\uff0e\uff0f");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/a",
        "a/",
        "a//b",
        "../a",
        "a/../b",
        "./a",
        "a\\b",
        "C:/a",
        "a/b:c",
        "a*",
        "a?",
        "a.",
        "a./b",
        "a ",
        " a",
        "a/ b",
        "CON",
        "a/nul.txt",
        "Com1",
        "lpt9.x/y",
        "a\u0000b",
        "a\nb",
        "e\u0301"
      })
  void nameThatIsNotSafeEverywhere_isRefused(String name) {
    assertThatThrownBy(() -> EntryName.of(name)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void nameOfMoreThan240Bytes_isRefused() {
    assertThat(EntryName.of("a".repeat(240)).toString()).hasSize(240);
    assertThatThrownBy(() -> EntryName.of("\u661f".repeat(81)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("more than 240 bytes");
  }

  @ParameterizedTest
  @CsvSource({
    "V1324 Sco, V1324-Sco",
    "Nova Sgr 1919 #2, Nova-Sgr-1919-2",
    "M31N 2008-12a, M31N-2008-12a",
    "é|è, e-e",
    "../../etc/passwd, etc-passwd",
    "CON, _CON",
    "nul.txt, _nul.txt",
    "星, unnamed",
    "'', unnamed",
    "..., unnamed",
    "a..b, a.b",
    "+12.5_x, +12.5_x",
  })
  void segment_isReadable(String text, String segment) {
    assertThat(EntryName.segment(text, 60)).isEqualTo(segment);
  }

  @Test
  void segmentOfAnyText_isOnePartThatIsSafeAndNotTooLong() {
    Seeded.cases(
        3000,
        random -> {
          int most = 8 + random.nextInt(40);

          String segment = EntryName.segment(hostile(random), most);

          assertThat(segment).matches("[A-Za-z0-9+._-]+").hasSizeLessThanOrEqualTo(most);
          assertThat(EntryName.of(segment).path().value()).isEqualTo(segment);
        });
  }

  /** Whatever is taken as a name is unpacked below the folder, and each to a place of its own. */
  @Test
  void entriesUnderHostileNames_stayInTheFolderWhereTheyAreUnpacked() throws Exception {
    List<String> added = new ArrayList<>();
    Path zip = folder.resolve("hostile.zip");
    try (OutputStream out = Files.newOutputStream(zip)) {
      ZipFileWriter writer = new ZipFileWriter(out);
      Seeded.cases(2000, random -> add(writer, name(random), added));
      writer.finish();
    }
    assertThat(added).hasSizeGreaterThan(500);

    assertThat(unpackedByJava(zip)).containsExactlyInAnyOrderElementsOf(added);
    ZipReaders.said("unzip", "-q", zip.toString(), "-d", inside("unzip").toString());
    assertThat(below(inside("unzip"))).hasSize(added.size());
    ZipReaders.said("python3", "-m", "zipfile", "-e", zip.toString(), inside("python").toString());
    assertThat(below(inside("python"))).hasSize(added.size());
    try (Stream<Path> beside = Files.list(folder)) {
      assertThat(beside.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("hostile.zip", "java", "unzip", "python");
    }
  }

  /** A path of hostile parts as they are, or as the writer of a bundle makes them. */
  private static String name(Random random) {
    StringBuilder name = new StringBuilder();
    for (int parts = 1 + random.nextInt(3); parts > 0; parts--) {
      String part = hostile(random);
      name.append(random.nextBoolean() ? part : EntryName.segment(part, 30));
      name.append(parts > 1 ? "/" : "");
    }
    return name.toString();
  }

  private static String hostile(Random random) {
    StringBuilder text = new StringBuilder();
    for (int pieces = random.nextInt(4); pieces >= 0; pieces--) {
      text.append(HOSTILE.get(random.nextInt(HOSTILE.size())));
      text.append(random.nextBoolean() ? "" : Character.toString('A' + random.nextInt(58)));
    }
    return text.toString();
  }

  private static void add(ZipFileWriter writer, String text, List<String> added)
      throws IOException {
    try {
      EntryName name = EntryName.of(text);
      writer.add(name, Content.of(new byte[] {1}));
      added.add(text);
    } catch (IllegalArgumentException e) {
      assertThat(e).hasMessageStartingWith("Cannot ");
    }
  }

  private Path inside(String name) {
    return folder.resolve(name);
  }

  /** As one does who believes what names say. */
  private List<String> unpackedByJava(Path zip) throws IOException {
    Path to = inside("java");
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        Path file = to.resolve(entry.getName());
        assertThat(file.normalize()).isEqualTo(file).startsWithRaw(to);
        Files.createDirectories(file.getParent());
        Files.copy((InputStream) in, file); // fails where a file is already
      }
    }
    return below(to);
  }

  private static List<String> below(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString())
          .toList();
    }
  }
}

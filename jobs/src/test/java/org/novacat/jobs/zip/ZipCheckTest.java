package org.novacat.jobs.zip;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.novacat.layouts.id.ContentHash;
import org.novacat.persistence.store.Content;

class ZipCheckTest {
  private final List<ZippedEntry> entries = new ArrayList<>();
  private final byte[] zip = zip();

  @Test
  void soundFile_hasNoProblem_andIsReadToItsEnd() throws IOException {
    ByteArrayInputStream in = new ByteArrayInputStream(zip);

    assertThat(ZipCheck.problem(in, entries)).isEmpty();
    assertThat(in.available()).isZero();
  }

  @Test
  void otherBytes_anotherName_oneMore_orOneLess_isTold() throws IOException {
    ZippedEntry first = entries.get(0);
    ZippedEntry other =
        new ZippedEntry(first.name(), first.length(), ContentHash.of(new byte[1]), first.crc32());

    assertThat(problem(zip, List.of(other, entries.get(1)))).contains("entry 'a.txt' has 5 bytes");
    assertThat(problem(zip, List.of(entries.get(1), entries.get(0))))
        .contains("entry 'a.txt' is there in the place of 'b.png'");
    assertThat(problem(zip, entries.subList(0, 1))).contains("'b.png' is one too many");
    assertThat(problem(zip, List.of(first, entries.get(1), first))).contains("'a.txt' is missing");
    assertThat(problem(new byte[0], entries)).contains("'a.txt' is missing");
  }

  /** Each byte of the first entry from its name on, and each place where the file may end. */
  @Test
  void fileThatWasChangedOrCut_isTold() throws IOException {
    for (int at = 30; at < second(); at++) {
      byte[] changed = zip.clone();
      changed[at] ^= 1;
      assertThat(problem(changed, entries)).as("byte %s", at).isNotEmpty();
    }
    for (int end = 0; end < directory(); end++) {
      assertThat(problem(Arrays.copyOf(zip, end), entries)).as("cut at %s", end).isNotEmpty();
    }
  }

  private int directory() {
    return zip.length - 22 - 2 * (46 + 5);
  }

  private int second() {
    for (int at = 1; ; at++) {
      if (zip[at] == 'P' && zip[at + 1] == 'K' && zip[at + 2] == 3 && zip[at + 3] == 4) {
        return at;
      }
    }
  }

  private static String problem(byte[] zip, List<ZippedEntry> entries) throws IOException {
    Optional<String> problem = ZipCheck.problem(new ByteArrayInputStream(zip), entries);
    return problem.orElse("");
  }

  private byte[] zip() {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ZipFileWriter writer = new ZipFileWriter(out);
      entries.add(writer.add(EntryName.of("a.txt"), Content.of("hello".getBytes(UTF_8))));
      entries.add(writer.add(EntryName.of("b.png"), Content.of("picture".getBytes(UTF_8))));
      writer.finish();
      return out.toByteArray();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}

package org.novacat.jobs.register;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveTest {
  @TempDir Path folder;

  @Test
  void zip_givesItsMembers() throws Exception {
    Archive archive = zip(Map.of("spectra/_a.fits", bytes("one")));

    assertThat(archive.safeNames()).containsExactly("spectra/_a.fits");
    assertThat(members(archive)).containsExactly(Map.entry("spectra/_a.fits", "one"));
  }

  @Test
  void tarGz_givesItsMembers() throws Exception {
    Path file = folder.resolve("a.tar.gz");
    try (TarArchiveOutputStream tar = tar(file)) {
      TarArchiveEntry directory = new TarArchiveEntry("x/");
      tar.putArchiveEntry(directory);
      tar.closeArchiveEntry();
      TarArchiveEntry entry = new TarArchiveEntry("x/a.fits");
      entry.setSize(3);
      tar.putArchiveEntry(entry);
      tar.write(bytes("one"));
      tar.closeArchiveEntry();
    }

    Archive archive = new Archive(file, "a.tar.gz", FetchLimits.STANDARD);

    assertThat(archive.safeNames()).containsExactly("x/a.fits");
    assertThat(members(archive)).containsExactly(Map.entry("x/a.fits", "one"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../evil.fits",
        "a/../../evil.fits",
        "/etc/evil.fits",
        "C:\\evil.fits",
        "c:evil.fits",
        "a\\..\\evil.fits",
        "a/./b.fits",
        "a//b.fits"
      })
  void nameThatLeadsOut_refusesTheWholeArchive(String name) throws Exception {
    Map<String, byte[]> members = new LinkedHashMap<>();
    members.put("good.fits", bytes("one"));
    members.put(name, bytes("two"));
    Archive archive = zip(members);

    assertThatThrownBy(archive::safeNames)
        .isInstanceOfSatisfying(
            RejectedException.class,
            e -> assertThat(e.rejection("").code()).isEqualTo(RejectCode.ARCHIVE_UNSAFE_NAME))
        .hasMessageContaining(".fits' has no safe name")
        .hasMessageContaining("nothing of it was stored");
  }

  @Test
  void namesThatDifferInCaseOnly_areRefused() throws Exception {
    Map<String, byte[]> members = new LinkedHashMap<>();
    members.put("a.fits", bytes("one"));
    members.put("A.fits", bytes("two"));

    assertThatThrownBy(zip(members)::safeNames)
        .hasMessageContaining("differs from another in case");
  }

  @Test
  void bomb_isStoppedByItsRatio() throws Exception {
    Archive archive = zip(Map.of("bomb.fits", new byte[64 << 20]));

    assertThatThrownBy(() -> archive.unpack((name, bytes) -> {}))
        .isInstanceOfSatisfying(
            RejectedException.class,
            e -> assertThat(e.rejection("").code()).isEqualTo(RejectCode.ARCHIVE_LIMIT))
        .hasMessageContaining("inflates more than 200-fold");
  }

  @Test
  void damagedArchive_isUnreadable() throws Exception {
    Path file = Files.writeString(folder.resolve("a.zip"), "PK is not enough");

    assertThatThrownBy(new Archive(file, "a.zip", FetchLimits.STANDARD)::safeNames)
        .isInstanceOfSatisfying(
            RejectedException.class,
            e -> assertThat(e.rejection("").code()).isEqualTo(RejectCode.ARCHIVE_UNREADABLE));
  }

  @Test
  void linkInTar_isUnreadable() throws Exception {
    Path file = folder.resolve("a.tgz");
    try (TarArchiveOutputStream tar = tar(file)) {
      TarArchiveEntry link = new TarArchiveEntry("a.fits", TarConstants.LF_SYMLINK);
      link.setLinkName("/etc/passwd");
      tar.putArchiveEntry(link);
      tar.closeArchiveEntry();
    }

    assertThatThrownBy(new Archive(file, "a.tgz", FetchLimits.STANDARD)::safeNames)
        .hasMessageContaining("is a link");
  }

  private Archive zip(Map<String, byte[]> members) throws IOException {
    Path file = folder.resolve("a.zip");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> member : members.entrySet()) {
        zip.putNextEntry(new ZipEntry(member.getKey()));
        zip.write(member.getValue());
        zip.closeEntry();
      }
    }
    return new Archive(file, "a.zip", FetchLimits.STANDARD);
  }

  private static TarArchiveOutputStream tar(Path file) throws IOException {
    return new TarArchiveOutputStream(new GZIPOutputStream(Files.newOutputStream(file)));
  }

  private static Map<String, String> members(Archive archive) throws RejectedException {
    Map<String, String> members = new LinkedHashMap<>();
    archive.unpack((name, bytes) -> members.put(name, new String(bytes, UTF_8)));
    return members;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}

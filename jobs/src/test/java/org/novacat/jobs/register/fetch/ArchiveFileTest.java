package org.novacat.jobs.register.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
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
import org.novacat.jobs.register.source.RejectCode;
import org.novacat.jobs.register.source.RejectedException;
import org.novacat.jobs.register.source.RejectedException.Rejection;

public class ArchiveFileTest {
  @TempDir Path folder;

  @Test
  void zip_givesItsMembers() throws Exception {
    ArchiveFile archive = zip(Map.of("spectra/_a.fits", bytes("one")));

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

    ArchiveFile archive = new ArchiveFile(file, "a.tar.gz", FetchLimits.STANDARD);

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
    ArchiveFile archive = zip(members);

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
    ArchiveFile archive = zip(Map.of("bomb.fits", new byte[64 << 20]));

    assertThat(refused(archive))
        .singleElement()
        .satisfies(one -> assertThat(one.code()).isEqualTo(RejectCode.ARCHIVE_LIMIT))
        .satisfies(one -> assertThat(one.message()).contains("inflates more than 200-fold"));
  }

  @Test
  void damagedArchive_isUnreadable() throws Exception {
    Path file = Files.writeString(folder.resolve("a.zip"), "PK is not enough");

    assertThatThrownBy(new ArchiveFile(file, "a.zip", FetchLimits.STANDARD)::safeNames)
        .isInstanceOfSatisfying(
            RejectedException.class,
            e -> assertThat(e.rejection("").code()).isEqualTo(RejectCode.ARCHIVE_UNREADABLE));
  }

  @Test
  void bombInTar_isStoppedWhileNamesAreRead() throws Exception {
    Path file = folder.resolve("a.tgz");
    try (TarArchiveOutputStream tar = tar(file)) {
      add(tar, "bomb.fits", new byte[64 << 20]);
    }

    assertThatThrownBy(new ArchiveFile(file, "a.tgz", FetchLimits.STANDARD)::safeNames)
        .isInstanceOfSatisfying(
            RejectedException.class,
            e -> assertThat(e.rejection("").code()).isEqualTo(RejectCode.ARCHIVE_LIMIT))
        .hasMessageContaining("inflates more than 200-fold");
  }

  @Test
  void cutTar_isUnreadable() throws Exception {
    Path file = folder.resolve("a.tgz");
    byte[] noise = new byte[100_000];
    new Random(1).nextBytes(noise);
    try (TarArchiveOutputStream tar = tar(file)) {
      add(tar, "a.fits", noise);
    }
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), (int) Files.size(file) - 4));

    assertThatThrownBy(new ArchiveFile(file, "a.tgz", FetchLimits.STANDARD)::safeNames)
        .isInstanceOfSatisfying(
            RejectedException.class,
            e -> assertThat(e.rejection("").code()).isEqualTo(RejectCode.ARCHIVE_UNREADABLE));
  }

  @Test
  void memberWithOtherBytesThanItsChecksum_isRefusedAlone() throws Exception {
    Map<String, byte[]> members = new LinkedHashMap<>();
    members.put("bad.fits", bytes("one"));
    members.put("good.fits", bytes("two"));
    ArchiveFile archive = zip(members);
    byte[] bytes = Files.readAllBytes(folder.resolve("a.zip"));
    int directory = new String(bytes, ISO_8859_1).indexOf("PK\u0001\u0002");
    bytes[directory + 16] ^= 1;
    Files.write(folder.resolve("a.zip"), bytes);

    assertThat(members(archive)).containsExactly(Map.entry("good.fits", "two"));
    assertThat(refused(archive))
        .singleElement()
        .satisfies(one -> assertThat(one.code()).isEqualTo(RejectCode.ARCHIVE_UNREADABLE))
        .satisfies(one -> assertThat(one.message()).contains("others than its checksum says"));
  }

  @Test
  void fileThatIsAFolderToo_refusesTheWholeArchive() throws Exception {
    Map<String, byte[]> members = new LinkedHashMap<>();
    members.put("a.fits", bytes("one"));
    members.put("A.fits/b.fits", bytes("two"));

    assertThatThrownBy(zip(members)::safeNames)
        .hasMessageContaining("'A.fits/b.fits' has no safe name: one of its folders is a member");
  }

  @Test
  void longName_isRefusedAlone() throws Exception {
    Map<String, byte[]> members = new LinkedHashMap<>();
    members.put("n".repeat(300) + ".fits", bytes("one"));
    members.put("good.fits", bytes("two"));
    ArchiveFile archive = zip(members);

    assertThat(archive.safeNames()).hasSize(2);
    assertThat(members(archive)).containsExactly(Map.entry("good.fits", "two"));
    assertThat(refused(archive))
        .extracting(Rejection::code)
        .containsExactly(RejectCode.NAME_INVALID);
  }

  @Test
  void linkInTar_isRefusedAlone() throws Exception {
    Path file = folder.resolve("a.tgz");
    try (TarArchiveOutputStream tar = tar(file)) {
      TarArchiveEntry link = new TarArchiveEntry("a.fits", TarConstants.LF_SYMLINK);
      link.setLinkName("/etc/passwd");
      tar.putArchiveEntry(link);
      tar.closeArchiveEntry();
    }

    ArchiveFile archive = new ArchiveFile(file, "a.tgz", FetchLimits.STANDARD);

    assertThat(refused(archive))
        .singleElement()
        .satisfies(one -> assertThat(one.message()).contains("is a link"));
  }

  private ArchiveFile zip(Map<String, byte[]> members) throws IOException {
    Path file = folder.resolve("a.zip");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> member : members.entrySet()) {
        zip.putNextEntry(new ZipEntry(member.getKey()));
        zip.write(member.getValue());
        zip.closeEntry();
      }
    }
    return new ArchiveFile(file, "a.zip", FetchLimits.STANDARD);
  }

  private static TarArchiveOutputStream tar(Path file) throws IOException {
    return new TarArchiveOutputStream(new GZIPOutputStream(Files.newOutputStream(file)));
  }

  private static void add(TarArchiveOutputStream tar, String name, byte[] bytes)
      throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name);
    entry.setSize(bytes.length);
    tar.putArchiveEntry(entry);
    tar.write(bytes);
    tar.closeArchiveEntry();
  }

  private static final class Taken implements ArchiveFile.MemberConsumer {
    private final Map<String, String> members = new LinkedHashMap<>();
    private final List<Rejection> refused = new ArrayList<>();

    @Override
    public void member(String path, Fetched bytes) {
      try {
        members.put(path, Files.readString(bytes.file()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void refused(String path, RejectedException why) {
      refused.add(why.rejection(path));
    }
  }

  private static Taken taken(ArchiveFile archive) throws RejectedException {
    Taken taken = new Taken();
    archive.unpack(taken);
    return taken;
  }

  private static Map<String, String> members(ArchiveFile archive) throws RejectedException {
    return taken(archive).members;
  }

  private static List<Rejection> refused(ArchiveFile archive) throws RejectedException {
    return taken(archive).refused;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}

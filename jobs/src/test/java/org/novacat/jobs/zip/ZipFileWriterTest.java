package org.novacat.jobs.zip;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TimeZone;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.layouts.id.ContentHash;
import org.novacat.persistence.store.Content;
import org.novacat.persistence.store.ContentBroken;
import org.novacat.transforms.deflate.RawDeflate;

class ZipFileWriterTest {
  @TempDir Path folder;

  /** Text, noise, nothing, a repeat, stored and not, and a name in another script. */
  private static final Map<String, byte[]> FILES = files();

  @Test
  void file_isReadByAllReaders() throws Exception {
    Path zip = written(FILES);

    assertThatReadersOfJavaFind(hashes(FILES), zip);
  }

  @Test
  void file_isReadByUnzip() throws Exception {
    assertThat(ZipReaders.said("unzip", "-t", written(FILES).toString()))
        .contains("No errors detected");
  }

  @Test
  void file_isReadByPython() throws Exception {
    String script =
        """
        import hashlib, sys, zipfile
        with zipfile.ZipFile(sys.argv[1]) as z:
            assert z.testzip() is None
            for i in z.infolist():
                assert i.date_time == (1980, 1, 1, 0, 0, 0) and i.external_attr >> 16 == 0o100644
                print(hashlib.sha256(z.read(i)).hexdigest())
        """;

    String said = ZipReaders.said("python3", "-c", script, written(FILES).toString());

    assertThat(said.lines())
        .containsExactlyElementsOf(hashes(FILES).values().stream().map(ContentHash::hex).toList());
  }

  /** A change of these bytes makes every bundle a new one: have a reason. */
  @Test
  void sameEntries_giveTheseBytes_inAnyLocaleAndTimeZone() throws IOException {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    byte[] here = bytes(FILES);
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));

      assertThat(bytes(FILES)).isEqualTo(here);
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
    assertThat(ContentHash.of(here).hex())
        .isEqualTo("3cae9ef24d7838086657c4b29430bbcfa3edace6376833ddd28bb9fd7aaf0bc3");
  }

  @Test
  void entry_tellsItsLengthAndSums() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ZipFileWriter writer = new ZipFileWriter(out);

    ZippedEntry entry = writer.add(EntryName.of("a.txt"), Content.of("123456789".getBytes(UTF_8)));

    assertThat(entry.length()).isEqualTo(9);
    assertThat(entry.crc32()).isEqualTo(0xCBF43926L); // the check value of this CRC
    assertThat(entry.sha256()).isEqualTo(ContentHash.of("123456789".getBytes(UTF_8)));
  }

  @Test
  void streamedContent_givesTheSameBytesAsContentOfKnownLength() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ZipFileWriter writer = new ZipFileWriter(out);
    for (Map.Entry<String, byte[]> file : FILES.entrySet()) {
      writer.add(
          EntryName.of(file.getKey()),
          Content.streamed(
              to -> {
                for (byte one : file.getValue()) {
                  to.write(one);
                }
              }));
    }
    writer.finish();

    assertThat(out.toByteArray()).isEqualTo(bytes(FILES));
  }

  @Test
  void entryOfTheSamePlace_isRefused_andTheFileGoesOn() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ZipFileWriter writer = new ZipFileWriter(out);
    writer.add(EntryName.of("a/B.txt"), Content.of(new byte[3]));

    for (String same : List.of("a/B.txt", "A/b.TXT", "a", "A", "a/b.txt/c")) {
      assertThatThrownBy(() -> writer.add(EntryName.of(same), Content.of(new byte[3])))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContainingAll("Cannot add entry '" + same + "'", "upper and lower case");
    }
    writer.add(EntryName.of("a/c"), Content.of(new byte[3]));
    writer.finish();
  }

  @Test
  void entryThatFails_leavesNoFileThatLooksWhole() throws IOException {
    ZipFileWriter writer = new ZipFileWriter(OutputStream.nullOutputStream());
    Content liar = Content.of(3, () -> InputStream.nullInputStream());

    assertThatThrownBy(() -> writer.add(EntryName.of("a"), liar)).isInstanceOf(ContentBroken.class);

    assertThatThrownBy(writer::finish).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> writer.add(EntryName.of("b"), Content.of(new byte[0])))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void moreBytesThanMayBe_areRefused() {
    EntryBody body =
        new EntryBody(
            EntryName.of("a"), RawDeflate.compressing(OutputStream.nullOutputStream()), 3);

    assertThatThrownBy(() -> body.write(new byte[4], 0, 4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("give content of known length");
  }

  /** As behind the first 4 GiB: sums stand before the bytes, which are kept or packed twice. */
  @Test
  void fileWhoseSumsStandBeforeItsBytes_isReadByAllReaders() throws Exception {
    for (int kept : new int[] {0, 1000, 1 << 20}) {
      Path zip = folder.resolve("ahead.zip");
      try (OutputStream out = Files.newOutputStream(zip)) {
        write(FILES, new ZipFileWriter(out, 60, kept));
      }
      assertThatReadersOfJavaFind(hashes(FILES), zip);
      assertThat(ZipReaders.said("unzip", "-tq", zip.toString())).contains("No errors detected");
    }
  }

  @Test
  void contentThatIsAnotherTheSecondTime_isRefused() {
    ZipFileWriter writer = new ZipFileWriter(OutputStream.nullOutputStream(), 0, 0);
    AtomicInteger times = new AtomicInteger();
    Content fickle = Content.streamed(out -> out.write(times.incrementAndGet()));

    assertThatThrownBy(() -> writer.add(EntryName.of("a"), fickle))
        .isInstanceOf(ContentBroken.class)
        .hasMessageContaining("was another when it was asked for again");
    assertThatThrownBy(writer::finish).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void packing_followsTheLastEnding() {
    assertThat(Packing.of(EntryName.of("x.parquet/a.FITS"))).isEqualTo(Packing.DEFLATED);
    assertThat(Packing.of(EntryName.of("a.fits.GZ"))).isEqualTo(Packing.STORED);
    assertThat(Packing.of(EntryName.of("a.png"))).isEqualTo(Packing.STORED);
    assertThat(Packing.of(EntryName.of("README"))).isEqualTo(Packing.DEFLATED);
  }

  @Test
  void manyEntries_areAFileOfZip64() throws Exception {
    Map<String, byte[]> many = new LinkedHashMap<>();
    IntStream.range(0, 65_600)
        .forEach(i -> many.put("d%s/%s".formatted(i % 50, i), new byte[] {(byte) i}));

    Path zip = written(many);

    // Readers of streams do not come to the directory, whose end is what differs.
    assertThat(ZipReaders.javaFile(zip)).isEqualTo(hashes(many));
    assertThat(ZipReaders.said("unzip", "-tq", zip.toString())).contains("No errors detected");
    String count = "import sys, zipfile; print(len(zipfile.ZipFile(sys.argv[1]).infolist()))";
    assertThat(ZipReaders.said("python3", "-c", count, zip.toString()).strip()).isEqualTo("65600");
  }

  /** 8.6 GB are written, and 17.2 GB unpacked by each reader, so it is not in the build. */
  @Test
  @EnabledIfSystemProperty(named = "novacat.zip.huge", matches = "true")
  void entriesAround4GiB_andBehindThem_areReadByAllReaders() throws Exception {
    Path zip = folder.resolve("huge.zip");
    List<ZippedEntry> entries = new ArrayList<>();
    long limit = 1L << 32;
    try (OutputStream out = Files.newOutputStream(zip)) {
      ZipFileWriter writer = new ZipFileWriter(out);
      entries.add(writer.add(EntryName.of("over.fits"), zeros(limit + 5)));
      entries.add(writer.add(EntryName.of("under.fits"), zeros(limit - 2)));
      entries.add(writer.add(EntryName.of("packed-over.gz"), zeros(limit - 1000)));
      entries.add(writer.add(EntryName.of("behind.txt"), Content.of("behind".getBytes(UTF_8))));
      entries.add(writer.add(EntryName.of("behind.gz"), zeros(20 << 20)));
      entries.add(writer.add(EntryName.of("behind-over.fits"), zeros(limit + 7)));
      writer.finish();
    }
    Map<String, ContentHash> expected = new LinkedHashMap<>();
    entries.forEach(entry -> expected.put(entry.name().toString(), entry.sha256()));

    assertThatReadersOfJavaFind(expected, zip);
    assertThat(ZipCheck.problem(Files.newInputStream(zip), entries)).isEmpty();
    assertThat(ZipReaders.said("unzip", "-tq", zip.toString())).contains("No errors detected");
    ZipReaders.said(
        "python3",
        "-c",
        "import sys, zipfile; assert zipfile.ZipFile(sys.argv[1]).testzip() is None",
        zip.toString());
  }

  private static Content zeros(long length) {
    return Content.of(length, () -> new Zeros(length));
  }

  private static final class Zeros extends InputStream {
    private long left;

    Zeros(long length) {
      left = length;
    }

    @Override
    public int read() {
      return left-- > 0 ? 0 : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int count) {
      int some = (int) Math.min(count, left);
      java.util.Arrays.fill(bytes, offset, offset + some, (byte) 0);
      left -= some;
      return some == 0 ? -1 : some;
    }
  }

  private static void assertThatReadersOfJavaFind(Map<String, ContentHash> expected, Path zip)
      throws IOException {
    List<Map.Entry<String, ContentHash>> entries = List.copyOf(expected.entrySet());
    assertThat(List.copyOf(ZipReaders.javaFile(zip).entrySet())).isEqualTo(entries);
    assertThat(List.copyOf(ZipReaders.javaStream(zip).entrySet())).isEqualTo(entries);
    assertThat(List.copyOf(ZipReaders.commonsFile(zip).entrySet())).isEqualTo(entries);
    assertThat(List.copyOf(ZipReaders.commonsStream(zip).entrySet())).isEqualTo(entries);
  }

  private static Map<String, ContentHash> hashes(Map<String, byte[]> files) {
    Map<String, ContentHash> hashes = new LinkedHashMap<>();
    files.forEach((name, bytes) -> hashes.put(name, ContentHash.of(bytes)));
    return hashes;
  }

  private Path written(Map<String, byte[]> files) throws IOException {
    Path zip = folder.resolve("file.zip");
    try (OutputStream out = Files.newOutputStream(zip)) {
      write(files, out);
    }
    return zip;
  }

  private static byte[] bytes(Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    write(files, out);
    return out.toByteArray();
  }

  private static void write(Map<String, byte[]> files, OutputStream out) throws IOException {
    write(files, new ZipFileWriter(out));
  }

  private static void write(Map<String, byte[]> files, ZipFileWriter writer) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      writer.add(EntryName.of(file.getKey()), Content.of(file.getValue()));
    }
    writer.finish();
  }

  private static Map<String, byte[]> files() {
    byte[] noise = new byte[300_000];
    new Random(1).nextBytes(noise);
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("README.txt", "V1324 Sco, a nova. ".repeat(20_000).getBytes(UTF_8));
    files.put("empty.csv", new byte[0]);
    files.put("raw/noise.fits", noise);
    files.put("raw/noise.fits.gz", noise);
    files.put("raw/zeros.fits", new byte[200_000]);
    files.put("raw/\u661f.fits", new byte[] {1, 2, 3});
    return files;
  }
}

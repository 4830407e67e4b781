package org.novacat.transforms.photometry.read;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novacat.layouts.photometry.FileRefusal;
import org.novacat.layouts.photometry.FileRefusalCode;
import org.novacat.transforms.photometry.read.upload.Upload;

/** Files that are no tables are called what they are. */
class ForeignKindTest {
  private static final String CSV = "Star,JD,Mag,Band\nGK Per,2415437.7,2.7,V\n";

  @ParameterizedTest
  @CsvSource({
    "D0CF11E0A1B11AE1, workbook of Excel, as CSV",
    "504152311500, Parquet, pandas.read_parquet(\"x.dat\")",
    "894844460D0A1A0A00, HDF5, as CSV",
    "934E554D50590100, (.npy), numpy.savetxt",
    "80049500, pickle, as CSV",
    "255044462D312E37, PDF, as CSV",
    "53514C69746520666F726D6174203300, SQLite, sqlite3",
    "89504E470D0A1A0A, image (PNG), numbers behind it",
    "FD377A585A000000, xz, unxz",
    "28B52FFD0000, Zstandard, unzstd",
    "1F9D9000, compress, gzip -d",
    "377ABCAF271C0004, 7-Zip, Unpack it",
    "526172211A070100, RAR, Unpack it",
    "7B5C727466312020, rich text, plain text",
    "504B050600000000, empty zip, upload it as it is"
  })
  void firstBytes_tellWhatItIs_andWhatToDo(String hex, String what, String remedy) {
    FileRefusal refusal = Reading.of(Upload.of("x.dat", HexFormat.of().parseHex(hex))).refusal();

    assertThat(refusal.code()).isEqualTo(FileRefusalCode.UNRECOGNIZED_FORMAT);
    assertThat(refusal.message()).contains(what);
    assertThat(refusal.remedy()).contains(remedy);
  }

  @ParameterizedTest
  @CsvSource({
    "xl/workbook.xml, Excel workbook, as CSV",
    "content.xml, LibreOffice, as CSV",
    "word/document.xml, Word, plain text",
    "Index/Document.iwa, Numbers, as CSV",
    "mjd.npy, NumPy, table of text"
  })
  void membersOfAZip_tellWhatItIs(String member, String what, String remedy) throws IOException {
    FileRefusal refusal = Reading.of(Upload.of("book", zip("mimetype", member))).refusal();

    assertThat(refusal.message()).contains(what);
    assertThat(refusal.remedy()).contains(remedy).doesNotContain("one by one");
  }

  @Test
  void zipOfTables_saysHowMany_andOneOfNone() throws IOException {
    assertThat(Reading.of(Upload.of("x", zip("a.csv", "b.csv"))).refusal().message())
        .contains("holds 2 files");
    assertThat(Reading.of(Upload.of("x", zip("ReadMe"))).refusal().message())
        .contains("holds no table");
  }

  private static byte[] zip(String... members) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String member : members) {
        zip.putNextEntry(new ZipEntry(member));
        zip.write("<x/>".getBytes(UTF_8));
      }
    }
    return out.toByteArray();
  }

  @Test
  void tar_isNamed() {
    byte[] tar = new byte[1024];
    System.arraycopy("ustar".getBytes(ISO_8859_1), 0, tar, 257, 5);

    assertThat(Reading.of(Upload.of("x.tar", tar)).refusal().message()).contains("a tar archive");
  }

  @Test
  void bzip2_isUnpacked() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (BZip2CompressorOutputStream packed = new BZip2CompressorOutputStream(out)) {
      packed.write(CSV.getBytes(UTF_8));
    }

    Reading reading = Reading.of(Upload.of("x.csv.bz2", out.toByteArray()));

    assertThat(reading.row().brightness().value()).isEqualTo(2.7);
  }

  /** Its dashes are controls in ISO-8859-1, which names must not have. */
  @Test
  void windows1252_hasDashes() {
    byte[] bytes = CSV.replace("GK Per", "ASASSN–18fv").getBytes(Charset.forName("windows-1252"));

    Reading reading = Reading.of(Upload.of("x.csv", bytes));

    assertThat(reading.row().object()).isEqualTo("ASASSN–18fv");
    assertThat(reading.understood().encoding()).isEqualTo("windows-1252");
  }
}

package org.novacat.transforms.photometry.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.novacat.transforms.photometry.read.Reading.lines;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.novacat.layouts.photometry.FileRefusal;
import org.novacat.layouts.photometry.FileRefusalCode;
import org.novacat.layouts.photometry.Measurement;
import org.novacat.layouts.photometry.RejectedRow;
import org.novacat.layouts.testing.Seeded;
import org.novacat.transforms.photometry.read.row.RowSink;
import org.novacat.transforms.photometry.read.settings.ForeignTable;
import org.novacat.transforms.photometry.read.settings.ReadSettings;
import org.novacat.transforms.photometry.read.sidecar.Sidecar;
import org.novacat.transforms.photometry.read.sidecar.SidecarJson;
import org.novacat.transforms.photometry.read.upload.RowTally;
import org.novacat.transforms.photometry.read.upload.Upload;

/** Whatever is done to a file, its reading ends as a value, and its rows are all accounted for. */
class DamagedUploadTest {
  private static final List<String> SOUND =
      List.of(
          lines(
              "#TYPE=EXTENDED",
              "#DELIM=,",
              "#DATE=JD",
              "U SCO,2444037.7,<13.7,na,V,NO,STD,na,na,na,na,na,na,na,x"),
          lines(
              "HJD B e_B V e_V",
              "2455834.66 99.999 9.999 15.112 0.027",
              "2455835.66 15.1 0.02 15.2 0.1"),
          lines("READ SERR 1", "READ TERR 2", "1.02 0.1 1e-13 4e-14 -2e-14"),
          lines(
              "Star;Date;Mag;Note",
              "GK Per;1901-02-22;2,7;\"a",
              "b\"",
              "GK Per;1901 Feb 22.8;2,1;"),
          lines(
              "Title:",
              "Byte-by-byte Description of file: t.dat",
              "----------------",
              " Bytes Format Units  Label     Explanations",
              "----------------",
              " 1- 9  A9     ---    Name      Nova",
              "11-20  F10.2  d      JD        Julian Date",
              "22-26  F5.2   mag    Vmag      ?=99 Magnitude",
              "----------------",
              "V603 Aql  2421748.75 11.30"),
          lines("|mjd   |mag  |filter|", "|double|float|char  |", " 58254.4 21.2  zg     "),
          lines(
              "# %ECSV 1.0",
              "# ---",
              "# datatype:",
              "# - {name: jd, unit: d, datatype: float64}",
              "# - {name: V, unit: mag, datatype: float64}",
              "jd V",
              "2456104.5 12.5"),
          "{\"U Sco\": {\"sources\": [{\"alias\": \"1\"}], \"photometry\": [{\"time\": \"44037.2\","
              + " \"u_time\": \"MJD\", \"band\": \"V\", \"magnitude\": \"13.7\"}]}}",
          "[[1.5, 12.1], [2.5, 12.2]]",
          "JD,flux(mJy99999999999),band\n2456104.5,12.5,V\n",
          "<VOTABLE><RESOURCE><TABLE><FIELD name=\"jd\" datatype=\"double\"/><FIELD name=\"V\""
              + " datatype=\"float\" arraysize=\"1\"/><DATA><BINARY><STREAM encoding=\"base64\">QUJDREVGR0hJSktM"
              + "</STREAM></BINARY></DATA></TABLE></RESOURCE></VOTABLE>");

  private static final List<String> SIDECARS =
      List.of(
          "{}",
          "{\"t0\": 2456628.5, \"band\": \"V\"}",
          "{\"columns\": {\"1\": \"epoch\", \"2\": \"flux\"}}");

  @Test
  void damage_endsAsAValue_andNeverAsAnException() {
    Seeded.cases(
        4_000,
        random -> {
          byte[] bytes = damaged(SOUND.get(random.nextInt(SOUND.size())), random);
          Sidecar sidecar = SidecarJson.parse(SIDECARS.get(random.nextInt(SIDECARS.size())));

          Reading reading = Reading.of(Upload.of("t.dat", bytes).with(sidecar));

          RowTally tally = reading.result().match(read -> read.tally(), refused -> refused.tally());
          assertThat(tally.accepted()).isEqualTo(reading.rows().size());
          assertThat(tally.rejectedRows()).isEqualTo(reading.rejected().size());
          assertThat(
                  reading
                      .result()
                      .<Object>match(read -> "read", refused -> refused.refusal().code()))
              .isNotEqualTo(FileRefusalCode.READER_FAILED);
        });
  }

  @Test
  void readerThatFails_refusesTheFile() {
    byte[] fits = "SIMPLE  = T".getBytes(UTF_8);
    for (Throwable failure : List.of(new IllegalStateException("lost"), new StackOverflowError())) {
      ReadSettings settings = Reading.SETTINGS.withFits((name, bytes, held) -> fail(failure));

      FileRefusal refusal = Reading.of(Upload.of("t.fits", fits), settings).refusal();

      assertThat(refusal.code()).isEqualTo(FileRefusalCode.READER_FAILED);
      assertThat(refusal.message())
          .startsWith("Cannot read 't.fits': the reader failed with " + failure)
          .contains("DamagedUploadTest");
    }
  }

  private static List<ForeignTable> fail(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) failure;
  }

  @Test
  void sinkThatFails_refusesTheFile() {
    RowSink sink =
        new RowSink() {
          @Override
          public void accept(Measurement measurement) {
            throw new IllegalStateException("full");
          }

          @Override
          public void reject(RejectedRow row) {}
        };
    Upload upload = Upload.of("t.csv", "JD,mag,band\n2456104.5,12.5,V\n".getBytes(UTF_8));

    PhotometryRead read = new PhotometryReader(Reading.SETTINGS).read(upload, sink);

    assertThat(read.<String>match(good -> "", refused -> refused.refusal().message()))
        .startsWith(
            "Cannot read 't.csv': the reader failed with java.lang.IllegalStateException: full");
  }

  private static byte[] damaged(String sound, Random random) {
    byte[] bytes = sound.getBytes(UTF_8);
    for (int i = random.nextInt(6); i > 0; i--) {
      int at = random.nextInt(bytes.length);
      bytes[at] = "0123456789,;:<>\"'{}[]|-\n\r\t \\eE.xé".getBytes(UTF_8)[random.nextInt(34)];
    }
    int length = random.nextInt(3) == 0 ? random.nextInt(bytes.length) : bytes.length;
    return Arrays.copyOf(bytes, length);
  }
}

package org.novacat.jobs.photometry;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.novacat.jobs.samples.FitsBytes;
import org.novacat.jobs.samples.SampleCards;
import org.novacat.layouts.account.Piece;
import org.novacat.layouts.photometry.Brightness;
import org.novacat.layouts.photometry.FileRefusalCode;
import org.novacat.layouts.photometry.Measurement;
import org.novacat.layouts.photometry.RejectedRow;
import org.novacat.layouts.spectrum.TimeScale;
import org.novacat.transforms.photometry.read.PhotometryRead;
import org.novacat.transforms.photometry.read.PhotometryReader;
import org.novacat.transforms.photometry.read.plan.Understanding;
import org.novacat.transforms.photometry.read.row.RowSink;
import org.novacat.transforms.photometry.read.settings.ReadSettings;
import org.novacat.transforms.photometry.read.upload.Upload;

class FitsLightCurvesTest {
  private static final int BLOCK = 2880;

  private static final PhotometryReader READER =
      Readers.reader(Instant.parse("2026-11-21T00:00:00Z"), ReadSettings.MAX_BYTES);

  private static final FitsBytes.Column MJD =
      new FitsBytes.Column("MJD", "d", new double[] {59291.1, 59292.1});

  private static byte[] curve(String band, Consumer<SampleCards> cards, FitsBytes.Column... more) {
    FitsBytes.Column mag = new FitsBytes.Column(band, "mag", new double[] {12.3, 18.3});
    FitsBytes.Column[] columns = Arrays.copyOf(new FitsBytes.Column[] {MJD, mag}, 2 + more.length);
    System.arraycopy(more, 0, columns, 2, more.length);
    return FitsBytes.table(primary -> {}, List.of(columns), cards);
  }

  private static byte[] and(byte[] file, byte[] other) {
    byte[] both = Arrays.copyOf(file, file.length + other.length - BLOCK);
    System.arraycopy(other, BLOCK, both, file.length, other.length - BLOCK);
    return both;
  }

  private static Reading read(byte[] file) {
    List<Measurement> rows = new ArrayList<>();
    PhotometryRead read = READER.read(Upload.of("a.fits", file), sink(rows));
    return read.match(
        found -> new Reading(rows, names(found.understanding()), null),
        refused -> new Reading(rows, List.of(), refused.refusal().code()));
  }

  private static RowSink sink(List<Measurement> rows) {
    return new RowSink() {
      @Override
      public void accept(Measurement measurement) {
        rows.add(measurement);
      }

      @Override
      public void reject(RejectedRow row) {
        throw new AssertionError(row.toString());
      }
    };
  }

  private static List<String> names(Understanding understanding) {
    return understanding.account().unaccounted().stream().map(Piece::name).toList();
  }

  @Test
  void secondTable_isReadAsTheFirst() {
    Reading reading = read(and(curve("V", cards -> {}), curve("B", cards -> {})));

    assertThat(reading.rows()).extracting(Measurement::band).containsExactly("V", "V", "B", "B");
  }

  /** As astropy writes its times. */
  @Test
  void timeInTwoNumbers_isTheirSumInItsOwnScale() {
    FitsBytes.Column times =
        new FitsBytes.Column("time", "d", new double[][] {{2_459_291.5, 0.1}, {2_459_293, -0.4}});
    FitsBytes.Column mag = new FitsBytes.Column("V", "mag", new double[] {12.3, 18.3});
    Reading reading =
        read(
            FitsBytes.table(
                primary -> {},
                List.of(times, mag),
                cards -> {
                  cards.text("TCTYP1", "TDB", "scale");
                  cards.text("TIMESYS", "UTC", "of others");
                }));

    assertThat(reading.rows())
        .extracting(row -> Math.round(row.epoch().mjd() * 1e6) / 1e6)
        .containsExactly(59_291.1, 59_292.1);
    assertThat(reading.rows()).extracting(row -> row.epoch().scale()).containsOnly(TimeScale.TDB);
  }

  @Test
  void datesOfObservation_areTimes() {
    FitsBytes.Column dates =
        new FitsBytes.Column("DATE-OBS", "", new String[] {"2021-03-18T12:00:00"});
    FitsBytes.Column mag = new FitsBytes.Column("V", "mag", new double[] {12.3});

    Reading reading = read(FitsBytes.table(primary -> {}, List.of(dates, mag), cards -> {}));

    assertThat(reading.rows()).extracting(row -> row.epoch().mjd()).containsExactly(59_291.5);
  }

  @Test
  void tableWithoutTimes_andColumnOfArrays_areNamed() {
    byte[] stars =
        FitsBytes.table(
            primary -> {},
            List.of(new FitsBytes.Column("STAR", "", new int[] {1, 2})),
            cards -> cards.text("EXTNAME", "STARS", "stars"));
    FitsBytes.Column arrays = new FitsBytes.Column("PIXELS", "", new double[2][3]);

    assertThat(read(and(stars, curve("V", cards -> {}, arrays))).unaccounted())
        .contains("HDU STARS = a table without times, STAR", "PIXELS = a column of arrays, 3D");
  }

  @Test
  void imageBesideTheTable_isNamed() {
    byte[] image = new byte[2 * BLOCK];
    Arrays.fill(image, (byte) ' ');
    List<String> cards =
        List.of(
            "XTENSION= 'IMAGE   '",
            "BITPIX  =                    8",
            "NAXIS   =                    1",
            "NAXIS1  =                   10",
            "PCOUNT  =                    0",
            "GCOUNT  =                    1",
            "EXTNAME = 'APERTURE'",
            "END");
    for (int i = 0; i < cards.size(); i++) {
      byte[] card = cards.get(i).getBytes(ISO_8859_1);
      System.arraycopy(card, 0, image, i * 80, card.length);
    }
    byte[] file = curve("V", none -> {});
    byte[] both = Arrays.copyOf(file, file.length + image.length);
    System.arraycopy(image, 0, both, file.length, image.length);

    assertThat(read(both).unaccounted())
        .contains("HDU APERTURE = no table that is read, but an image");
  }

  @Test
  void cardOfTheSystem_isTheSystem() {
    assertThat(read(curve("V", cards -> cards.text("MAGSYS", "AB", "system"))).rows())
        .extracting(Measurement::magSystem)
        .containsOnly("AB");
  }

  @Test
  void cardOfAKindThatIsNoStandard_refusesTheFile() {
    assertThat(read(curve("V", cards -> cards.text("MAGTYPE", "instrumental", "kind"))).refused())
        .isEqualTo(FileRefusalCode.UNSUPPORTED_QUANTITY);
  }

  @Test
  void cardOfALimit_isNamed() {
    assertThat(read(curve("V", cards -> cards.text("LIMMAG", "19.3", "limit"))).unaccounted())
        .contains("LIMMAG = 19.3");
  }

  @Test
  void bits_areYesAndNo() {
    byte[] bytes =
        curve("V", cards -> {}, new FitsBytes.Column("ISLIM", "", new byte[] {0, (byte) 0x80}));
    String bits = new String(bytes, ISO_8859_1).replaceFirst("(TFORM3  = '1?)B", "$1X");

    assertThat(read(bits.getBytes(ISO_8859_1)).rows())
        .extracting(Measurement::brightness)
        .extracting(Brightness::isLimit)
        .containsExactly(false, true);
  }

  /**
   * What was read of a file.
   *
   * @param refused null when it was read
   */
  private record Reading(
      List<Measurement> rows, List<String> unaccounted, @Nullable FileRefusalCode refused) {}
}

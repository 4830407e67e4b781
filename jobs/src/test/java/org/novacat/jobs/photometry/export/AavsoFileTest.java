package org.novacat.jobs.photometry.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.cli.UserError;
import org.novacat.jobs.photometry.Readers;
import org.novacat.jobs.photometry.export.AavsoFile.AavsoBands;
import org.novacat.layouts.photometry.BandResolution;
import org.novacat.layouts.photometry.Brightness;
import org.novacat.layouts.photometry.Epoch;
import org.novacat.layouts.photometry.EpochSystem;
import org.novacat.layouts.photometry.Measurement;
import org.novacat.layouts.photometry.Origin;
import org.novacat.layouts.photometry.PhotometryRow;
import org.novacat.layouts.photometry.Quantity;
import org.novacat.layouts.photometry.RejectedRow;
import org.novacat.layouts.photometry.TimeReference;
import org.novacat.layouts.spectrum.TimeScale;
import org.novacat.layouts.testing.RandomRows;
import org.novacat.transforms.photometry.band.BandQuery;
import org.novacat.transforms.photometry.band.BandRegistry;
import org.novacat.transforms.photometry.band.BandResolver;
import org.novacat.transforms.photometry.read.PhotometryRead;
import org.novacat.transforms.photometry.read.row.RowSink;
import org.novacat.transforms.photometry.read.upload.Upload;

/** Files of the AAVSO, read back by our own reader. */
class AavsoFileTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Epoch UT = epoch(56_520.25, TimeScale.UTC, TimeReference.GEO);
  private static final Epoch AT_THE_SUN = epoch(56_520.25, TimeScale.UTC, TimeReference.HELIO);

  @TempDir private Path folder;
  private AavsoTally tally = new AavsoTally();

  @Test
  void detectionsAndLimits_comeBackAsTheyWere() throws IOException {
    List<PhotometryRow> rows =
        List.of(
            row("Generic_V", UT, magnitude(4.4, 0.1)),
            row(
                "Generic_V",
                epoch(56_521.123456, TimeScale.UTC, TimeReference.GEO),
                magnitude(-0.5, null)),
            row(
                "Generic_B",
                epoch(15_437.0, TimeScale.UTC, TimeReference.GEO),
                magnitude(12.0, 0.02)),
            row("Generic_Rc", UT, Brightness.limit(Quantity.MAGNITUDE, "mag", 15.25, 3.0)),
            row("SLOAN_SDSS_g", UT, Brightness.limit(Quantity.MAGNITUDE, "mag", 21.0, null)));

    List<Measurement> read = read(export(rows, null));

    assertThat(read).hasSameSizeAs(rows);
    for (int i = 0; i < rows.size(); i++) {
      Measurement before = rows.get(i).measurement();
      Measurement after = read.get(i);
      assertThat(after.epoch().mjd()).isEqualTo(before.epoch().mjd());
      assertThat(after.epoch().scale()).isEqualTo(TimeScale.UTC);
      assertThat(after.epoch().reference()).isEqualTo(TimeReference.GEO);
      assertThat(after.brightness().value()).isEqualTo(before.brightness().value());
      assertThat(after.brightness().error()).isEqualTo(before.brightness().error());
      assertThat(after.brightness().limit()).isEqualTo(before.brightness().limit());
      assertThat(after.object()).isEqualTo("V1500 Cyg");
      assertThat(band(after)).isEqualTo(rows.get(i).band().bandId());
    }
    assertThat(tally.lines()).isEmpty();
  }

  /** Each code means its band to who reads it. */
  @Test
  void everyCode_leadsBackToItsBand() throws IOException {
    List<PhotometryRow> rows =
        AavsoBands.codes().keySet().stream()
            .sorted()
            .map(band -> row(band, UT, magnitude(10.0, null)))
            .toList();

    List<Measurement> read = read(export(rows, null));

    assertThat(read.stream().map(AavsoFileTest::band))
        .containsExactlyElementsOf(rows.stream().map(row -> row.band().bandId()).toList());
  }

  @Test
  void head_hasTheSixParameters_andTheObserverOfAllRows() throws IOException {
    String text = export(List.of(row("Generic_V", UT, magnitude(4.0, null))), null);

    assertThat(text.lines().map(line -> line.replaceFirst("=novacat .*", "=novacat")))
        .containsExactly(
            "#TYPE=EXTENDED",
            "#OBSCODE=ABC",
            "#SOFTWARE=novacat",
            "#DELIM=,",
            "#DATE=JD",
            "#OBSTYPE=CCD",
            "# target: V1500 Cyg",
            "#NAME,DATE,MAG,MERR,FILT,TRANS,MTYPE,CNAME,CMAG,KNAME,KMAG,AMASS,GROUP,CHART,NOTES",
            "V1500 Cyg,2456520.75,4.0,na,V,NO,STD,na,na,na,na,na,na,na,|OBSERVER=ABC|BIBCODE=2010ApJS..187..275S|QUALITY=1|NOTES=clouds; wind|");
  }

  @Test
  void rowsThatTheFormatCannotHold_areCounted() throws IOException {
    List<PhotometryRow> rows =
        List.of(
            row("Generic_V", UT, magnitude(4.0, null)),
            row("Generic_V", UT, Brightness.detection(Quantity.FLUX_DENSITY, "mJy", 4.0, null)),
            row("AAVSO_Vis", UT, magnitude(4.0, null)),
            row("2MASS_J", UT, magnitude(4.0, null)),
            inSystem("AB", row("Generic_V", UT, magnitude(4.0, null))),
            row("Generic_V", epoch(5.6e4, TimeScale.TDB, TimeReference.BARY), magnitude(4.0, null)),
            row("Generic_V", epoch(5.6e4, TimeScale.TT, TimeReference.GEO), magnitude(4.0, null)),
            row("Generic_V", AT_THE_SUN, magnitude(4.0, null)));

    List<Measurement> read = read(export(rows, null));

    assertThat(read).hasSize(1);
    assertThat(tally.written()).isEqualTo(1);
    assertThat(tally.lines())
        .containsExactly(
            "Rows left out: 7 (no magnitude: 1; no AAVSO code for the band: 2; a magnitude system that is not the band's: 1; times that are neither JD nor HJD in UT: 2; times of the other count, see --times: 1)");
  }

  @Test
  void timesAreThoseOfMostRows_orThoseAskedFor() throws IOException {
    List<PhotometryRow> rows =
        List.of(
            row("Generic_V", UT, magnitude(4.0, null)),
            row("Generic_V", AT_THE_SUN, magnitude(5.0, null)),
            row("Generic_B", AT_THE_SUN, magnitude(6.0, null)));

    List<Measurement> most = read(export(rows, null));
    List<Measurement> asked = read(export(rows, AavsoTimes.JD));

    assertThat(most)
        .extracting(row -> row.epoch().reference())
        .containsOnly(TimeReference.HELIO)
        .hasSize(2);
    assertThat(asked).extracting(row -> row.epoch().reference()).containsExactly(TimeReference.GEO);
  }

  @Test
  void timesOfUnknownPlace_standAsThoseOfTheEarth_andThatIsSaid() throws IOException {
    Epoch bare = epoch(56_520.25, TimeScale.UNKNOWN, TimeReference.UNKNOWN);

    String text = export(List.of(row("Generic_V", bare, magnitude(4.0, null))), null);

    assertThat(text).contains("#DATE=JD\n", ",2456520.75,4.0,");
    assertThat(tally.lines())
        .containsExactly(
            "Rows that do not say the scale or place of their time, which stands as UT at the Earth: 1");
  }

  @Test
  void longNumbers_areRoundedToTheirFields_andCounted() throws IOException {
    Epoch fine = epoch(56_520.1234567891, TimeScale.UTC, TimeReference.GEO);
    Brightness measured = magnitude(21.2856240001, 0.18231046);

    Measurement read = read(export(List.of(row("Generic_V", fine, measured)), null)).get(0);

    assertThat(read.epoch().mjd()).isCloseTo(fine.mjd(), Offset.offset(0.6e-8));
    assertThat(read.brightness().value()).isEqualTo(21.28562);
    assertThat(read.brightness().error()).isEqualTo(0.1823);
    assertThat(tally.lines())
        .containsExactly("Numbers rounded, as the format takes fewer digits: 3");
  }

  @Test
  void tableWithoutARowThatFits_isRefused() {
    List<PhotometryRow> visual = List.of(row("AAVSO_Vis", UT, magnitude(4.0, null)));

    assertThatThrownBy(() -> export(visual, null))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "Cannot export as AAVSO: no row fits the format (no AAVSO code for the band: 1)");
    assertThatThrownBy(
            () -> export(List.of(row("Generic_V", UT, magnitude(4.0, null))), AavsoTimes.HJD))
        .hasMessage("Cannot export as AAVSO: no row fits the format (try --times jd)");
  }

  private String export(List<PhotometryRow> rows, @Nullable AavsoTimes times) throws IOException {
    Path table = ExportedRows.table(folder, rows);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    tally = new AavsoExport(table, List.of("target: V1500 Cyg")).write(times, bytes);
    return bytes.toString(UTF_8);
  }

  private static List<Measurement> read(String text) {
    List<Measurement> rows = new ArrayList<>();
    PhotometryRead read =
        Readers.reader(NOW, Long.MAX_VALUE)
            .read(
                Upload.of("export.txt", text.getBytes(UTF_8)),
                new RowSink() {
                  @Override
                  public void accept(Measurement measurement) {
                    rows.add(measurement);
                  }

                  @Override
                  public void reject(RejectedRow row) {
                    throw new AssertionError("rejected: " + row);
                  }
                });
    assertThat(read).isInstanceOf(PhotometryRead.Read.class);
    return rows;
  }

  private static PhotometryRow row(String band, Epoch epoch, Brightness brightness) {
    PhotometryRow any = RandomRows.row(new Random(1));
    BandResolution resolved = any.band();
    return new PhotometryRow(
        any.id(),
        any.nova(),
        new Measurement(
            1,
            "",
            epoch,
            "V",
            null,
            null,
            brightness,
            1,
            0,
            "clouds, wind",
            new Origin("2010ApJS..187..275S", "", "", "", "", "", "", "ABC")),
        new BandResolution(
            band,
            band,
            resolved.regime(),
            "",
            resolved.spectralUnit(),
            null,
            resolved.type(),
            resolved.confidence()),
        null,
        any.upload(),
        null);
  }

  private static PhotometryRow inSystem(String system, PhotometryRow row) {
    Measurement plain = row.measurement();
    Measurement stated =
        new Measurement(
            1,
            "",
            plain.epoch(),
            plain.band(),
            null,
            system,
            plain.brightness(),
            0,
            0,
            "",
            plain.origin());
    return new PhotometryRow(row.id(), row.nova(), stated, row.band(), null, row.upload(), null);
  }

  private static Epoch epoch(double mjd, TimeScale scale, TimeReference place) {
    return new Epoch(mjd, scale, place, "", EpochSystem.OTHER, null, null, false);
  }

  private static Brightness magnitude(double value, @Nullable Double error) {
    return Brightness.detection(Quantity.MAGNITUDE, "mag", value, error);
  }

  /** The band that the job would find. */
  private static String band(Measurement read) {
    return new BandResolver(BandRegistry.standard())
        .resolve(BandQuery.of(read, "aavso-extended", ""))
        .match(found -> found.band().id(), none -> none.detail());
  }
}

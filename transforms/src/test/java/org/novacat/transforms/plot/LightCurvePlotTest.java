package org.novacat.transforms.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.IngestFileId;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.photometry.Band;
import org.novacat.layouts.photometry.BandResolution;
import org.novacat.layouts.photometry.Brightness;
import org.novacat.layouts.photometry.DataOrigin;
import org.novacat.layouts.photometry.DataRights;
import org.novacat.layouts.photometry.Epoch;
import org.novacat.layouts.photometry.EpochSystem;
import org.novacat.layouts.photometry.Measurement;
import org.novacat.layouts.photometry.Origin;
import org.novacat.layouts.photometry.PhotometryRow;
import org.novacat.layouts.photometry.Quantity;
import org.novacat.layouts.photometry.ResolutionConfidence;
import org.novacat.layouts.photometry.ResolutionType;
import org.novacat.layouts.photometry.RowNova;
import org.novacat.layouts.photometry.SpectralCoordinate;
import org.novacat.layouts.photometry.TimeReference;
import org.novacat.layouts.photometry.Upload;
import org.novacat.layouts.spectrum.TimeScale;
import org.novacat.layouts.testing.RandomRows;
import org.novacat.layouts.testing.Seeded;
import org.novacat.transforms.photometry.band.BandRegistry;
import org.novacat.transforms.photometry.band.Grouping;

class LightCurvePlotTest {
  private static final BandRegistry REGISTRY = BandRegistry.standard();
  private static final int BLUE = Colors.BLUE;
  private static final int GREEN = 0x009e73;

  /** Pinned: another machine, JDK or order of work must give these bytes. */
  @Test
  void picture_hasTheSameBytesEverywhere() throws Exception {
    byte[] png = png(reference(), Grouping.JOINED, "V1500 Cyg");

    byte[] hash = MessageDigest.getInstance("SHA-256").digest(png);
    assertThat(HexFormat.of().formatHex(hash))
        .isEqualTo("6759e3ec4a51c4bc4d1a07b4be1c4a276cab5ffca00fd0695b72f1f6459c71fc");
  }

  @Test
  void brightPoints_areAbove() throws IOException {
    BufferedImage picture =
        draw(magnitude(50_000, "Generic_V", 2), magnitude(50_000, "Generic_B", 9));

    assertThat(firstRow(picture, GREEN)).isLessThan(firstRow(picture, BLUE));
  }

  @Test
  void laterPoints_areToTheRight() throws IOException {
    BufferedImage picture =
        draw(magnitude(50_000, "Generic_V", 2), magnitude(50_100, "Generic_B", 9));

    assertThat(firstColumn(picture, GREEN)).isLessThan(firstColumn(picture, BLUE));
  }

  @Test
  void limit_isATriangleThatPointsDown() throws IOException {
    BufferedImage picture =
        draw(
            row(50_000, "Generic_V", Brightness.limit(Quantity.MAGNITUDE, "mag", 9, null)),
            magnitude(50_100, "Generic_B", 2));
    int top = 100;
    while (width(picture, top) == 0) {
      top++;
    }

    assertThat(width(picture, top)).isGreaterThan(2 * width(picture, top + 5));
    assertThat(width(picture, top + 5)).isPositive();
  }

  @Test
  void fluxes_haveAPanelOfTheirOwn() throws IOException {
    PhotometryRow flux =
        row(50_000, "Radio_4.9_GHz", Brightness.detection(Quantity.FLUX_DENSITY, "mJy", 3, null));
    PhotometryRow rate =
        row(
            50_000,
            "Xray_0.3-10_keV",
            Brightness.detection(Quantity.COUNT_RATE, "ct/s", 0.2, null));

    int one = draw(magnitude(50_000, "Generic_V", 2)).getHeight();
    int two = draw(magnitude(50_000, "Generic_V", 2), flux).getHeight();
    int three = draw(magnitude(50_000, "Generic_V", 2), flux, rate).getHeight();

    assertThat(one).isEqualTo(LightCurvePlot.PANEL);
    assertThat(two - one).isPositive().isEqualTo(three - two);
  }

  @Test
  void bandsOfAGroup_shareAColor() throws IOException {
    BufferedImage picture =
        draw(magnitude(50_000, "Generic_V", 2), magnitude(50_100, "Bessell_V", 9));

    assertThat(lastColumn(picture, GREEN)).isGreaterThan(LightCurvePlot.WIDTH * 3 / 4);
  }

  @Test
  void bandsOfAGroup_haveTheirOwnColorsInStrictMode() throws IOException {
    BufferedImage picture =
        draw(Grouping.STRICT, magnitude(50_000, "Generic_V", 2), magnitude(50_100, "Bessell_V", 9));

    assertThat(lastColumn(picture, GREEN)).isLessThan(LightCurvePlot.WIDTH / 2);
  }

  @Test
  void tableWithoutRows_isAnEmptySheet() throws IOException {
    assertThat(draw().getWidth()).isEqualTo(LightCurvePlot.WIDTH);
  }

  @Test
  void anyTable_canBeDrawn() {
    Seeded.cases(
        20,
        random -> {
          List<PhotometryRow> rows = new ArrayList<>();
          for (int i = random.nextInt(60); i > 0; i--) {
            rows.add(RandomRows.row(random));
          }
          byte[] png = png(rows, Grouping.JOINED, "any");
          assertThat(ImageIO.read(new ByteArrayInputStream(png))).isNotNull();
        });
  }

  private static List<PhotometryRow> reference() {
    List<PhotometryRow> rows = new ArrayList<>();
    Random random = new Random(7);
    for (int i = 0; i < 300; i++) {
      double mjd = 42_650 + i;
      rows.add(magnitude(mjd, "Generic_V", 2 + i * 0.03 + random.nextInt(10) * 0.02));
      rows.add(magnitude(mjd, "AAVSO_Vis", 2 + i * 0.03 + random.nextInt(10) * 0.1));
    }
    rows.add(row(42_640, "Generic_B", Brightness.limit(Quantity.MAGNITUDE, "mag", 12, null)));
    rows.add(
        row(42_700, "Radio_22_GHz", Brightness.detection(Quantity.FLUX_DENSITY, "mJy", 3, null)));
    return Collections.unmodifiableList(rows);
  }

  private static PhotometryRow magnitude(double mjd, String band, double value) {
    return row(mjd, band, Brightness.detection(Quantity.MAGNITUDE, "mag", value, null));
  }

  private static PhotometryRow row(double mjd, String id, Brightness brightness) {
    Band band = REGISTRY.find(id).orElseThrow();
    Double spectral = band.spectralValue();
    Measurement measurement =
        new Measurement(
            1,
            "",
            new Epoch(
                mjd, TimeScale.UTC, TimeReference.GEO, "", EpochSystem.MJD, null, null, false),
            id,
            spectral == null ? null : new SpectralCoordinate(spectral, band.spectralUnit()),
            null,
            brightness,
            0,
            0,
            "",
            Origin.UNKNOWN);
    return new PhotometryRow(
        new UUID(1, 1),
        new RowNova(NovaId.parse("0b2c8a52-3b68-4c0e-9d4c-2f6f6a1d9f10"), "V1500 Cyg", 317.9, 48.1),
        measurement,
        BandResolution.of(band, ResolutionType.CANONICAL, ResolutionConfidence.HIGH),
        null,
        new Upload(
            IngestFileId.of(ContentHash.of(new byte[0])),
            "csv",
            DataRights.PUBLIC,
            DataOrigin.LITERATURE,
            "",
            false),
        null);
  }

  private static BufferedImage draw(PhotometryRow... rows) throws IOException {
    return draw(Grouping.JOINED, rows);
  }

  private static BufferedImage draw(Grouping grouping, PhotometryRow... rows) throws IOException {
    byte[] png = png(List.of(rows), grouping, "");
    return ImageIO.read(new ByteArrayInputStream(png));
  }

  private static int firstRow(BufferedImage picture, int color) {
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < dataRight(picture); x++) {
        if (is(picture, x, y, color)) {
          return y;
        }
      }
    }
    throw new AssertionError("no such color");
  }

  private static int firstColumn(BufferedImage picture, int color) {
    for (int x = 0; x < dataRight(picture); x++) {
      for (int y = 0; y < picture.getHeight(); y++) {
        if (is(picture, x, y, color)) {
          return x;
        }
      }
    }
    throw new AssertionError("no such color");
  }

  private static int lastColumn(BufferedImage picture, int color) {
    int last = -1;
    for (int x = 0; x < dataRight(picture); x++) {
      for (int y = 0; y < picture.getHeight(); y++) {
        last = is(picture, x, y, color) ? x : last;
      }
    }
    return last;
  }

  /** How many pixels of a row are greenish: the triangle's lines with their soft edges. */
  private static int width(BufferedImage picture, int y) {
    int width = 0;
    for (int x = 80; x < dataRight(picture); x++) {
      int rgb = picture.getRGB(x, y);
      boolean greenish = ((rgb >> 8) & 0xff) - ((rgb >> 16) & 0xff) > 60;
      width += greenish ? 1 : 0;
    }
    return width;
  }

  private static int dataRight(BufferedImage picture) {
    return picture.getWidth() - 120;
  }

  private static boolean is(BufferedImage picture, int x, int y, int color) {
    return (picture.getRGB(x, y) & 0xffffff) == color;
  }

  private static byte[] png(Iterable<PhotometryRow> rows, Grouping grouping, String title) {
    LightCurves curves = new LightCurves(REGISTRY, grouping);
    rows.forEach(curves::add);
    return LightCurvePlot.png(curves, title);
  }
}

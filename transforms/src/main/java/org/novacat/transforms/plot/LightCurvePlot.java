package org.novacat.transforms.plot;

import java.util.List;
import java.util.Locale;

/**
 * The picture of the table of a nova: a panel of magnitudes, the bright ones above, and below it
 * one for each unit of flux or counts. Bands of one group share a color; limits are triangles that
 * point down, rough bands such as those of the eye are rings.
 */
public final class LightCurvePlot {
  /** Width of a picture, pixels. */
  public static final int WIDTH = 900;

  /** Height of one panel, pixels. */
  public static final int PANEL = 420;

  private static final int LOWER_PANEL = 240;

  /** Panels that one picture can have; units that few rows have go without. */
  private static final int MOST_PANELS = 4;

  private static final int LEGEND = 118;

  private LightCurvePlot() {}

  /**
   * Draws a table.
   *
   * @param curves its points
   * @param title written above it, cut where it is too long
   * @return the bytes of a PNG file, the same on every machine for equal arguments
   */
  public static byte[] png(LightCurves curves, String title) {
    List<LightCurves.Panel> panels = curves.panels(MOST_PANELS);
    int height = PANEL + LOWER_PANEL * Math.max(0, panels.size() - 1);
    Chart sheet = new Chart(WIDTH, height, LEGEND, 0, Math.min(height, PANEL));
    String points = curves.size() == 1 ? "1 point" : "%,d points";
    sheet.title(title, String.format(Locale.ROOT, points, curves.size()));
    if (panels.isEmpty()) {
      return Png.encode(sheet.raster());
    }
    AxisScale time = time(curves, sheet.area());
    BandColors colors = BandColors.of(curves.groups());
    new PanelPainter(sheet, time, colors).paint(panels.get(0));
    for (int i = 1; i < panels.size(); i++) {
      int top = PANEL + LOWER_PANEL * (i - 1);
      new PanelPainter(sheet.below(top, top + LOWER_PANEL), time, colors).paint(panels.get(i));
    }
    return Png.encode(sheet.raster());
  }

  /** One scale for all panels, so that they can be read together. */
  private static AxisScale time(LightCurves curves, Box area) {
    double span = Math.max(curves.latest() - curves.earliest(), 1);
    double middle = (curves.latest() + curves.earliest()) / 2;
    double half = span * 0.52;
    return new LinearScale(middle - half, middle + half, area.left() + 2.0, area.right() - 2.0, 0);
  }
}

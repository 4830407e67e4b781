package org.novacat.jobs.samples.photometry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.novacat.jobs.samples.SampleNova;
import org.novacat.jobs.samples.Stars;

/**
 * The photometry of a sample archive, below one folder that {@code novacat register --photometry}
 * takes, and what should become of each file.
 *
 * @param rows what the tables should hold when all files are in, by name of the nova
 */
public record CurveArchive(Path folder, List<SampleUpload> uploads, Map<String, Long> rows) {
  /** Dialects a nova; with five novae each dialect is there twice or more. */
  private static final int EACH = 6;

  public CurveArchive {
    uploads = List.copyOf(uploads);
    rows = Collections.unmodifiableMap(new TreeMap<>(rows));
  }

  /**
   * Writes the archive below {@code folder}, which is made when it is missing. Doing it twice with
   * one seed writes the same bytes over the same files; files of others stay.
   *
   * @param novae the first of the seed, those whose spectra the archive has
   * @throws IOException when a file cannot be written; what was written before stays
   */
  public static CurveArchive write(Path folder, long seed, List<SampleNova> novae)
      throws IOException {
    Files.createDirectories(folder);
    CurveWriter writer = new CurveWriter(folder, new Stars(seed));
    List<LightCurve> curves = new ArrayList<>();
    for (int nova = 0; nova < novae.size(); nova++) {
      curves.add(writer.curve(novae.get(nova), nova));
    }
    CurveFormat[] formats = CurveFormat.values();
    for (int i = 0; i < EACH * curves.size(); i++) {
      byte[] bytes = writer.single(formats[i % formats.length], curves.get(i / EACH));
      if (i == 0) {
        writer.again("same-bytes.txt", bytes);
      }
    }
    writer.shared(curves);
    CurveDamage[] damages = CurveDamage.values();
    for (int i = 0; i < damages.length; i++) {
      writer.damaged(damages[i], curves.get(i % curves.size()));
    }
    return writer.finish();
  }
}

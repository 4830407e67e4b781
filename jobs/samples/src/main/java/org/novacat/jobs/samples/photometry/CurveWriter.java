package org.novacat.jobs.samples.photometry;

import static org.novacat.jobs.samples.photometry.SampleBand.B;
import static org.novacat.jobs.samples.photometry.SampleBand.V;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.novacat.jobs.samples.SampleNova;
import org.novacat.jobs.samples.Stars;
import org.novacat.jobs.samples.photometry.LightCurve.CurvePoint;
import org.novacat.jobs.samples.photometry.SampleUpload.Outcome;

/** Writes the files of one archive, and remembers what should become of them. */
final class CurveWriter {
  private static final Campaign SEASON = new Campaign(List.of(B, V), 12, 90, 2, 15, 0.02);
  private static final Campaign SURE = new Campaign(List.of(V), CurveDamage.ROWS, 30, 2, 20, 0.02);

  private final Path folder;
  private final Stars stars;
  private final List<SampleUpload> uploads = new ArrayList<>();
  private final Map<String, Long> rows = new TreeMap<>();
  private int number;

  CurveWriter(Path folder, Stars stars) {
    this.folder = folder;
    this.stars = stars;
  }

  LightCurve curve(SampleNova nova, int index) {
    return new LightCurve(nova, stars.model(index));
  }

  /** A sound file of one nova; returns what was written. */
  byte[] single(CurveFormat format, LightCurve curve) throws IOException {
    Random random = stars.curve(number++);
    List<CurvePoint> told = format.told(format.campaign().observe(curve, random));
    byte[] bytes = format.write(curve, told, random);
    if (format == CurveFormat.QDP) {
      Path sidecar = folder.resolve(format.fileName(curve) + ".sidecar.json");
      Files.write(sidecar, SurveyFiles.xraySidecar(curve));
    }
    accept(format.fileName(curve), bytes, told.size());
    count(curve, told.size());
    return bytes;
  }

  /** Bytes that are there already, under another name, which comes after theirs. */
  void again(String name, byte[] bytes) throws IOException {
    write(name, bytes, new Outcome.KnownAlready());
  }

  /** Two files of all novae together. */
  void shared(List<LightCurve> curves) throws IOException {
    List<SharedTables.Part> csv = season(curves);
    accept("season.csv", SharedTables.csv(csv), size(csv));
    List<SharedTables.Part> cds = season(curves);
    accept("samples.dat", SharedTables.cds(cds), size(cds));
    Files.write(folder.resolve("samples.ReadMe"), SharedTables.readMe());
  }

  private List<SharedTables.Part> season(List<LightCurve> curves) {
    List<SharedTables.Part> parts = new ArrayList<>();
    for (LightCurve curve : curves) {
      List<CurvePoint> seen = SEASON.observe(curve, stars.curve(number++));
      parts.add(new SharedTables.Part(curve, seen));
      count(curve, seen.size());
    }
    return parts;
  }

  private static long size(List<SharedTables.Part> parts) {
    return parts.stream().mapToLong(part -> part.seen().size()).sum();
  }

  /** A file with something wrong. */
  void damaged(CurveDamage damage, LightCurve curve) throws IOException {
    List<CurvePoint> seen =
        SURE.observe(curve, stars.curve(number++)).stream()
            .filter(one -> one.mjd() > curve.maximumMjd())
            .toList();
    byte[] bytes = Text.bytes(damage.text(curve, seen));
    write(damage.fileName(), bytes, damage.outcome());
    if (damage.outcome() instanceof Outcome.Accepted accepted) {
      count(curve, accepted.rows() - accepted.duplicates());
    }
  }

  private void accept(String name, byte[] bytes, long accepted) throws IOException {
    write(name, bytes, new Outcome.Accepted(accepted, 0, 0));
  }

  private void count(LightCurve curve, long more) {
    rows.merge(curve.nova().name(), more, Long::sum);
  }

  private void write(String name, byte[] bytes, Outcome outcome) throws IOException {
    Files.write(folder.resolve(name), bytes);
    uploads.add(new SampleUpload(name, outcome));
  }

  CurveArchive finish() {
    return new CurveArchive(folder, uploads, rows);
  }

  /** Files of several novae, whose rows say whose they are. */
  private static final class SharedTables {
    private static final String README =
        """
        Sample photometry of invented novae
        ================================================================================
        Byte-by-byte Description of file: samples.dat
        --------------------------------------------------------------------------------
           Bytes Format Units   Label     Explanations
        --------------------------------------------------------------------------------
           1- 22  A22   ---     Nova      Nova name
          24- 36  F13.5 d       JD        Julian Date (UTC)
              38  A1    ---   l_mag       Limit flag on mag
          39- 44  F6.3  mag     mag       Magnitude
          46- 50  F5.3  mag     e_mag     ? Error of mag
          52- 53  A2    ---     Band      Passband
        --------------------------------------------------------------------------------
        """;

    private SharedTables() {}

    /** What somebody saw of one nova. */
    record Part(LightCurve curve, List<CurvePoint> seen) {}

    /** A comma-separated table with a header, the novae one after the other. */
    static byte[] csv(List<Part> parts) {
      return table(
          "# all novae of a season\nstar,JD,mag,err,band\n",
          parts,
          (nova, one) ->
              Text.format(
                  "%s,%.5f,%s,%s,%s\n",
                  nova,
                  one.jd(),
                  Text.format(one.limit() ? "<%.2f" : "%.3f", one.magnitude()),
                  one.limit() ? "" : Text.format("%.3f", one.error()),
                  one.band().text()));
    }

    /** A table in the layout of the CDS, which {@link #readMe} explains. */
    static byte[] cds(List<Part> parts) {
      return table(
          "",
          parts,
          (nova, one) ->
              Text.format(
                  "%-22s %13.5f %s%6.3f %5s %-2s\n",
                  nova,
                  one.jd(),
                  one.limit() ? ">" : " ",
                  one.magnitude(),
                  one.limit() ? "" : Text.format("%.3f", one.error()),
                  one.band().text()));
    }

    private static byte[] table(
        String header, List<Part> parts, BiFunction<String, CurvePoint, String> line) {
      StringBuilder text = new StringBuilder(header);
      for (Part part : parts) {
        String nova = part.curve().nova().name();
        part.seen().forEach(one -> text.append(line.apply(nova, one)));
      }
      return Text.bytes(text.toString());
    }

    static byte[] readMe() {
      return Text.bytes(README);
    }
  }
}

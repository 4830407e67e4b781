package org.novacat.jobs.photometry.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.photometry.Readers;
import org.novacat.layouts.id.IngestFileId;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.photometry.Brightness;
import org.novacat.layouts.photometry.DataOrigin;
import org.novacat.layouts.photometry.DataRights;
import org.novacat.layouts.photometry.Epoch;
import org.novacat.layouts.photometry.FileRefusal;
import org.novacat.layouts.photometry.Measurement;
import org.novacat.layouts.photometry.PhotometryRow;
import org.novacat.layouts.photometry.RejectedRow;
import org.novacat.layouts.photometry.RowNova;
import org.novacat.layouts.photometry.RowRejectionCode;
import org.novacat.transforms.photometry.band.BandAssertions;
import org.novacat.transforms.photometry.band.BandRegistry;
import org.novacat.transforms.photometry.read.PhotometryRead;
import org.novacat.transforms.photometry.read.plan.Understanding;
import org.novacat.transforms.photometry.read.row.RowSink;
import org.novacat.transforms.photometry.read.sidecar.SidecarJson;
import org.novacat.transforms.photometry.read.upload.FileRefusals;
import org.novacat.transforms.photometry.read.upload.RowTally;
import org.novacat.transforms.photometry.read.upload.Upload;
import org.novacat.transforms.photometry.row.RowAssembler;

/** What became of a file, as ingest would decide, in lines to compare. */
final class FieldReading implements RowSink {
  private static final Instant NOW = Instant.parse("2026-11-28T00:00:00Z");

  /** A nova without a place, so that no time is moved to the barycentre. */
  private static final RowNova NOVA =
      new RowNova(NovaId.parse("00000000-0000-4000-8000-000000000001"), "", Double.NaN, Double.NaN);

  private static final IngestFileId FILE =
      IngestFileId.parse("00000000-0000-4000-8000-000000000002");

  private final Upload upload;
  private final RowAssembler assembler =
      new RowAssembler(BandRegistry.standard(), Double.POSITIVE_INFINITY);
  private final List<String> lines = new ArrayList<>();
  private String format = "";
  private BandAssertions asserted = BandAssertions.NONE;
  private @Nullable Understanding understood;
  private String account = "";
  private String outcome = "";
  private final PhotometryRead result;

  private FieldReading(Upload upload, long memory) {
    this.upload = upload;
    this.result = Readers.reader(NOW, memory).read(upload, this);
  }

  /** Reads a file; the sidecar is JSON, or "none". */
  static FieldReading of(Path file, String sidecar) throws IOException {
    Upload plain = Upload.of(file.getFileName().toString(), Files.readAllBytes(file));
    return of(sidecar.equals("none") ? plain : plain.with(SidecarJson.parse(sidecar)));
  }

  /** Reads an upload. */
  static FieldReading of(Upload upload) {
    return of(upload, Long.MAX_VALUE);
  }

  /** Reads an upload with so many bytes of memory. */
  static FieldReading of(Upload upload, long memory) {
    FieldReading reading = new FieldReading(upload, memory);
    reading
        .result()
        .match(
            read -> reading.ended(read.understanding(), read.tally().toString()),
            refused -> reading.refused(refused));
    return reading;
  }

  private boolean ended(@Nullable Understanding understanding, String how) {
    understood = understanding;
    account = understanding == null ? "" : understanding.toString();
    outcome = how;
    return true;
  }

  private boolean refused(PhotometryRead.Refused refused) {
    lines.clear();
    lines.add("refused %s".formatted(refused.refusal()));
    return ended(refused.understanding(), refused.refusal().toString());
  }

  @Override
  public void begin(Understanding understanding, java.util.function.Supplier<String> row) {
    format = understanding.format();
    asserted = BandAssertions.of(upload.sidecar(), understanding);
  }

  @Override
  public void accept(Measurement measurement) {
    var facts =
        new org.novacat.layouts.photometry.Upload(
            FILE, format, DataRights.PUBLIC, DataOrigin.OPERATOR_UPLOAD, "", false);
    assembler
        .assemble(measurement, NOVA, facts, asserted)
        .match(
            good -> lines.add(line(measurement.object(), good.row())),
            bad -> lines.add(line(bad.row())));
  }

  @Override
  public void reject(RejectedRow row) {
    lines.add(line(row));
  }

  private static String line(RejectedRow row) {
    return "rejected %s %s %s".formatted(row.sourceRow(), row.code(), row.detail());
  }

  private static String line(String object, PhotometryRow row) {
    Measurement m = row.measurement();
    Epoch epoch = m.epoch();
    Brightness b = m.brightness();
    return String.join(
        " ",
        "row",
        Integer.toString(m.sourceRow()),
        "object=" + object.replace(' ', '_'),
        "band=" + row.band().bandId(),
        "mjd=" + epoch.mjd(),
        "start=" + epoch.startMjd(),
        "end=" + epoch.endMjd(),
        "scale=" + epoch.scale(),
        "place=" + epoch.reference(),
        (b.isLimit() ? "limit=" : "value=") + b.number(),
        "err=" + b.error(),
        "lo=" + b.errorLow(),
        "hi=" + b.errorHigh(),
        "sigma=" + b.limitSigma(),
        "unit=" + b.unit(),
        "system=" + m.magSystem(),
        "spectral=" + (m.spectral() == null ? null : m.spectral().value()),
        "observer=" + m.origin().observer().replace(' ', '_'),
        "telescope=" + m.origin().telescope().replace(' ', '_'),
        "timeBy=" + m.trust().time(),
        "systemBy=" + m.trust().system(),
        "unitBy=" + m.trust().unit(),
        "bandBy=" + m.trust().band(),
        "limitBy=" + m.trust().limit(),
        "novaBy=" + m.trust().nova(),
        "quality=" + m.qualityFlag(),
        "note=" + m.notes().replace(' ', '_'));
  }

  /** What the reader gave. */
  PhotometryRead result() {
    return result;
  }

  /** One line an end, in the order of the file; a refused file has one line. */
  List<String> lines() {
    return lines;
  }

  /** What was made of the file, in words. */
  String account() {
    return account;
  }

  /** Id of the format; "" of a file that was refused before its rows. */
  String format() {
    return format;
  }

  String outcome() {
    return outcome;
  }

  /** The first end with a code; of a file too many of whose rows were rejected, its refusal. */
  String ended(String code) {
    FileRefusal refusal = FileRefusals.hopeless(upload.name(), tally());
    if (refusal != null && refusal.code().name().equals(code)) {
      return refusal.toString();
    }
    return lines.stream().filter(line -> line.contains(code)).findFirst().orElseThrow();
  }

  private RowTally tally() {
    Map<RowRejectionCode, Long> rejected = new EnumMap<>(RowRejectionCode.class);
    lines.stream()
        .filter(line -> line.startsWith("rejected "))
        .forEach(
            line -> rejected.merge(RowRejectionCode.valueOf(line.split(" ")[2]), 1L, Long::sum));
    return new RowTally(
        lines.stream().filter(line -> line.startsWith("row ")).count(), 0, rejected);
  }

  /** What explain asks a sidecar to say of a key. */
  String wish(String key) {
    return Objects.requireNonNull(understood).wishes().stream()
        .filter(wish -> wish.key().equals(key))
        .map(wish -> "\"%s\": %s %s".formatted(key, wish.example(), wish.reason()))
        .findFirst()
        .orElseThrow();
  }

  /** Compares what must be with what is. */
  static void check(String expected, String actual) {
    if (!expected.startsWith("row ")) {
      for (String word : expected.split(" ")) {
        assertThat(actual).contains(word);
      }
      return;
    }
    assertThat(actual).startsWith("row ");
    Map<String, String> cells = cells(actual);
    cells(expected).forEach((key, value) -> checkCell(key, value, cells.get(key), actual));
  }

  private static void checkCell(String key, String expected, @Nullable String actual, String line) {
    assertThat(actual).as("%s of %s", key, line).isNotNull();
    double number = number(expected);
    if (Double.isNaN(number)) {
      assertThat(actual).as("%s of %s", key, line).isEqualTo(expected);
    } else {
      double most = key.equals("mjd") ? 6e-6 : Math.abs(number) * 1e-4;
      assertThat(number(Objects.requireNonNull(actual)))
          .as("%s of %s", key, line)
          .isCloseTo(number, within(most));
    }
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  private static Map<String, String> cells(String line) {
    Map<String, String> cells = new HashMap<>();
    String[] words = line.split(" ");
    cells.put("row", words[1]);
    for (int i = 2; i < words.length; i++) {
      String[] sides = words[i].split("=", 2);
      cells.put(sides[0], sides[1]);
    }
    return cells;
  }
}

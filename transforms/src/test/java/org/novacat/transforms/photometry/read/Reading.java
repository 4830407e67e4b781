package org.novacat.transforms.photometry.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import org.novacat.layouts.photometry.FileRefusal;
import org.novacat.layouts.photometry.Measurement;
import org.novacat.layouts.photometry.RejectedRow;
import org.novacat.layouts.photometry.RowRejectionCode;
import org.novacat.transforms.photometry.read.plan.Understanding;
import org.novacat.transforms.photometry.read.row.RowList;
import org.novacat.transforms.photometry.read.settings.ReadSettings;
import org.novacat.transforms.photometry.read.sidecar.SidecarJson;
import org.novacat.transforms.photometry.read.upload.Upload;

/** A file that a test wrote, read. */
public record Reading(PhotometryRead result, List<Measurement> rows, List<RejectedRow> rejected) {
  static final ReadSettings SETTINGS = ReadSettings.at(Instant.parse("2026-11-21T00:00:00Z"));

  /** The same settings with other limits. */
  static ReadSettings limited(long bytes, long rows) {
    return new ReadSettings(
        SETTINGS.now(), bytes, rows, SETTINGS.memory(), SETTINGS.bands(), SETTINGS.fits());
  }

  public static Reading of(String name, String text) {
    return of(Upload.of(name, text.getBytes(UTF_8)));
  }

  public static Reading of(String name, String text, String sidecar) {
    return of(Upload.of(name, text.getBytes(UTF_8)).with(SidecarJson.parse(sidecar)));
  }

  /** The same upload with companions. */
  static Upload beside(Upload upload, List<Upload.Companion> companions) {
    return new Upload(upload.name(), upload.bytes(), upload.sidecar(), companions);
  }

  public static Reading of(Upload upload) {
    return of(upload, SETTINGS);
  }

  public static Reading of(Upload upload, ReadSettings settings) {
    RowList rows = new RowList();
    PhotometryRead result = new PhotometryReader(settings).read(upload, rows);
    return new Reading(result, rows.measurements(), rows.rejected());
  }

  /** Lines of a file, each with its end. */
  static String lines(String... lines) {
    return String.join("\n", lines) + "\n";
  }

  public Understanding understood() {
    return result.match(
        PhotometryRead.Read::understanding,
        refused -> {
          throw new AssertionError(refused.refusal().toString());
        });
  }

  String format() {
    return understood().format();
  }

  public Measurement row() {
    understood();
    return rows.get(0);
  }

  public FileRefusal refusal() {
    return result.match(
        read -> {
          throw new AssertionError("It was read: " + read);
        },
        PhotometryRead.Refused::refusal);
  }

  List<RowRejectionCode> codes() {
    return rejected.stream().map(RejectedRow::code).toList();
  }
}

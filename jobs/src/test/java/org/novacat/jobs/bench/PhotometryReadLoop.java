package org.novacat.jobs.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.novacat.jobs.photometry.Readers;
import org.novacat.layouts.photometry.Measurement;
import org.novacat.layouts.photometry.RejectedRow;
import org.novacat.transforms.photometry.read.PhotometryReader;
import org.novacat.transforms.photometry.read.row.RowSink;
import org.novacat.transforms.photometry.read.upload.Upload;

/** Reads uploads of photometry from memory, in rounds, and prints the rows a second of each. */
public final class PhotometryReadLoop implements RowSink {
  private long rows;

  private PhotometryReadLoop() {}

  /** Arguments: folder, rounds. */
  public static void main(String[] args) throws IOException {
    List<Upload> uploads = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of(args[0]))) {
      for (Path file : files.sorted().toList()) {
        uploads.add(Upload.of(file.getFileName().toString(), Files.readAllBytes(file)));
      }
    }
    PhotometryReader reader = Readers.reader(Instant.parse("2026-11-28T00:00:00Z"), 1L << 30);
    for (int round = 0; round < Integer.parseInt(args[1]); round++) {
      PhotometryReadLoop sink = new PhotometryReadLoop();
      long start = System.nanoTime();
      uploads.forEach(upload -> reader.read(upload, sink));
      double seconds = (System.nanoTime() - start) / 1e9;
      System.out.printf(
          Locale.ROOT, "rows=%d t=%.2f rows/s=%.0f%n", sink.rows, seconds, sink.rows / seconds);
    }
  }

  @Override
  public void accept(Measurement measurement) {
    rows++;
  }

  @Override
  public void reject(RejectedRow row) {
    rows++;
  }
}

package org.novacat.jobs.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;

/**
 * Writes photometry uploads as CSV: most about one of many novae, one in ten about three, and a
 * tenth of all rows about the first nova. Equal arguments give equal files.
 */
public final class PhotometryUploads {
  private static final String[] BANDS = {"U", "B", "V", "Rc", "Ic"};

  private PhotometryUploads() {}

  /** Arguments: folder, number of uploads, rows of each, number of novae. */
  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    int uploads = Integer.parseInt(args[1]);
    int rows = Integer.parseInt(args[2]);
    int novae = Integer.parseInt(args[3]);
    for (int n = 0; n < uploads; n++) {
      write(folder.resolve(String.format(Locale.ROOT, "upload-%05d.csv", n)), n, rows, novae);
    }
  }

  private static void write(Path file, int n, int rows, int novae) throws IOException {
    Random random = new Random(n);
    boolean ofTheFirst = n % 10 == 0;
    int of = n % 10 == 5 ? 3 : 1;
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("star,JD,mag,err,band\n");
      for (int row = 0; row < rows; row++) {
        int nova = ofTheFirst ? 0 : 1 + (n + row % of) % (novae - 1);
        double jd = 2_440_000.5 + n % 97 * 100 + row * 0.01;
        out.write("Nova %s,".formatted(nova));
        out.write(String.format(Locale.ROOT, "%.5f,", jd));
        out.write(String.format(Locale.ROOT, "%.3f,0.02,", 6 + 8 * random.nextDouble()));
        out.write(BANDS[row % BANDS.length]);
        out.write('\n');
      }
    }
  }
}

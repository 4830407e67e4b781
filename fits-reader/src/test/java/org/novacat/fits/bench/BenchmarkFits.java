package org.novacat.fits.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.novacat.fits.SpectrumReader;
import org.novacat.fits.data.Column;
import org.novacat.fits.data.Image;
import org.novacat.fits.data.Table;
import org.novacat.fits.file.FitsFile;
import org.novacat.fits.file.Hdu;
import org.novacat.fits.file.ReadLimits;
import org.novacat.layouts.spectrum.ReadResult;
import org.novacat.layouts.testing.SharedData;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * What one real file costs once its bytes are in memory: finding its HDUs, decoding all its
 * numbers, and reading it as spectra, with its checksums, its profile and its signature.
 *
 * <pre>
 * mvn -q -pl fits-reader -am test-compile dependency:build-classpath -DincludeScope=test \
 *   -Dmdep.outputFile=target/test.classpath
 * java -cp fits-reader/target/test-classes:fits-reader/target/classes:$(cat \
 *   fits-reader/target/test.classpath) org.openjdk.jmh.Main BenchmarkFits
 * </pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class BenchmarkFits {
  private final SpectrumReader reader = SpectrumReader.standard();

  /** A file of the corpus: a log-linear image, tables of one number a row, vectors, multispec. */
  @Param({
    "PH957_f.fits",
    "alpha_lyr_stis_011.fits",
    "jw01243001001_01101_00001_nrca5_x1d.fits",
    "odbue5030_x1d.fits",
    "spec-0266-51602-0031.fits",
    "TRES.fits"
  })
  public String file = "";

  private byte[] bytes = {};
  private List<Hdu> hdus = List.of();

  /** Reads the file. */
  @Setup
  public void setUp() throws IOException {
    Path path = SharedData.fits().resolve("files").resolve(file);
    bytes = Files.readAllBytes(path);
    hdus = FitsFile.open(bytes, ReadLimits.DEFAULT).hdus();
  }

  /** Finds and checks all HDUs. */
  @Benchmark
  public FitsFile headers() {
    return FitsFile.open(bytes, ReadLimits.DEFAULT);
  }

  /** Decodes all images and all numeric columns. */
  @Benchmark
  public void numbers(Blackhole hole) {
    for (Hdu hdu : hdus) {
      if (hdu.isTable()) {
        decode(Table.of(hdu), hole);
      } else {
        hole.consume(Image.of(hdu).all());
      }
    }
  }

  private static void decode(Table table, Blackhole hole) {
    for (Column column : table.columns()) {
      if (column.isScalar()) {
        hole.consume(table.numbers(column));
      }
      for (int row = 0; column.isVector() && row < table.rows(); row++) {
        hole.consume(table.vector(column, row));
      }
    }
  }

  /** From bytes to spectra. */
  @Benchmark
  public ReadResult spectra() {
    return reader.read(file, bytes);
  }
}

package org.novacat.jobs.zarr.row;

import java.io.IOException;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.novacat.jobs.spark.Sparks;
import org.novacat.persistence.bucket.StoreLocation;
import org.novacat.persistence.tree.Tree;
import org.novacat.persistence.tree.TreeLocation;
import org.novacat.spectral.SpectralStore;
import org.novacat.zarr.ZarrWriter;
import org.novacat.zarr.blosc.BloscEncoder;

/**
 * Flux and uncertainty of many spectra that are in memory, written as chunks of a store by Spark's
 * tasks as {@link PanelTask} writes them, in turn with the encoder alone on as many threads.
 */
public final class ZarrInSpark {
  private static final int SAMPLES = 4000;
  private static final int ROWS = 1024;
  private static final int THREADS = 2;
  private static final List<String> ARRAYS =
      List.of(SpectralStore.SIGNAL_FLUX_RAW, SpectralStore.SIGNAL_UNCERTAINTY_RAW);

  /** In the JVM of driver and tasks alike. */
  private static final List<float[]> DATA = new ArrayList<>();

  private ZarrInSpark() {}

  /**
   * Runs it.
   *
   * @param arguments folder that has data/flux.f32 and data/unc.f32, little-endian, 4,000 a row;
   *     rounds
   */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    int rounds = Integer.parseInt(arguments[1]);
    for (String name : List.of("flux.f32", "unc.f32")) {
      DATA.add(read(folder.resolve("data").resolve(name)));
    }
    double[] inSpark = new double[rounds];
    double[] alone = new double[rounds];
    try (JavaSparkContext spark =
        new JavaSparkContext(Sparks.session("benchmark").sparkContext())) {
      for (int round = -1; round < rounds; round++) {
        double limit = rate(ZarrInSpark::encode);
        Path drafts = Files.createDirectories(folder.resolve("spark-" + System.nanoTime()));
        double written = rate(() -> write(spark, drafts));
        remove(drafts);
        if (round >= 0) {
          alone[round] = limit;
          inSpark[round] = written;
        }
      }
    }
    say("encoder alone, in memory", alone);
    say("a store, inside Spark", inSpark);
  }

  private static float[] read(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    float[] values = new float[bytes.length / Float.BYTES];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
    return values;
  }

  /** MB of numbers a second. */
  private static double rate(Callable<Boolean> work) throws Exception {
    long start = System.nanoTime();
    work.call();
    double bytes = 2.0 * Float.BYTES * DATA.get(0).length;
    return bytes / 1e6 / ((System.nanoTime() - start) / 1e9);
  }

  private static int spectra() {
    return DATA.get(0).length / SAMPLES;
  }

  private static List<Integer> chunks() {
    return IntStream.range(0, (spectra() + ROWS - 1) / ROWS).boxed().toList();
  }

  private static float[] chunk(int array, int chunk) {
    int from = chunk * ROWS * SAMPLES;
    float[] all = DATA.get(array);
    return Arrays.copyOfRange(all, from, Math.min(all.length, from + ROWS * SAMPLES));
  }

  private static boolean encode() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Callable<Boolean>> parts =
          IntStream.range(0, THREADS)
              .<Callable<Boolean>>mapToObj(part -> () -> encode(part))
              .toList();
      for (Future<Boolean> one : threads.invokeAll(parts)) {
        one.get();
      }
      return true;
    } finally {
      threads.shutdown();
    }
  }

  private static boolean encode(int part) {
    BloscEncoder encoder = new BloscEncoder(5);
    byte[] raw = new byte[ROWS * SAMPLES * Float.BYTES];
    ByteBuffer numbers = ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN);
    for (int chunk : chunks()) {
      for (int array = 0; array < ARRAYS.size() && chunk % THREADS == part; array++) {
        float[] values = chunk(array, chunk);
        numbers.asFloatBuffer().put(values);
        encoder.encode(raw, values.length * Float.BYTES, Float.BYTES);
      }
    }
    return true;
  }

  private static boolean write(JavaSparkContext spark, Path drafts) {
    StoreLocation bucket = StoreLocation.local(drafts).with(StoreLocation.DURABILITY, "later");
    TreeLocation draft = new TreeLocation(bucket, "run");
    Shape shape =
        new Shape(
            spectra(), SAMPLES, new Grid.Native(), Variant.ALL.get(0), "x", "air", false, null);
    try (Tree tree = Tree.open(draft)) {
      ZarrWriter writer = new ZarrWriter(new TreeFiles(tree));
      writer.group("", new TreeMap<>());
      writer.group(SpectralStore.SIGNAL, new TreeMap<>());
      ARRAYS.forEach(array -> writer.array(array, shape.spec(array)));
    }
    spark.parallelize(chunks(), chunks().size()).foreach(new Task(draft, shape)::write);
    return true;
  }

  /** Writes one row of chunks. */
  private record Task(TreeLocation draft, Shape shape) implements Serializable {
    void write(int chunk) {
      try (Tree tree = Tree.open(draft)) {
        ZarrWriter writer = new ZarrWriter(new TreeFiles(tree));
        for (int array = 0; array < ARRAYS.size(); array++) {
          String path = ARRAYS.get(array);
          writer
              .chunks(path, shape.spec(path), PanelTask.ROOM.get())
              .floats(chunk(array, chunk), chunk, 0);
        }
      }
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static void say(String what, double[] rates) {
    double[] sorted = rates.clone();
    Arrays.sort(sorted);
    System.out.printf(
        Locale.ROOT,
        "%s: median %.1f MB/s (%.1f to %.1f)%n",
        what,
        sorted[sorted.length / 2],
        sorted[0],
        sorted[sorted.length - 1]);
  }
}

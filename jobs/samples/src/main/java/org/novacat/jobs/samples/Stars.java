package org.novacat.jobs.samples;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/** The novae of one seed, and the nights on which they are observed. */
public final class Stars {
  private static final double FIRST_DAY = 1.5;

  /** The last epoch is so many times later than the first. */
  private static final double SPAN = 150;

  /** Streams of random numbers that never meet. */
  private static final int MODEL = 0;

  private static final int EPOCH = 1;
  private static final int NOISE = 2;
  private static final int STREAMS = 3;

  /** No archive has so many files that their noise would come here. */
  private static final int FIRST_CURVE = 1 << 29;

  private final long seed;

  /** The novae of a seed. */
  public Stars(long seed) {
    this.seed = seed;
  }

  SampleNova nova(int index) {
    return SampleNova.number(index);
  }

  /** How bright and fast nova {@code index} is. */
  public NovaModel model(int index) {
    return NovaModel.draw(random(MODEL, index));
  }

  /** Random numbers for light curve {@code number}, which no spectrum of an archive has. */
  public Random curve(int number) {
    return random(NOISE, FIRST_CURVE + number);
  }

  /** Epoch {@code epoch} of {@code epochs}, crowded after maximum and sparse later. */
  Exposure exposure(int nova, int epoch, int epochs, int number) {
    Random random = random(EPOCH, number);
    NovaModel model = model(nova);
    double along = epochs == 1 ? 0 : (double) epoch / (epochs - 1);
    double day = FIRST_DAY * StrictMath.pow(SPAN, along) * (0.9 + 0.2 * random.nextDouble());
    Instant start = model.maximum().plusSeconds(Math.round(day * 86_400));
    Duration length = Duration.ofMinutes(5L * (1 + random.nextInt(12)));
    return new Exposure(nova(nova), model, start, length, number);
  }

  Random noise(int number) {
    return random(NOISE, number);
  }

  private Random random(int stream, int index) {
    long mixed = (index + 1L) * STREAMS + stream;
    return new Random(seed ^ (0x9E3779B97F4A7C15L * mixed)); // 2^64 over the golden ratio
  }
}

package org.novacat.jobs.spark;

import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * How much of a heap the work on one file may take: half of the heap, shared by the tasks that run
 * in it at once. The other half is for Spark, for rows on their way, and for the collector.
 */
public final class HeapShare {
  private static final int PART_FOR_FILES = 2;

  private HeapShare() {}

  /** Bytes of this JVM's heap for each of so many tasks. */
  public static long bytes(int tasks) {
    return Runtime.getRuntime().maxMemory() / PART_FOR_FILES / Math.max(1, tasks);
  }

  /** How many tasks an executor runs at once. */
  public static int tasks(JavaSparkContext spark) {
    if (spark.isLocal()) {
      return spark.defaultParallelism();
    }
    SparkConf conf = spark.getConf();
    return conf.getInt("spark.executor.cores", 1) / conf.getInt("spark.task.cpus", 1);
  }
}

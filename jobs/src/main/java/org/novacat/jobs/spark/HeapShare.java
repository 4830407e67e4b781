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

  /**
   * Bytes of this JVM's heap for each of so many tasks.
   *
   * @param tasks 0 for as many as there are processors
   */
  public static long bytes(int tasks) {
    int atOnce = tasks > 0 ? tasks : Runtime.getRuntime().availableProcessors();
    return Runtime.getRuntime().maxMemory() / PART_FOR_FILES / atOnce;
  }

  /**
   * How many tasks an executor runs at once; 0 for as many as its machine has processors, which is
   * what a standalone cluster gives it when nobody said. Elsewhere it gets one then.
   */
  public static int tasks(JavaSparkContext spark) {
    if (spark.isLocal()) {
      return spark.defaultParallelism();
    }
    SparkConf conf = spark.getConf();
    int unsaid = conf.get("spark.master", "").startsWith("spark:") ? 0 : 1;
    int cores = conf.getInt("spark.executor.cores", unsaid);
    return cores == 0 ? 0 : Math.max(1, cores / conf.getInt("spark.task.cpus", 1));
  }
}

package org.novacat.fits.spark.file;

import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Hadoop's configuration as executors have it. The last one is kept and used again as long as
 * nothing in it changes, since sending it takes longer than all else that plans a scan.
 */
public final class SharedConfiguration {
  private static @Nullable SharedConfiguration last;

  private final WeakReference<SparkContext> context;
  private final Map<String, String> settings;
  private final Broadcast<SerializableConfiguration> sent;

  private SharedConfiguration(
      SparkContext context, Map<String, String> settings, Configuration conf) {
    this.context = new WeakReference<>(context);
    this.settings = settings;
    this.sent = new JavaSparkContext(context).broadcast(new SerializableConfiguration(conf));
  }

  /** The configuration for tasks of this context. */
  public static synchronized Broadcast<SerializableConfiguration> of(
      SparkContext context, Configuration conf) {
    Map<String, String> settings = new HashMap<>();
    conf.forEach(setting -> settings.put(setting.getKey(), setting.getValue()));
    SharedConfiguration shared = last;
    if (shared == null || !shared.serves(context, settings)) {
      shared = new SharedConfiguration(context, settings, conf);
      last = shared;
    }
    return shared.sent;
  }

  private boolean serves(SparkContext asking, Map<String, String> asked) {
    return context.get() == asking && settings.equals(asked);
  }
}

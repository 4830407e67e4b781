package org.novacat.persistence.bulk.bench;

import java.lang.reflect.Method;
import java.util.Map;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.io.Writable;
import org.apache.hadoop.mapred.InputFormat;
import org.apache.hadoop.mapred.JobConf;
import org.apache.spark.api.java.JavaSparkContext;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * By the InputFormat of emr-dynamodb-hadoop, which always scans whole items of the table; filtered
 * here.
 *
 * @param context of Spark
 * @param conf says where the table is
 */
record HadoopReading(JavaSparkContext context, JobConf conf) implements TableReading {
  private static final String PACKAGE = "org.apache.hadoop.dynamodb.";

  /** The class is not on the class path on which this is compiled. */
  private static final class Items {
    private static final Class<Writable> TYPE = HadoopReading.type("DynamoDBItemWritable");
    private static final Method GET = get();

    private Items() {}

    private static Method get() {
      try {
        return TYPE.getMethod("getItem");
      } catch (NoSuchMethodException e) {
        throw new LinkageError("another emr-dynamodb-hadoop", e);
      }
    }

    @SuppressWarnings("unchecked")
    static Map<String, AttributeValue> of(Writable value) {
      try {
        return (Map<String, AttributeValue>) GET.invoke(value);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  static HadoopReading of(JavaSparkContext context, String table, String endpoint) {
    JobConf conf = new JobConf();
    conf.set("dynamodb.input.tableName", table);
    conf.set("dynamodb.endpoint", endpoint);
    conf.set("dynamodb.region", "us-east-1");
    conf.set("dynamodb.awsAccessKeyId", System.getProperty("aws.accessKeyId"));
    conf.set("dynamodb.awsSecretAccessKey", System.getProperty("aws.secretAccessKey"));
    conf.set("dynamodb.yarn.enabled", "false");
    // As many tasks and segments as there are cores, and no bound that is ever felt.
    conf.set("dynamodb.max.map.tasks", "2");
    conf.set("dynamodb.scan.segments", "2");
    conf.set("dynamodb.throughput.read", "1000000");
    conf.set("dynamodb.throughput.read.percent", "1.0");
    conf.set("dynamodb.throughput.read.autoscaling", "false");
    return new HadoopReading(context, conf);
  }

  @Override
  public Tally read(Job job) {
    Class<InputFormat<Text, Writable>> format = type("read.DynamoDBInputFormat");
    return context
        .hadoopRDD(conf, format, Text.class, Items.TYPE)
        .values()
        .aggregate(Tally.NONE, (sum, value) -> sum.plus(tally(job, Items.of(value))), Tally::plus);
  }

  private static Tally tally(Job job, Map<String, AttributeValue> item) {
    AttributeValue index = item.get("GSI1PK");
    if (!job.wants(item.get("PK").s(), index == null ? "" : index.s())) {
      return Tally.NONE;
    }
    long bytes = Long.parseLong(item.get("byte_length").n());
    return new Tally(1, bytes, job.readsText() ? item.get("locator").s().length() : 0);
  }

  @SuppressWarnings("unchecked")
  private static <T> Class<T> type(String name) {
    try {
      return (Class<T>) Class.forName(PACKAGE + name);
    } catch (ClassNotFoundException e) {
      throw new LinkageError("no emr-dynamodb-hadoop", e);
    }
  }
}

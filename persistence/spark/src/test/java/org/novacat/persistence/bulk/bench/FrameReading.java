package org.novacat.persistence.bulk.bench;

import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.novacat.persistence.bulk.bench.Job.Access;

/**
 * By a data source.
 *
 * @param spark a session
 * @param format of the data source
 * @param table to be read
 * @param endpoint where tables are described
 * @param server where they are read
 */
record FrameReading(SparkSession spark, String format, String table, String endpoint, String server)
    implements TableReading {
  static final String OURS = "novacat-table";

  private static final String PEER_ENDPOINT = "aws.dynamodb.endpoint";
  private static final String SCHEMA =
      "PK string, GSI1PK string, GSI1SK string, byte_length long, locator string";

  @Override
  public Tally read(Job job) {
    Row found =
        (format.equals(OURS) ? ours() : peer(job))
            .where(job.condition())
            .selectExpr(
                "count(*)",
                "sum(byte_length)",
                job.readsText() ? "sum(length(locator))" : "CAST(0 AS BIGINT)")
            .head();
    return new Tally(found.getLong(0), found.getLong(1), found.getLong(2));
  }

  private Dataset<Row> ours() {
    return spark
        .read()
        .format(format)
        .option("table", table)
        .option("region", "us-east-1")
        .option("endpoint", endpoint)
        .schema(SCHEMA)
        .load();
  }

  /**
   * It would read 100 units a second of a table that is paid by request, and its pages are as long
   * as it may read in a second; a byte a unit makes them a megabyte of the table's items, for
   * longer ones cost this server more. (The option is not heard for an index.) What it loads asks
   * for the size of the table; what reads the table asks the property again.
   */
  private Dataset<Row> peer(Job job) {
    DataFrameReader reader =
        spark
            .read()
            .format(format)
            .option("tableName", table)
            .option("throughput", 1_000_000)
            .option("bytesPerRCU", 1)
            .option("readPartitions", 2)
            .schema(SCHEMA);
    System.setProperty(PEER_ENDPOINT, endpoint);
    Dataset<Row> loaded =
        job.access() == Access.INDEX
            ? reader.option("indexName", "EligibilityIndex").load()
            : reader.load();
    System.setProperty(PEER_ENDPOINT, server);
    return loaded;
  }
}

package org.novacat.jobs.query;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.SubqueryExpression;
import org.apache.spark.sql.execution.FileSourceScanExec;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.datasources.FileIndex;
import org.apache.spark.sql.execution.datasources.PartitionDirectory;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.novacat.jobs.spark.BucketPaths;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.layouts.novacat.NovaCatPrivate;
import org.novacat.persistence.bucket.StoreLocation;
import org.novacat.persistence.store.Pointer;
import scala.collection.JavaConverters;
import scala.collection.Seq;

/**
 * Which objects Spark reads for a table, as the items of the archive say: no store is asked by
 * Spark where they are and how long. Columns that stand in the key of an object are those of a
 * partition, so that conditions on them decide what is read before anything is.
 *
 * @param store the bucket
 * @param partitionSchema fields of the key; empty where no column stands in it
 * @param objects those of the novae that a condition leaves
 */
record ObjectFiles(StoreLocation store, StructType partitionSchema, Source objects)
    implements FileIndex {
  private static final String NOVA = "nova_id";

  /** Objects hardly have that many bytes each; Spark reads them in pieces of its own size. */
  private static final long BLOCK = 128L << 20;

  /** Where objects are looked up. */
  @FunctionalInterface
  interface Source {
    /**
     * The objects of some novae. Of those that are no good only such are named as a query asks for.
     *
     * @param wanted novae; whoever else's objects are not looked at
     * @param asked objects; others are found all the same
     * @throws org.novacat.persistence.failure.PersistenceException when the table or the store
     *     cannot be read
     */
    List<Pointer> of(Predicate<NovaId> wanted, Predicate<ObjectKey> asked);
  }

  /**
   * Looks up what a query will read, so that what is wrong with it is known before the first row.
   * What stands in subqueries within expressions is looked up when they run.
   */
  static void lookUp(Dataset<Row> query) {
    Seq<SparkPlan> leaves = query.queryExecution().sparkPlan().collectLeaves();
    for (SparkPlan leaf : JavaConverters.seqAsJavaList(leaves)) {
      if (leaf instanceof FileSourceScanExec scan
          && scan.relation().location() instanceof ObjectFiles files) {
        List<Expression> conditions =
            JavaConverters.seqAsJavaList(scan.partitionFilters()).stream()
                .filter(condition -> !SubqueryExpression.hasSubquery(condition))
                .toList();
        files.listFiles(JavaConverters.asScalaBuffer(conditions), scan.dataFilters());
      }
    }
  }

  /** As many directories as objects; conditions are on columns of the key alone. */
  @Override
  public Seq<PartitionDirectory> listFiles(
      Seq<Expression> conditions, Seq<Expression> conditionsOnData) {
    List<KeyCondition> all =
        JavaConverters.seqAsJavaList(conditions).stream().map(KeyCondition::of).toList();
    List<KeyCondition> ofNovae = all.stream().filter(one -> one.isOn(NOVA)).toList();
    Predicate<NovaId> wanted =
        nova -> ofNovae.stream().allMatch(one -> one.holds(Map.of(NOVA, nova.toString())));
    Predicate<ObjectKey> asked = key -> all.stream().allMatch(one -> one.holds(fields(key)));
    return JavaConverters.asScalaBuffer(
        objects.of(wanted, asked).stream()
            .filter(object -> asked.test(object.key()))
            .map(this::directory)
            .toList());
  }

  private PartitionDirectory directory(Pointer object) {
    InternalRow values =
        partitionSchema.isEmpty() ? InternalRow.empty() : values(fields(object.key()));
    return PartitionDirectory.apply(values, status(object));
  }

  private static Map<String, String> fields(ObjectKey key) {
    return NovaCatPrivate.LAYOUT.matchEnd(key.toString()).orElseThrow().fields().values();
  }

  private InternalRow values(Map<String, String> key) {
    return new GenericInternalRow(
        Stream.of(partitionSchema.fieldNames())
            .map(name -> (Object) UTF8String.fromString(key.get(name)))
            .toArray());
  }

  private FileStatus[] status(Pointer object) {
    Path path = BucketPaths.of(store, object.key());
    return new FileStatus[] {new FileStatus(object.byteLength(), false, 1, BLOCK, 0, path)};
  }

  @Override
  public Seq<Path> rootPaths() {
    return JavaConverters.asScalaBuffer(List.of(BucketPaths.root(store)));
  }

  @Override
  public String[] inputFiles() {
    return objects.of(nova -> true, key -> true).stream()
        .map(object -> BucketPaths.of(store, object.key()).toString())
        .toArray(String[]::new);
  }

  /** Items are read with each query anyway. */
  @Override
  public void refresh() {}

  /** Nobody knows before conditions are known; as Spark has it of tables without statistics. */
  @Override
  public long sizeInBytes() {
    return Long.MAX_VALUE;
  }

  @Override
  public String toString() {
    return "objects of " + store;
  }
}

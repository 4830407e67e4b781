package org.novacat.jobs.query;

import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.position.SkyPosition;
import org.novacat.persistence.nova.Nova;
import org.novacat.persistence.run.JobRun;

/** The tables that statements can name. */
enum QueryTable {
  NOVAE(
      ItemTables.NOVAE.schema(),
      (spark, from) -> ItemTables.NOVAE.rows(spark, from.stores().catalog().novae().list())),
  PHOTOMETRY(ObjectTables.PHOTOMETRY, ObjectTables::photometry),
  PRODUCTS(
      Product.TABLE.schema(),
      (spark, from) ->
          spark.baseRelationToDataFrame(
              new ProductRelation(spark, from.table(), from.stores().catalog().novae().ids()))),
  RUNS(
      ItemTables.RUNS.schema(),
      (spark, from) -> ItemTables.RUNS.rows(spark, from.stores().catalog().runs().list())),
  SPECTRA(ObjectTables.SPECTRA, ObjectTables::spectra);

  @SuppressWarnings("ImmutableEnumChecker") // nobody changes its array of fields
  private final StructType schema;

  @SuppressWarnings("ImmutableEnumChecker") // lambdas without state
  private final BiFunction<SparkSession, SoundObjects, Dataset<Row>> rows;

  QueryTable(StructType schema, BiFunction<SparkSession, SoundObjects, Dataset<Row>> rows) {
    this.schema = schema;
    this.rows = rows;
  }

  /** The names of all tables. */
  static SortedSet<String> names() {
    SortedSet<String> names = new TreeSet<>();
    Stream.of(values()).forEach(table -> names.add(table.tableName()));
    return names;
  }

  /** Name in statements. */
  String tableName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Lets a session name the tables that a statement needs; the others are not looked at. */
  static void register(Statement statement, SparkSession spark, SoundObjects from) {
    Stream.of(values())
        .filter(table -> statement.tables().contains(table.tableName()))
        .forEach(
            table -> {
              Dataset<Row> rows =
                  statement.wantsRows()
                      ? table.rows.apply(spark, from)
                      : spark.createDataFrame(List.of(), table.schema);
              rows.createOrReplaceTempView(table.tableName());
            });
  }

  /** What the tables {@code novae} and {@code runs} take from items. */
  private static final class ItemTables {
    static final ItemTable<Nova> NOVAE =
        new ItemTable<Nova>()
            .text("nova_id", "The nova; the key to join by", Nova::id)
            .text("primary_name", "As first given", Nova::primaryName)
            .column(
                "aliases",
                DataTypes.createArrayType(DataTypes.StringType),
                "Other names, in the order they came",
                nova -> nova.aliases().toArray(String[]::new))
            .number("ra_deg", "Right ascension, ICRS [deg]", nova -> ra(nova.position()))
            .number("dec_deg", "Declination, ICRS [deg]", nova -> dec(nova.position()))
            .text("identity_status", "Whether it may be another nova", Nova::identityStatus)
            .text("merged_into", "The nova it turned out to be", Nova::mergedInto)
            .column(
                "discovery",
                DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType),
                "Facts about its discovery, as given",
                Nova::discovery)
            .column(
                "updated_at",
                DataTypes.TimestampType,
                "Last change",
                nova -> nova.meta().updatedAt());

    static final ItemTable<JobRun> RUNS =
        new ItemTable<JobRun>()
            .text("job_run_id", "The run", JobRun::id)
            .text("workflow", "Which job", JobRun::workflow)
            .text("correlation_id", "Shared by runs of one invocation", JobRun::correlationId)
            .text("nova_id", "The only nova it was about", JobRun::novaId)
            .column("started_at", DataTypes.TimestampType, "Begin", JobRun::startedAt)
            .column("ended_at", DataTypes.TimestampType, "End; null when killed", JobRun::endedAt)
            .text("status", "How it ended", JobRun::status)
            .column(
                "summary",
                DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType),
                "Figures of its report",
                JobRun::summary);

    private ItemTables() {}

    private static @Nullable Double ra(@Nullable SkyPosition position) {
      return position == null ? null : (Double) position.raDeg();
    }

    private static @Nullable Double dec(@Nullable SkyPosition position) {
      return position == null ? null : (Double) position.decDeg();
    }
  }
}

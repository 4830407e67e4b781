package org.novacat.jobs.query;

import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.position.SkyPosition;
import org.novacat.persistence.nova.Nova;
import org.novacat.persistence.run.JobRun;

/** What the tables {@code novae} and {@code runs} take from items. */
final class ItemTables {
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

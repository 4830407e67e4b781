package org.novacat.jobs.query;

import java.util.SortedSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.ShowTables;
import org.apache.spark.sql.catalyst.plans.logical.ShowViews;
import org.apache.spark.sql.execution.SparkSqlParser;
import org.apache.spark.sql.internal.SQLConf;
import org.novacat.jobs.cli.UserError;
import scala.Function0;

/**
 * A question in SQL, parsed and found to be no more than that, but not resolved. What was looked
 * through is what runs: the text is not read twice.
 *
 * @param tables those it needs, lower case
 * @param wantsRows whether rows are wanted, and not only what tables and columns there are
 */
record Statement(LogicalPlan plan, SortedSet<String> tables, boolean wantsRows) {
  /**
   * Parses a statement.
   *
   * @param known the tables that there are, lower case
   * @throws UserError when it is no SQL, would do more than look, or names a table that is not
   *     known
   */
  static Statement parse(String sql, SortedSet<String> known) {
    LogicalPlan plan = SqlFailures.told(() -> parsed(sql));
    SortedSet<String> named =
        SqlFailures.told(() -> StatementCheck.tables(sql, plan, known)); // it may be very deep
    boolean namesAll = plan instanceof ShowTables || plan instanceof ShowViews;
    return new Statement(plan, namesAll ? known : named, !StatementCheck.isShow(plan));
  }

  /** By Spark's own settings, whatever the session's; {@code ${…}} is not replaced. */
  private static LogicalPlan parsed(String sql) {
    SQLConf settings = new SQLConf();
    settings.setConfString("spark.sql.variable.substitute", "false");
    Function0<LogicalPlan> parse = () -> new SparkSqlParser().parsePlan(sql);
    return SQLConf.withExistingConf(settings, parse);
  }

  /**
   * Resolves it in a session that has its tables.
   *
   * @throws UserError when Spark refuses it
   */
  Dataset<Row> in(SparkSession session) {
    return SqlFailures.told(() -> Dataset.ofRows(session, plan));
  }
}

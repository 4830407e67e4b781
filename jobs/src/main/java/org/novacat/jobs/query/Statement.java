package org.novacat.jobs.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.catalyst.analysis.UnresolvedTableOrView;
import org.apache.spark.sql.catalyst.plans.QueryPlan;
import org.apache.spark.sql.catalyst.plans.logical.Command;
import org.apache.spark.sql.catalyst.plans.logical.DescribeColumn;
import org.apache.spark.sql.catalyst.plans.logical.DescribeFunction;
import org.apache.spark.sql.catalyst.plans.logical.DescribeRelation;
import org.apache.spark.sql.catalyst.plans.logical.InsertIntoDir;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.ParsedStatement;
import org.apache.spark.sql.catalyst.plans.logical.ScriptTransformation;
import org.apache.spark.sql.catalyst.plans.logical.ShowColumns;
import org.apache.spark.sql.catalyst.plans.logical.ShowFunctions;
import org.apache.spark.sql.catalyst.plans.logical.ShowTables;
import org.apache.spark.sql.catalyst.plans.logical.ShowViews;
import org.apache.spark.sql.catalyst.plans.logical.UnresolvedWith;
import org.apache.spark.sql.execution.SparkSqlParser;
import org.apache.spark.sql.execution.command.DescribeQueryCommand;
import org.novacat.jobs.cli.UserError;
import scala.collection.JavaConverters;
import scala.collection.Seq;

/**
 * A question in SQL, parsed but not resolved.
 *
 * @param sql as it was written
 * @param tables those it needs, lower case
 * @param wantsRows whether rows are wanted, and not only what tables and columns there are
 */
record Statement(String sql, SortedSet<String> tables, boolean wantsRows) {
  /**
   * Parses a statement.
   *
   * @param known the tables that there are, lower case
   * @throws UserError when it is no SQL, would do more than look, or names a table that is not
   *     known
   */
  static Statement parse(String sql, SortedSet<String> known) {
    LogicalPlan plan = SqlFailures.told(() -> new SparkSqlParser().parsePlan(sql));
    boolean shows = isShow(plan);
    if (!shows && writes(plan)) {
      throw new UserError(
          "Cannot run '%s': a query only looks (write SELECT, WITH, SHOW or DESCRIBE)"
              .formatted(SqlFailures.shortened(sql)));
    }
    if (plan instanceof ShowTables || plan instanceof ShowViews) {
      return new Statement(sql, known, false);
    }
    SortedSet<String> named = new TreeSet<>();
    Set<String> own = new TreeSet<>();
    collect(plan, named, own);
    for (String name : named) {
      if (!known.contains(name) && !own.contains(name)) {
        throw new UserError(
            "Cannot run query: there is no table '%s' (there are %s)"
                .formatted(name, String.join(", ", known)));
      }
    }
    named.retainAll(known);
    return new Statement(sql, named, !shows);
  }

  private static boolean isShow(LogicalPlan plan) {
    return plan instanceof ShowTables
        || plan instanceof ShowViews
        || plan instanceof ShowColumns
        || plan instanceof ShowFunctions
        || plan instanceof DescribeRelation
        || plan instanceof DescribeColumn
        || plan instanceof DescribeFunction
        || plan instanceof DescribeQueryCommand;
  }

  /** Also scripts, which a plan of Spark's may run. */
  private static boolean writes(QueryPlan<?> plan) {
    boolean itself =
        plan instanceof Command
            || plan instanceof ParsedStatement
            || plan instanceof InsertIntoDir
            || plan instanceof ScriptTransformation;
    return itself || below(plan).stream().anyMatch(Statement::writes);
  }

  private static void collect(QueryPlan<?> plan, Set<String> named, Set<String> own) {
    if (plan instanceof UnresolvedRelation relation) {
      named.add(name(relation.multipartIdentifier()));
    } else if (plan instanceof UnresolvedTableOrView relation) {
      named.add(name(relation.multipartIdentifier()));
    } else if (plan instanceof UnresolvedWith with) {
      list(with.cteRelations()).forEach(query -> own.add(query._1().toLowerCase(Locale.ROOT)));
    }
    below(plan).forEach(part -> collect(part, named, own));
  }

  /** Parts of a plan: what it works on, its named queries, and the queries in its expressions. */
  private static List<QueryPlan<?>> below(QueryPlan<?> plan) {
    ArrayList<QueryPlan<?>> parts = new ArrayList<>();
    list(plan.children()).forEach(part -> parts.add((QueryPlan<?>) part));
    list(plan.innerChildren()).forEach(part -> parts.add((QueryPlan<?>) part));
    list(plan.subqueries()).forEach(part -> parts.add((QueryPlan<?>) part));
    if (plan instanceof DescribeQueryCommand describe) {
      parts.add(describe.plan());
    }
    return parts;
  }

  private static String name(Seq<String> words) {
    return String.join(".", list(words)).toLowerCase(Locale.ROOT);
  }

  private static <T> List<T> list(Seq<T> of) {
    return JavaConverters.seqAsJavaList(of);
  }
}

package org.novacat.jobs.query;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.spark.sql.catalyst.FunctionIdentifier;
import org.apache.spark.sql.catalyst.analysis.ExpressionWithUnresolvedIdentifier;
import org.apache.spark.sql.catalyst.analysis.MultiAlias;
import org.apache.spark.sql.catalyst.analysis.NamedParameter;
import org.apache.spark.sql.catalyst.analysis.PlanWithUnresolvedIdentifier;
import org.apache.spark.sql.catalyst.analysis.PosParameter;
import org.apache.spark.sql.catalyst.analysis.RelationTimeTravel;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAlias;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.catalyst.analysis.UnresolvedExtractValue;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunctionName;
import org.apache.spark.sql.catalyst.analysis.UnresolvedGenerator;
import org.apache.spark.sql.catalyst.analysis.UnresolvedHaving;
import org.apache.spark.sql.catalyst.analysis.UnresolvedInlineTable;
import org.apache.spark.sql.catalyst.analysis.UnresolvedNamespace;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRegex;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.catalyst.analysis.UnresolvedStar;
import org.apache.spark.sql.catalyst.analysis.UnresolvedSubqueryColumnAliases;
import org.apache.spark.sql.catalyst.analysis.UnresolvedTVFAliases;
import org.apache.spark.sql.catalyst.analysis.UnresolvedTableOrView;
import org.apache.spark.sql.catalyst.analysis.UnresolvedTableValuedFunction;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.plans.logical.Aggregate;
import org.apache.spark.sql.catalyst.plans.logical.Command;
import org.apache.spark.sql.catalyst.plans.logical.DescribeColumn;
import org.apache.spark.sql.catalyst.plans.logical.DescribeFunction;
import org.apache.spark.sql.catalyst.plans.logical.DescribeRelation;
import org.apache.spark.sql.catalyst.plans.logical.Distinct;
import org.apache.spark.sql.catalyst.plans.logical.Except;
import org.apache.spark.sql.catalyst.plans.logical.Filter;
import org.apache.spark.sql.catalyst.plans.logical.Generate;
import org.apache.spark.sql.catalyst.plans.logical.GlobalLimit;
import org.apache.spark.sql.catalyst.plans.logical.InsertIntoDir;
import org.apache.spark.sql.catalyst.plans.logical.Intersect;
import org.apache.spark.sql.catalyst.plans.logical.Join;
import org.apache.spark.sql.catalyst.plans.logical.LateralJoin;
import org.apache.spark.sql.catalyst.plans.logical.LocalLimit;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Offset;
import org.apache.spark.sql.catalyst.plans.logical.OneRowRelation;
import org.apache.spark.sql.catalyst.plans.logical.ParsedStatement;
import org.apache.spark.sql.catalyst.plans.logical.Pivot;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.catalyst.plans.logical.RepartitionByExpression;
import org.apache.spark.sql.catalyst.plans.logical.Sample;
import org.apache.spark.sql.catalyst.plans.logical.ScriptTransformation;
import org.apache.spark.sql.catalyst.plans.logical.ShowColumns;
import org.apache.spark.sql.catalyst.plans.logical.ShowFunctions;
import org.apache.spark.sql.catalyst.plans.logical.ShowTables;
import org.apache.spark.sql.catalyst.plans.logical.ShowViews;
import org.apache.spark.sql.catalyst.plans.logical.Sort;
import org.apache.spark.sql.catalyst.plans.logical.SubqueryAlias;
import org.apache.spark.sql.catalyst.plans.logical.Union;
import org.apache.spark.sql.catalyst.plans.logical.Unpivot;
import org.apache.spark.sql.catalyst.plans.logical.UnresolvedHint;
import org.apache.spark.sql.catalyst.plans.logical.UnresolvedWith;
import org.apache.spark.sql.catalyst.plans.logical.WithWindowDefinition;
import org.apache.spark.sql.execution.command.DescribeQueryCommand;
import org.novacat.jobs.cli.UserError;
import scala.Product;
import scala.Tuple2;
import scala.collection.JavaConverters;
import scala.collection.Seq;

/**
 * Looks through all of a parsed statement and lets pass what is on its lists, and nothing else: a
 * kind of clause that a later Spark may learn is refused until somebody has thought about it.
 * Tables are the known ones and those that a WITH around them names, by one word: more words would
 * name a file, or a table of somebody else's.
 */
final class StatementCheck {
  private static final Set<Class<?>> SHOWS =
      Set.of(
          ShowTables.class,
          ShowViews.class,
          ShowColumns.class,
          ShowFunctions.class,
          DescribeRelation.class,
          DescribeColumn.class,
          DescribeFunction.class,
          DescribeQueryCommand.class);

  private static final Set<Class<?>> CLAUSES =
      Set.of(
          Aggregate.class,
          Distinct.class,
          Except.class,
          Filter.class,
          Generate.class,
          GlobalLimit.class,
          Intersect.class,
          Join.class,
          LateralJoin.class,
          LocalLimit.class,
          Offset.class,
          OneRowRelation.class,
          Pivot.class,
          Project.class,
          RepartitionByExpression.class,
          Sample.class,
          Sort.class,
          SubqueryAlias.class,
          Union.class,
          Unpivot.class,
          UnresolvedFunctionName.class,
          UnresolvedHaving.class,
          UnresolvedInlineTable.class,
          UnresolvedNamespace.class,
          UnresolvedRelation.class,
          UnresolvedSubqueryColumnAliases.class,
          UnresolvedTVFAliases.class,
          UnresolvedTableOrView.class,
          UnresolvedTableValuedFunction.class,
          UnresolvedWith.class,
          WithWindowDefinition.class);

  /** Of expressions that Spark has yet to resolve; those of its own package compute. */
  private static final Set<Class<?>> UNRESOLVED =
      Set.of(
          MultiAlias.class,
          UnresolvedAlias.class,
          UnresolvedAttribute.class,
          UnresolvedExtractValue.class,
          UnresolvedFunction.class,
          UnresolvedGenerator.class,
          UnresolvedRegex.class,
          UnresolvedStar.class);

  private static final Map<Class<?>, String> WORDS =
      Map.of(
          ExpressionWithUnresolvedIdentifier.class, "IDENTIFIER()",
          NamedParameter.class, "a parameter",
          PlanWithUnresolvedIdentifier.class, "IDENTIFIER()",
          PosParameter.class, "a parameter",
          RelationTimeTravel.class, "a version of a table",
          ScriptTransformation.class, "a script",
          UnresolvedHint.class, "a hint");

  private final String sql;
  private final SortedSet<String> known;
  private final SortedSet<String> named = new TreeSet<>();

  private StatementCheck(String sql, SortedSet<String> known) {
    this.sql = sql;
    this.known = known;
  }

  /**
   * The known tables that a statement names.
   *
   * @param known lower case
   * @throws UserError when the statement would do more than look, or names what is not there
   */
  static SortedSet<String> tables(String sql, LogicalPlan plan, SortedSet<String> known) {
    StatementCheck check = new StatementCheck(sql, known);
    Set<String> none = noNames();
    if (isShow(plan)) {
      check.below(plan, none);
    } else {
      check.look(plan, none);
    }
    return check.named;
  }

  /** Whether it tells what tables, columns and functions there are. */
  static boolean isShow(LogicalPlan plan) {
    return SHOWS.contains(plan.getClass());
  }

  /** As Spark compares them. */
  private static Set<String> noNames() {
    return new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
  }

  /**
   * Goes by what things are made of, and not by what plans say of themselves: those leave out
   * windows, among others.
   */
  private void look(Object part, Set<String> queries) {
    if (part instanceof LogicalPlan plan) {
      clause(plan, queries);
    } else if (part instanceof Expression expression) {
      expression(expression);
    }
    if (part instanceof UnresolvedWith with) {
      look(with.child(), with(with, queries));
    } else {
      below(part, queries);
    }
  }

  private void below(Object part, Set<String> queries) {
    if (part instanceof scala.collection.Iterable<?> all) {
      JavaConverters.asJavaIterable(all).forEach(one -> look(one, queries));
    } else if (part instanceof Product made) {
      made.productIterator()
          .foreach(
              one -> {
                look(one, queries);
                return null;
              });
    }
  }

  /** The queries that the body of a WITH can name; each can name those before it. */
  private Set<String> with(UnresolvedWith with, Set<String> outer) {
    Set<String> queries = noNames();
    queries.addAll(outer);
    for (Tuple2<String, SubqueryAlias> query : list(with.cteRelations())) {
      look(query._2(), queries);
      queries.add(query._1());
    }
    return queries;
  }

  private void clause(LogicalPlan plan, Set<String> queries) {
    if (plan instanceof Command
        || plan instanceof ParsedStatement
        || plan instanceof InsertIntoDir) {
      throw refused("a query only looks (write SELECT, WITH, SHOW or DESCRIBE)");
    }
    allow(plan, CLAUSES.contains(plan.getClass()));
    if (plan instanceof UnresolvedRelation relation) {
      table(list(relation.multipartIdentifier()), queries);
    } else if (plan instanceof UnresolvedTableOrView relation) {
      table(list(relation.multipartIdentifier()), queries);
    } else if (plan instanceof UnresolvedNamespace namespace) {
      namespace(list(namespace.multipartIdentifier()));
    } else if (plan instanceof UnresolvedTableValuedFunction function) {
      List<String> name = list(function.name());
      function(name, name.size() == 1 && SqlFunctions.makesTable(name.get(0)));
    }
  }

  private void expression(Expression expression) {
    boolean computes =
        expression.getClass().getName().startsWith(Expression.class.getPackageName());
    allow(expression, computes || UNRESOLVED.contains(expression.getClass()));
    if (expression instanceof UnresolvedFunction function) {
      function(list(function.nameParts()));
    } else if (expression instanceof UnresolvedGenerator generator) {
      FunctionIdentifier name = generator.name();
      function(list(name.nameParts()));
    }
  }

  private void allow(Object part, boolean allowed) {
    if (!allowed) {
      String what = WORDS.getOrDefault(part.getClass(), part.getClass().getSimpleName());
      throw refused("a query may not have %s (leave it out)".formatted(what));
    }
  }

  private void table(List<String> name, Set<String> queries) {
    String last = name.get(name.size() - 1);
    String table = last.toLowerCase(Locale.ROOT);
    if (name.size() == 1 && queries.contains(last)) {
      return;
    }
    if (name.size() > 1 || !known.contains(table)) {
      throw new UserError(
          "Cannot run query: there is no table '%s' (there are %s)"
              .formatted(quoted(name), String.join(", ", known)));
    }
    named.add(table);
  }

  private void namespace(List<String> name) {
    if (!name.isEmpty()) {
      throw refused("tables have no namespace '%s' (leave it out)".formatted(quoted(name)));
    }
  }

  private void function(List<String> name) {
    function(name, name.size() == 1 && SqlFunctions.isAllowed(name.get(0)));
  }

  private void function(List<String> name, boolean allowed) {
    if (!allowed) {
      boolean exists = name.size() == 1 && SqlFunctions.exists(name.get(0));
      throw new UserError(
          exists
              ? "Cannot run query: it may not call '%s', which does more than compute (leave it out)"
                  .formatted(quoted(name))
              : "Cannot run query: there is no function '%s' (SHOW FUNCTIONS names all)"
                  .formatted(quoted(name)));
    }
  }

  private UserError refused(String why) {
    return new UserError("Cannot run '%s': %s".formatted(SqlFailures.shortened(sql), why));
  }

  /** As SQL would have to spell it. */
  private static String quoted(List<String> name) {
    return name.stream()
        .map(part -> part.matches("\\w+") ? part : "`" + part.replace("`", "``") + "`")
        .collect(joining("."));
  }

  private static <T> List<T> list(Seq<T> of) {
    return JavaConverters.seqAsJavaList(of);
  }
}

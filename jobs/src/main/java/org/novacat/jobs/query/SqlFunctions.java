package org.novacat.jobs.query;

import java.util.Set;
import java.util.regex.Pattern;
import org.apache.spark.sql.catalyst.FunctionIdentifier;
import org.apache.spark.sql.catalyst.analysis.FunctionRegistry;
import org.apache.spark.sql.catalyst.analysis.TableFunctionRegistry;
import org.apache.spark.sql.catalyst.expressions.ExpressionInfo;
import org.jspecify.annotations.Nullable;

/**
 * Which of Spark's functions a statement may call: those that compute from their arguments alone.
 * They are allowed by the group that Spark's reference puts them in; of the group of all others,
 * which has those that call Java, by name. XPath is left out, for documents can point at files.
 */
final class SqlFunctions {
  private static final Pattern GROUPS =
      Pattern.compile(
          "(agg|array|bitwise|collection|conditional|conversion|csv|datetime|generator|hash|json"
              + "|lambda|map|math|predicate|string|struct|url|window)_funcs");

  private static final Set<String> OTHERS =
      Set.of(
          "assert_true",
          "bitmap_bit_position",
          "bitmap_bucket_number",
          "bitmap_count",
          "current_user",
          "equal_null",
          "hll_sketch_estimate",
          "hll_union",
          "input_file_block_length",
          "input_file_block_start",
          "input_file_name",
          "monotonically_increasing_id",
          "raise_error",
          "spark_partition_id",
          "typeof",
          "user",
          "uuid",
          "version");

  private SqlFunctions() {}

  /** Whether there is a function of that name, allowed or not. */
  static boolean exists(String name) {
    return builtin(name) != null || makesTable(name);
  }

  /** Whether a function of that name gives values and may be called. */
  static boolean isAllowed(String name) {
    ExpressionInfo function = builtin(name);
    return function != null
        && (GROUPS.matcher(function.getGroup()).matches() || OTHERS.contains(function.getName()));
  }

  /** Whether a function of that name gives rows; all of these may be called. */
  static boolean makesTable(String name) {
    return TableFunctionRegistry.builtin().functionExists(new FunctionIdentifier(name));
  }

  private static @Nullable ExpressionInfo builtin(String name) {
    return FunctionRegistry.builtin()
        .lookupFunction(new FunctionIdentifier(name))
        .getOrElse(() -> null);
  }
}

package org.novacat.jobs.query;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.spark.sql.SparkSession;
import org.novacat.jobs.cli.UserError;
import org.novacat.jobs.run.Stores;
import org.novacat.layouts.id.DataProductId;

/** Spectra for which a condition of a user holds, as {@code novacat query} understands it. */
public final class ProductCondition {
  private ProductCondition() {}

  /**
   * The valid spectra for which it holds.
   *
   * @param table options of the data source of the table
   * @param condition SQL on the columns of {@code products}
   * @throws UserError when it is no condition
   */
  public static Set<DataProductId> spectra(
      Stores stores, Map<String, String> table, String condition) {
    String sql =
        "SELECT data_product_id FROM products WHERE product_type = 'SPECTRA'"
            + " AND validation_status = 'VALID' AND (\n%s\n)".formatted(condition);
    Statement statement = Statement.parse(sql, QueryTable.names());
    // What a task has to say comes back as an exception, which the user gets as one sentence.
    Configurator.setAllLevels("org.apache.spark", Level.OFF);
    SparkSession spark = QueryCommand.session(stores.location());
    QueryTable.register(statement, spark, new SoundObjects(stores, table));
    Set<DataProductId> found = new HashSet<>();
    SqlFailures.told(() -> statement.in(spark).collectAsList())
        .forEach(row -> found.add(DataProductId.parse(row.getString(0))));
    return found;
  }
}

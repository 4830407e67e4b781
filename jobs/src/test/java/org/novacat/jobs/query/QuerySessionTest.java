package org.novacat.jobs.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.persistence.bucket.StoreLocation;

/** What the session of a query does with statements that nobody looked through. */
class QuerySessionTest {
  private final SparkSession session = QueryCommand.session(StoreLocation.local(Path.of("unused")));

  @TempDir private Path folder;

  @Test
  void file_isNoTable_evenUnchecked() throws IOException {
    Path file = Files.writeString(folder.resolve("secret.csv"), "a\n");
    String sql = "SELECT * FROM csv.`%s`".formatted(file);
    SparkSession open = session.newSession();

    assertThatThrownBy(() -> session.sql(sql)).hasMessageContaining("TABLE_OR_VIEW_NOT_FOUND");
    assertThat(open.sql(sql).count()).as("without the setting it is one").isEqualTo(1);
  }

  @Test
  void checkedStatement_runsAsItWasWritten() {
    Statement statement =
        Statement.parse(
            "SELECT '${env:PATH}' AS a, '${system:user.home}' AS b", QueryTable.names());

    List<Row> rows = statement.in(session).collectAsList();

    assertThat(rows.get(0).getString(0)).isEqualTo("${env:PATH}");
    assertThat(rows.get(0).getString(1)).isEqualTo("${system:user.home}");
    assertThat(session.newSession().sql("SELECT '${system:user.home}' AS a").first().getString(0))
        .as("Spark replaces them where it reads the text")
        .isEqualTo(System.getProperty("user.home"));
  }

  /** All of its clauses are on the list, and so is what Spark makes of them. */
  @Test
  void everydayStatements_run() {
    for (String sql :
        List.of(
            "WITH a AS (SELECT * FROM VALUES (1, 'x'), (2, 'y') AS t(n, s)) SELECT s, sum(n) OVER (ORDER BY n) AS c FROM a WHERE n < 3 ORDER BY c LIMIT 2",
            "SELECT s, x FROM VALUES ('a', array(1, 2)) AS t(s, xs) LATERAL VIEW explode(xs) AS x",
            "SELECT * FROM range(3) r, LATERAL (SELECT r.id + 1 AS y) WHERE y IN (SELECT id FROM range(9))",
            "SELECT count(*), percentile(id, 0.5), max_by(id, id) FROM range(5) GROUP BY id % 2 HAVING count(*) > 1",
            "DESCRIBE QUERY SELECT 1 AS a",
            "DESCRIBE FUNCTION max",
            "SHOW FUNCTIONS LIKE 'max'",
            "SHOW TABLES")) {
      assertThat(Statement.parse(sql, QueryTable.names()).in(session).collectAsList())
          .as(sql)
          .isNotNull();
    }
  }
}

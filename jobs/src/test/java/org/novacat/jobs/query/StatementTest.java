package org.novacat.jobs.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.novacat.jobs.cli.UserError;

class StatementTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SELECT 1                                                                   |
          SELECT * FROM Photometry;                                                  | photometry
          FROM novae SELECT count(*)                                                 | novae
          TABLE runs                                                                 | runs
          SELECT * FROM photometry p JOIN novae n ON p.nova_id = n.nova_id           | novae,photometry
          SELECT * FROM runs WHERE nova_id IN (SELECT nova_id FROM products)         | products,runs
          SELECT (SELECT max(flux) FROM spectra) + 1 FROM novae                      | novae,spectra
          WITH a AS (SELECT * FROM spectra) SELECT * FROM a, a AS b                  | spectra
          WITH photometry AS (SELECT * FROM photometry) SELECT * FROM photometry     | photometry
          SELECT * FROM runs UNION ALL (SELECT * FROM runs EXCEPT SELECT * FROM runs)| runs
          SELECT * FROM range(3) LATERAL VIEW explode(array(1)) AS x                 |
          """)
  void tables_areThoseThatAreNamed(String sql, String tables) {
    Statement statement = Statement.parse(sql, QueryTable.names());

    assertThat(String.join(",", statement.tables())).isEqualTo(tables == null ? "" : tables);
    assertThat(statement.wantsRows()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "DESCRIBE photometry, 1",
    "DESC photometry magnitude, 1",
    "DESCRIBE QUERY SELECT * FROM novae, 1",
    "SHOW COLUMNS FROM spectra, 1",
    "SHOW FUNCTIONS LIKE 'max', 0",
    "SHOW TABLES, 5",
    "SHOW VIEWS, 5"
  })
  void lookingAtColumns_needsNoRows(String sql, int tables) {
    Statement statement = Statement.parse(sql, QueryTable.names());

    assertThat(statement.tables()).hasSize(tables);
    assertThat(statement.wantsRows()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE x AS SELECT 1",
        "CREATE TEMPORARY VIEW x AS SELECT 1",
        "CREATE DATABASE x",
        "DROP TABLE photometry",
        "DROP VIEW photometry",
        "ALTER TABLE photometry RENAME TO x",
        "TRUNCATE TABLE photometry",
        "INSERT INTO photometry VALUES (1)",
        "INSERT OVERWRITE TABLE photometry SELECT 1",
        "INSERT OVERWRITE DIRECTORY '/tmp/x' USING csv SELECT 1",
        "FROM novae INSERT INTO a SELECT * INSERT INTO b SELECT *",
        "WITH a AS (SELECT 1) INSERT INTO photometry SELECT * FROM a",
        "DELETE FROM photometry",
        "UPDATE photometry SET magnitude = 1",
        "MERGE INTO photometry USING novae ON true WHEN MATCHED THEN DELETE",
        "LOAD DATA INPATH '/tmp/x' INTO TABLE photometry",
        "CACHE TABLE x AS SELECT 1",
        "ANALYZE TABLE photometry COMPUTE STATISTICS",
        "SET spark.sql.shuffle.partitions = 1",
        "RESET",
        "USE x",
        "ADD JAR '/tmp/x.jar'",
        "CREATE FUNCTION f AS 'java.lang.String'",
        "REFRESH TABLE photometry",
        "EXPLAIN SELECT 1",
        "SELECT TRANSFORM (nova_id) USING 'touch /tmp/x' AS (x) FROM novae",
        "SELECT * FROM (SELECT TRANSFORM (nova_id) USING 'touch /tmp/x' AS (x) FROM novae)",
        "SELECT 1 WHERE 1 IN (SELECT TRANSFORM (nova_id) USING 'touch /tmp/x' AS (x) FROM novae)"
      })
  void whatDoesMoreThanLook_isRefused(String sql) {
    assertThatThrownBy(() -> Statement.parse(sql, QueryTable.names()))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("Cannot run '")
        .hasMessageEndingWith("a query only looks (write SELECT, WITH, SHOW or DESCRIBE)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SELECT * FROM fotometry                          | fotometry
          DESCRIBE fotometry                               | fotometry
          SELECT * FROM parquet.`/etc`                     | parquet./etc
          SELECT 1 WHERE EXISTS (SELECT * FROM a)          | a
          WITH a AS (SELECT * FROM b) SELECT * FROM a      | b
          """)
  void tableThatIsNotThere_isNamedBesideThoseThatAre(String sql, String name) {
    assertThatThrownBy(() -> Statement.parse(sql, QueryTable.names()))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "Cannot run query: there is no table '%s' (there are novae, photometry, products, runs, spectra)"
                .formatted(name));
  }

  @Test
  void whatIsNoSql_isSaidInOneLine() {
    assertThatThrownBy(() -> Statement.parse("SELECT * FROM a WHERE (", QueryTable.names()))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "Cannot run query: Syntax error at or near end of input, line 1, position 23 (see 'novacat query --help')");
    assertThatThrownBy(() -> Statement.parse("SELECT 1; SELECT 2", QueryTable.names()))
        .hasMessageStartingWith("Cannot run query: Syntax error at or near 'SELECT'");
    assertThatThrownBy(() -> Statement.parse("", QueryTable.names()))
        .hasMessageStartingWith("Cannot run query: Syntax error");
  }
}

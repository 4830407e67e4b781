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
          WITH a AS (SELECT 1 AS x), b AS (SELECT * FROM A) SELECT * FROM B          |
          WITH a AS (SELECT 1 AS x) SELECT * FROM (WITH b AS (TABLE a) TABLE b)      |
          SELECT * FROM novae n, LATERAL (SELECT * FROM runs r WHERE r.nova_id = n.nova_id) | novae,runs
          SELECT * FROM `NOVAE` PIVOT (count(*) FOR primary_name IN ('a'))           | novae
          SELECT max(x) OVER w FROM VALUES (1), (2) AS t(x) WINDOW w AS (ORDER BY x) |
          SELECT transform(sequence(1, n), i -> i + 1) FROM (SELECT 3 AS n)          |
          SELECT band_id, count(*) FROM photometry GROUP BY CUBE (band_id) HAVING count(*) > 1 | photometry
          SELECT current_date, typeof(version()), CAST('1' AS int), x.*              |
          SELECT DISTINCT a[0], b.c, `d`, CASE WHEN a THEN 1 END, a BETWEEN 1 AND 2 FROM runs TABLESAMPLE (5 ROWS) DISTRIBUTE BY a SORT BY b | runs
          SELECT '${env:HOME}'                                                       |
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
        "EXPLAIN EXTENDED SELECT * FROM csv.`/etc/passwd`",
        "CREATE TEMPORARY FUNCTION f AS 'java.lang.String' USING JAR '/tmp/x.jar'",
        "CREATE OR REPLACE TEMPORARY VIEW photometry USING csv OPTIONS (path '/etc/passwd')",
        "CREATE TABLE x USING csv LOCATION '/tmp/x'",
        "DROP TEMPORARY FUNCTION max",
        "ADD FILE '/etc/passwd'",
        "LIST FILES",
        "SET",
        "SET TIME ZONE LOCAL",
        "SET CATALOG x",
        "SHOW CREATE TABLE photometry",
        "SHOW TBLPROPERTIES photometry",
        "SHOW DATABASES",
        "SHOW CATALOGS",
        "DESCRIBE DATABASE default",
        "UNCACHE TABLE photometry",
        "CLEAR CACHE",
        "REFRESH '/etc'",
        "MSCK REPAIR TABLE photometry",
        "INSERT INTO csv.`/tmp/x` SELECT 1"
      })
  void whatDoesMoreThanLook_isRefused(String sql) {
    assertThatThrownBy(() -> Statement.parse(sql, QueryTable.names()))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("Cannot run '")
        .hasMessageEndingWith("a query only looks (write SELECT, WITH, SHOW or DESCRIBE)");
  }

  /** Beside them, the same by another name passes: a test above has those. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SELECT * FROM fotometry                                          | fotometry
          DESCRIBE fotometry                                               | fotometry
          WITH a AS (SELECT 1) TABLE text.`/etc/passwd`                    | text.`/etc/passwd`
          SELECT * FROM parquet.`/etc`                                     | parquet.`/etc`
          SELECT * FROM text.`/etc/passwd`                                 | text.`/etc/passwd`
          SELECT * FROM `csv`.`/etc/passwd`                                | csv.`/etc/passwd`
          SELECT * FROM `csv./etc/passwd`                                  | `csv./etc/passwd`
          DESCRIBE text.`/etc/passwd`                                      | text.`/etc/passwd`
          SHOW COLUMNS FROM csv.`/etc/passwd`                              | csv.`/etc/passwd`
          DESCRIBE QUERY SELECT * FROM csv.`/etc/passwd`                   | csv.`/etc/passwd`
          TABLE json.`/etc/passwd`                                         | json.`/etc/passwd`
          WITH `csv./etc/passwd` AS (SELECT 1) SELECT * FROM csv.`/etc/passwd` | csv.`/etc/passwd`
          WITH csv AS (SELECT 1) SELECT * FROM CSV.`/etc/passwd`           | CSV.`/etc/passwd`
          WITH a AS (SELECT * FROM csv.`/etc/passwd`) SELECT * FROM a      | csv.`/etc/passwd`
          SELECT * FROM novae, LATERAL (SELECT * FROM text.`/etc/passwd`)  | text.`/etc/passwd`
          SELECT max(1) OVER w WINDOW w AS (ORDER BY (SELECT 1 FROM text.`/x`)) | text.`/x`
          SELECT * FROM VALUES ((SELECT value FROM text.`/etc/passwd`))    | text.`/etc/passwd`
          SELECT * FROM explode((SELECT array(value) FROM text.`/x`))      | text.`/x`
          SELECT transform(array(1), i -> (SELECT value FROM text.`/x`))   | text.`/x`
          SELECT 1 ORDER BY (SELECT value FROM text.`/x`)                  | text.`/x`
          SELECT * FROM spark_catalog.default.novae                        | spark_catalog.default.novae
          SELECT * FROM default.photometry                                 | default.photometry
          SELECT * FROM global_temp.photometry                             | global_temp.photometry
          SELECT 1 WHERE EXISTS (SELECT * FROM a)                          | a
          WITH a AS (SELECT * FROM b) SELECT * FROM a                      | b
          WITH a AS (TABLE b), b AS (SELECT 1) SELECT * FROM a             | b
          SELECT (WITH a AS (SELECT 1) SELECT * FROM a) FROM a             | a
          """)
  void tableThatIsNotThere_isNamedBesideThoseThatAre(String sql, String name) {
    assertThatThrownBy(() -> Statement.parse(sql, QueryTable.names()))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "Cannot run query: there is no table '%s' (there are novae, photometry, products, runs, spectra)"
                .formatted(name));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SELECT reflect('java.lang.System', 'getenv')                     | reflect
          SELECT Java_Method('java.lang.System', 'exit', 1)                | Java_Method
          SELECT `reflect`('java.lang.System', 'getenv')                   | reflect
          SELECT max(reflect('a', 'b')) OVER (PARTITION BY 1) FROM novae   | reflect
          SELECT 1 WHERE 1 IN (SELECT reflect('a', 'b'))                   | reflect
          SELECT max(1) OVER w WINDOW w AS (ORDER BY reflect('a', 'b'))    | reflect
          SELECT filter(array(1), i -> reflect('a', 'b') = '')             | reflect
          SELECT * FROM VALUES (reflect('a', 'b'))                         | reflect
          SELECT * FROM range(1) LATERAL VIEW reflect('a', 'b') t AS x | reflect
          SELECT * FROM range(reflect('a', 'b'))                           | reflect
          DESCRIBE QUERY SELECT reflect('a', 'b')                          | reflect
          SELECT xpath('<a/>', '/a')                                       | xpath
          SELECT current_database()                                        | current_database
          """)
  void functionThatReachesOutside_isRefused(String sql, String name) {
    assertThatThrownBy(() -> Statement.parse(sql, QueryTable.names()))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "Cannot run query: it may not call '%s', which does more than compute (leave it out)"
                .formatted(name));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SELECT try_reflect('java.lang.System', 'getenv')                 | try_reflect
          SELECT spark_catalog.default.reflect('a', 'b')                   | spark_catalog.default.reflect
          SELECT default.max(1)                                            | default.max
          SELECT * FROM read_files('/etc/passwd')                          | read_files
          SELECT my_java_function(1)                                       | my_java_function
          SELECT * FROM range(1) LATERAL VIEW a.explode(array(1)) t AS x | a.explode
          """)
  void functionThatIsNotSparksOwn_isRefused(String sql, String name) {
    assertThatThrownBy(() -> Statement.parse(sql, QueryTable.names()))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "Cannot run query: there is no function '%s' (SHOW FUNCTIONS names all)"
                .formatted(name));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SELECT * FROM IDENTIFIER('csv.`/etc/passwd`')                    | a query may not have IDENTIFIER() (leave it out)
          SELECT IDENTIFIER('reflect')('a', 'b')                           | a query may not have IDENTIFIER() (leave it out)
          SELECT :a                                                        | a query may not have a parameter (leave it out)
          SELECT ?                                                         | a query may not have a parameter (leave it out)
          SELECT /*+ REPARTITION(100000) */ * FROM novae                   | a query may not have a hint (leave it out)
          SELECT * FROM novae VERSION AS OF 3                              | a query may not have a version of a table (leave it out)
          SELECT TRANSFORM (nova_id) USING 'touch /x' FROM novae           | a query may not have a script (leave it out)
          SELECT * FROM (SELECT TRANSFORM (1) USING 'touch /x' FROM novae) | a query may not have a script (leave it out)
          SELECT 1 IN (SELECT TRANSFORM (1) USING 'touch /x' FROM novae)   | a query may not have a script (leave it out)
          SHOW TABLES IN global_temp                                       | tables have no namespace 'global_temp' (leave it out)
          """)
  void clauseThatIsOnNoList_isRefused(String sql, String why) {
    assertThatThrownBy(() -> Statement.parse(sql, QueryTable.names()))
        .isInstanceOf(UserError.class)
        .hasMessage("Cannot run '%s': %s".formatted(SqlFailures.shortened(sql), why));
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

  /** A stack that ends says nothing of itself. */
  @Test
  void whatIsNestedTooDeep_isSaid() {
    assertThatThrownBy(
            () ->
                SqlFailures.told(
                    () -> {
                      throw new StackOverflowError();
                    }))
        .isInstanceOf(UserError.class)
        .hasMessage("Cannot run query: it is nested too deep (write it as several queries)");
  }
}

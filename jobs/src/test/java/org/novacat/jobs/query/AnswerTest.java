package org.novacat.jobs.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.cli.UserError;
import org.novacat.jobs.spark.Sparks;

class AnswerTest {
  private static final String EVERYTHING =
      """
      SELECT * FROM VALUES
        ('a,"b"', 1.5D, 30000000000L, 0.1F, true, array(1, null), map('k', 2), named_struct('x', 1.10)),
        ('', double('NaN'), null, float('inf'), null, array(), map(), null)
        AS t(text, number, whole, single, flag, list, facts, parts)
      """;

  private static SparkSession spark;

  @TempDir private Path folder;

  @BeforeAll
  static void start() {
    spark = Sparks.session("test").newSession();
    spark.conf().set("spark.sql.datetime.java8API.enabled", true);
  }

  @Test
  void json_hasEveryType_andNullForWhatItCannotSay() throws IOException {
    assertThat(text(EVERYTHING, null, ResultFormat.JSON))
        .isEqualTo(
            """
            {"text":"a,\\"b\\"","number":1.5,"whole":30000000000,"single":0.1,"flag":true,"list":[1,null],"facts":{"k":2},"parts":{"x":1.10}}
            {"text":"","number":null,"whole":null,"single":null,"flag":null,"list":[],"facts":{},"parts":null}
            """);
  }

  @Test
  void csv_tellsNullFromEmpty_andKeepsNaN() throws IOException {
    assertThat(text(EVERYTHING, null, ResultFormat.CSV))
        .isEqualTo(
            """
            text,number,whole,single,flag,list,facts,parts
            "a,""b""\",1.5,30000000000,0.1,true,"[1,null]","{""k"":2}","{""x"":1.10}"
            "",NaN,,Infinity,,[],{},
            """
                .replace("\n", "\r\n"));
  }

  @Test
  void table_alignsNumbersByTheirType() throws IOException {
    String sql =
        "SELECT * FROM VALUES ('1', 1, -2.25D), ('2\n3', 20, null) AS t(text, whole, number) ORDER BY whole";

    assertThat(text(sql, null, ResultFormat.TABLE))
        .isEqualTo(
            """
            text  whole  number
            1         1   -2.25
            2 3      20    null
            (2 rows)
            """);
  }

  @Test
  void doubles_areWrittenToTheLastBit() throws IOException {
    String sql = "SELECT 0.1D + 0.2D AS sum, 4.9E-324D AS least";

    assertThat(text(sql, null, ResultFormat.JSON))
        .isEqualTo("{\"sum\":0.30000000000000004,\"least\":4.9E-324}\n");
    assertThat(text(sql, null, ResultFormat.CSV)).contains("0.30000000000000004,4.9E-324");
  }

  @Test
  void times_areIso8601InUtc() throws IOException {
    String sql = "SELECT timestamp'2013-08-14 12:30:00.5' AS t, date'2013-08-14' AS d";

    assertThat(text(sql, null, ResultFormat.JSON))
        .isEqualTo("{\"t\":\"2013-08-14T12:30:00.500Z\",\"d\":\"2013-08-14\"}\n");
  }

  @Test
  void limit_cuts_andTheTableSaysSo() throws IOException {
    assertThat(text("SELECT id FROM range(9)", 2, ResultFormat.JSON)).hasLineCount(2);
    assertThat(text("SELECT id FROM range(9)", 2, ResultFormat.TABLE))
        .endsWith("(the first 2 rows; there are more: --limit N, or --to FILE for all)\n");
    assertThat(text("SELECT id FROM range(2)", 2, ResultFormat.TABLE)).endsWith("(2 rows)\n");
    assertThat(text("SELECT id FROM range(1)", 0, ResultFormat.TABLE))
        .startsWith("id\n(the first 0 rows;");
  }

  @Test
  void table_hasAThousandRowsUnlessAskedForMore_programsGetAll() throws IOException {
    String sql = "SELECT id FROM range(1001)";

    assertThat(text(sql, null, ResultFormat.TABLE)).contains("(the first 1,000 rows; there are");
    assertThat(text(sql, 1001, ResultFormat.TABLE)).endsWith("(1,001 rows)\n");
    assertThat(text(sql, null, ResultFormat.JSON)).hasLineCount(1001);
  }

  @Test
  void columnsOfOneName_cannotBeJson() {
    assertThatThrownBy(() -> text("SELECT 1 AS a, 2 AS a", null, ResultFormat.JSON))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "Cannot write JSON: two columns are called 'a' (name one of them otherwise with AS)");
  }

  @Test
  void taskThatFails_isSaidInOneLine() {
    assertThatThrownBy(
            () -> text("SELECT raise_error('no ' || id) FROM range(1)", null, ResultFormat.CSV))
        .isInstanceOf(UserError.class)
        .hasMessage("Cannot run query: no 0 (see 'novacat query --help')");
    assertThatThrownBy(
            () -> text("SELECT date_format(now(), 'YYYY') FROM range(1)", null, ResultFormat.CSV))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("Cannot run query: All week-based patterns are unsupported");
  }

  @Test
  void parquet_isOneFile_thatSparkReadsBack() throws IOException {
    Path file = folder.resolve("all.parquet");

    long rows = new Answer(spark.sql(EVERYTHING), null).writeParquet(file);

    assertThat(rows).isEqualTo(2);
    assertThat(folder).isDirectoryContaining(file::equals);
    assertThat(folder.toFile().list()).hasSize(1);
    assertThat(spark.read().parquet(file.toString()).collectAsList())
        .isEqualTo(spark.sql(EVERYTHING).collectAsList());
  }

  /** As behind {@code | head}: nothing is computed that nobody reads. */
  @Test
  void writerThatFails_endsTheWork() {
    AtomicInteger taken = new AtomicInteger();
    Writer closed =
        new StringWriter() {
          @Override
          public StringWriter append(CharSequence text) {
            if (taken.incrementAndGet() > 3) {
              throw new IllegalStateException("closed");
            }
            return super.append(text);
          }
        };
    Answer answer = new Answer(spark.sql("SELECT id FROM range(1000000)"), null);

    assertThatThrownBy(() -> answer.write(ResultFormat.JSON, closed)).hasMessage("closed");
    assertThat(taken).hasValue(4);
  }

  private static String text(String sql, @Nullable Integer limit, ResultFormat format)
      throws IOException {
    StringWriter text = new StringWriter();
    new Answer(spark.sql(sql), limit).write(format, text);
    return text.toString();
  }
}

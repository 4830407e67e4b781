package org.novacat.fits.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.layouts.testing.Seeded;

/** A filter that is applied to files gives the rows that Spark gives by applying it to rows. */
class FileFilterTest {
  private static final String[] OBJECTS = {
    "OBJECT  = 'T CrB'", "OBJECT  = 'V339 Del'", "OBJECT  = ''", "COMMENT no object"
  };
  private static final String[] TIMES = {
    "MJD-OBS = 59000.5", "MJD-OBS = 0.0", "MJD-OBS = -0.0", "MJD-OBS = 'none'"
  };
  private static final String[] COUNTS = {"NCOMBINE= 3", "NCOMBINE= -1", "NCOMBINE= 1.5"};
  private static final String[] FLAGS = {"GOOD    = T", "GOOD    = F", "COMMENT no flag"};

  @TempDir private Path folder;

  @BeforeEach
  void makeFiles() throws Exception {
    int number = 0;
    for (String object : OBJECTS) {
      for (String time : TIMES) {
        String count = COUNTS[number % COUNTS.length];
        String flag = FLAGS[number / 2 % FLAGS.length];
        byte[] bytes =
            new TableBytes()
                .primary(object)
                .primary(time)
                .card(count)
                .card(flag)
                .column("id", "B")
                .rows(1, new byte[] {(byte) number});
        Files.write(folder.resolve(String.format(Locale.ROOT, "_%02d.fits", number++)), bytes);
      }
    }
  }

  @Test
  void anyFilter_givesTheSameRowsAsWithoutPushing() {
    Dataset<Row> pushed =
        LocalSpark.read(
                folder,
                "headers",
                "OBJECT, MJD-OBS DOUBLE, NCOMBINE BIGINT AS n, GOOD BOOLEAN AS good")
            .selectExpr(
                "id", "OBJECT AS object", "`MJD-OBS`", "n", "good", "_path", "_size", "_hdu");
    Dataset<Row> local =
        LocalSpark.session().createDataFrame(pushed.collectAsList(), pushed.schema());

    Seeded.cases(
        15,
        random -> {
          String filter = filter(random, 3);
          assertThat(ids(pushed.where(filter))).as(filter).isEqualTo(ids(local.where(filter)));
        });
  }

  private static List<Short> ids(Dataset<Row> rows) {
    return rows.selectExpr("id").collectAsList().stream()
        .map(row -> row.getShort(0))
        .sorted()
        .toList();
  }

  private static String filter(Random random, int depth) {
    Supplier<String> inner = () -> "(" + filter(random, depth - 1) + ")";
    return switch (depth == 0 ? 3 : random.nextInt(5)) {
      case 0 -> inner.get() + " AND " + inner.get();
      case 1 -> inner.get() + " OR " + inner.get();
      case 2 -> "NOT " + inner.get();
      default -> leaf(random);
    };
  }

  private static String leaf(Random random) {
    String compare = pick(random, "=", "<", ">", "<=", ">=", "<=>", "!=");
    return switch (random.nextInt(10)) {
      case 0 ->
          "object " + compare + pick(random, " 'T CrB'", " 'V339 Del'", " ''", " 'é'", " NULL");
      case 1 -> "object " + pick(random, "LIKE 'V%'", "LIKE '%B'", "LIKE '% %'", "NOT LIKE 'T%'");
      case 2 -> "object IN ('T CrB', " + pick(random, "'x'", "NULL", "''") + ")";
      case 3 ->
          "`MJD-OBS` "
              + compare
              + pick(random, " 0D", " -0.0D", " 59000.5D", " double('NaN')", " NULL");
      case 4 -> "n " + compare + pick(random, " 3", " -1", " 0", " 2.5");
      case 5 -> "n IN (3, " + pick(random, "-1", "NULL") + ")";
      case 6 -> pick(random, "good", "good = false", "good IS NULL", "good <=> NULL");
      case 7 -> pick(random, "object", "`MJD-OBS`", "n") + pick(random, " IS NULL", " IS NOT NULL");
      case 8 -> pick(random, "_path LIKE '%0.fits'", "_size > 5000", "_hdu = 1", "_hdu IN (0, 2)");
      default -> "id " + compare + " 7";
    };
  }

  private static String pick(Random random, String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}

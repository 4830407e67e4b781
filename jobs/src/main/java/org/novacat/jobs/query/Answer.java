package org.novacat.jobs.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.cli.UserError;
import org.novacat.jobs.parquet.ParquetInput;
import org.novacat.jobs.report.Json;
import org.novacat.jobs.report.TextTable;
import org.novacat.jobs.run.FileTree;
import scala.collection.JavaConverters;

/**
 * The rows of an answer on their way out. Nothing is computed before it is written, and what is
 * written row by row is never held as a whole. No method closes what it writes to; an {@link
 * IOException} is always one of that.
 */
final class Answer {
  private static final int MOST_FOR_PEOPLE = 1000;

  private final Dataset<Row> rows;
  private final @Nullable Integer limit;

  /**
   * An answer.
   *
   * @param limit most rows to write; null for all, but for people
   */
  Answer(Dataset<Row> rows, @Nullable Integer limit) {
    this.rows = rows;
    this.limit = limit;
  }

  /**
   * Finds the objects that the rows come from.
   *
   * @throws UserError when Spark cannot plan the query
   */
  void lookUp() {
    SqlFailures.told(
        () -> {
          ObjectFiles.lookUp(rows);
          return true;
        });
  }

  /**
   * Writes the rows as text; how many were written.
   *
   * @throws UserError when Spark cannot compute them
   */
  long write(ResultFormat format, Writer to) throws IOException {
    long count =
        switch (format) {
          case TABLE -> table(to);
          case JSON -> json(to);
          case CSV -> csv(to);
          case PARQUET -> throw new IllegalArgumentException("Parquet is no text");
        };
    to.flush();
    return count;
  }

  /** Writes the rows as a Parquet file that is not there yet; how many were written. */
  long writeParquet(Path file) throws IOException {
    return parquet(limited(), file);
  }

  private long json(Writer to) throws IOException {
    StructType columns = rows.schema();
    checkNames(columns);
    Iterator<Row> all = all();
    long count = 0;
    for (; SqlFailures.told(all::hasNext); count++) {
      to.append(Json.line(QueryValues.object(all.next(), columns))).append('\n');
    }
    return count;
  }

  /** In an object, the last of two members of one name would be all that is left. */
  private static void checkNames(StructType columns) {
    Set<String> names = new HashSet<>();
    for (String name : columns.fieldNames()) {
      if (!names.add(name)) {
        throw new UserError(
            "Cannot write JSON: two columns are called '%s' (name one of them otherwise with AS)"
                .formatted(name));
      }
    }
  }

  private long csv(Writer to) throws IOException {
    CsvWriter csv =
        CsvWriter.builder()
            .lineDelimiter(LineDelimiter.CRLF)
            .quoteStrategy(QuoteStrategies.EMPTY)
            .build(to);
    csv.writeRecord(rows.columns());
    Iterator<Row> all = all();
    long count = 0;
    for (; SqlFailures.told(all::hasNext); count++) {
      csv.writeRecord(texts(all.next()));
    }
    csv.flush();
    return count;
  }

  /** All rows of a table are held, to know how wide its columns are. */
  private long table(Writer to) throws IOException {
    int most = limit == null ? MOST_FOR_PEOPLE : limit;
    List<Row> found = SqlFailures.told(() -> rows.limit(most + 1).collectAsList());
    boolean all = found.size() <= most;
    TextTable table = new TextTable(List.of(rows.columns()), numbers(rows.schema()));
    for (Row row : all ? found : found.subList(0, most)) {
      table.row(texts(row).stream().map(Answer::line).toArray());
    }
    for (String line : table.lines()) {
      to.append(line).append('\n');
    }
    to.append(all ? count(table.size()) : cut(most)).append('\n');
    return table.size();
  }

  private static String count(int rows) {
    return String.format(Locale.ROOT, "(%,d %s)", rows, rows == 1 ? "row" : "rows");
  }

  private static String cut(int rows) {
    return String.format(
        Locale.ROOT, "(the first %,d rows; there are more: --limit N, or --to FILE for all)", rows);
  }

  private Iterator<Row> all() {
    return SqlFailures.told(() -> limited().toLocalIterator());
  }

  private Dataset<Row> limited() {
    return limit == null ? rows : rows.limit(limit);
  }

  private static List<@Nullable String> texts(Row row) {
    List<@Nullable String> texts = new ArrayList<>(row.size());
    for (int i = 0; i < row.size(); i++) {
      texts.add(QueryValues.text(row.get(i)));
    }
    return texts;
  }

  private static String line(@Nullable String text) {
    return Objects.requireNonNullElse(text, "null").replaceAll("\\R|\t", " ");
  }

  private static BitSet numbers(StructType columns) {
    BitSet numbers = new BitSet();
    for (int i = 0; i < columns.size(); i++) {
      numbers.set(i, columns.apply(i).dataType() instanceof NumericType);
    }
    return numbers;
  }

  /**
   * Writes a file; Spark makes a folder of parts, which is only one here.
   *
   * @param draft the file, which is not there yet
   * @return how many rows it has
   */
  private static long parquet(Dataset<Row> rows, Path draft) throws IOException {
    Path folder = draft.resolveSibling(draft.getFileName() + ".parts");
    try {
      SqlFailures.told(
          () -> {
            rows.coalesce(1).write().option("compression", "zstd").parquet(folder.toString());
            return folder;
          });
      Files.move(onlyPart(folder), draft);
      return rows(draft);
    } finally {
      FileTree.remove(folder);
    }
  }

  private static long rows(Path file) throws IOException {
    try (ParquetFileReader reader =
        ParquetFileReader.open(ParquetInput.of(file), ParquetReadOptions.builder().build())) {
      return reader.getRecordCount();
    }
  }

  private static Path onlyPart(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("part-"))
          .findFirst()
          .orElseThrow(() -> new IOException("Spark wrote no part (its executors are elsewhere)"));
    }
  }

  /** Values of Spark's rows as JSON and as text. */
  private static final class QueryValues {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private QueryValues() {}

    /** A row as an object with the names of its columns; null where it is null, NaN or infinite. */
    static ObjectNode object(Row row, StructType columns) {
      ObjectNode object = JSON.objectNode();
      String[] names = columns.fieldNames();
      for (int i = 0; i < names.length; i++) {
        object.set(names[i], json(row.get(i)));
      }
      return object;
    }

    /**
     * A value as text: numbers by the shortest decimal that reads back to the same bits, arrays,
     * maps and structures as JSON, times by ISO 8601; null for null.
     */
    static @Nullable String text(@Nullable Object value) {
      boolean nested = value instanceof scala.collection.Iterable || value instanceof Row;
      return value == null ? null : nested ? json(value).toString() : plain(value);
    }

    private static String plain(Object value) {
      return value instanceof byte[] bytes ? JSON.binaryNode(bytes).asText() : value.toString();
    }

    private static JsonNode json(@Nullable Object value) {
      if (value == null) {
        return JSON.nullNode();
      } else if (value instanceof Boolean flag) {
        return JSON.booleanNode(flag);
      } else if (value instanceof Number number) {
        return json(number);
      } else if (value instanceof Row row) {
        return object(row, row.schema());
      } else if (value instanceof scala.collection.Map<?, ?> map) {
        ObjectNode object = JSON.objectNode();
        JavaConverters.mapAsJavaMap(map)
            .forEach((key, one) -> object.set(String.valueOf(text(key)), json(one)));
        return object;
      } else if (value instanceof scala.collection.Seq<?> all) {
        ArrayNode array = JSON.arrayNode();
        JavaConverters.seqAsJavaList(all).forEach(one -> array.add(json(one)));
        return array;
      }
      return JSON.textNode(plain(value));
    }

    private static JsonNode json(Number number) {
      if (number instanceof BigDecimal decimal) {
        return JSON.numberNode(decimal);
      }
      if (number instanceof Double || number instanceof Float) {
        double value = number.doubleValue();
        boolean single = number instanceof Float;
        return Double.isFinite(value)
            ? single ? JSON.numberNode(number.floatValue()) : JSON.numberNode(value)
            : JSON.nullNode();
      }
      return JSON.numberNode(number.longValue());
    }
  }
}

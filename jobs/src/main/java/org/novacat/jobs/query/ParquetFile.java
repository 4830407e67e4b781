package org.novacat.jobs.query;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.novacat.jobs.parquet.PathInputFile;
import org.novacat.jobs.run.FileTree;

/** One Parquet file of an answer, written by Spark. */
final class ParquetFile {
  private ParquetFile() {}

  /**
   * Writes a file; Spark makes a folder of parts, which is only one here.
   *
   * @param draft the file, which is not there yet
   * @return how many rows it has
   */
  static long write(Dataset<Row> rows, Path draft) throws IOException {
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
        ParquetFileReader.open(new PathInputFile(file), ParquetReadOptions.builder().build())) {
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
}

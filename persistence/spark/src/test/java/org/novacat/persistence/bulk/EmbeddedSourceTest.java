package org.novacat.persistence.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.apache.spark.sql.DataFrameReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.persistence.embedded.EmbeddedTables;
import org.novacat.persistence.table.Table;

class EmbeddedSourceTest extends TableSourceContract {
  @TempDir private static Path filled;
  @TempDir private Path folder;
  private Table open;

  @BeforeAll
  static void fill() {
    EmbeddedTables source = new EmbeddedTables(filled, "NovaCat");
    source.init();
    try (Table table = source.open()) {
      Things.write(table, ITEMS);
    }
  }

  @Override
  DataFrameReader filled() {
    return read(filled);
  }

  @Override
  Empty empty() {
    EmbeddedTables source = new EmbeddedTables(folder, "NovaCat");
    source.init();
    open = source.open();
    return new Empty(open, read(folder));
  }

  private static DataFrameReader read(Path folder) {
    return LocalSpark.session().read().format("novacat-table").option("path", folder.toString());
  }

  @AfterEach
  void close() {
    if (open != null) {
      open.close();
    }
  }

  @Test
  void segments_areRangesOfKeys() {
    assertThat(filled().option("segments", 3).load().toJavaRDD().getNumPartitions()).isEqualTo(3);
  }

  @Test
  void folderWithoutATable_isNamed() {
    assertThatThrownBy(() -> read(folder).load().count())
        .hasStackTraceContaining("Cannot open table 'NovaCat': it does not exist");
  }
}

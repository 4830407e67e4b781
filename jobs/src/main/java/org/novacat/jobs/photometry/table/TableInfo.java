package org.novacat.jobs.photometry.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.novacat.jobs.parquet.ParquetInput;

/**
 * What the footer of a photometry table says.
 *
 * @param schemaVersion version of the columns, e.g. {@code 1.0.0}
 * @param registryVersion version of the band registry; "" when an old file does not say
 * @param rows how many
 */
public record TableInfo(String schemaVersion, String registryVersion, long rows) {
  static final String SCHEMA_KEY = "novacat.schema";
  static final String SCHEMA_PREFIX = "photometry/";
  static final String REGISTRY_KEY = "novacat.band-registry";

  /**
   * Reads the footer of a file.
   *
   * @throws IOException when the file cannot be read or is no Parquet
   * @throws IllegalArgumentException when it is no photometry table
   */
  public static TableInfo of(Path file) throws IOException {
    try (ParquetFileReader reader =
        ParquetFileReader.open(ParquetInput.of(file), ParquetReadOptions.builder().build())) {
      Map<String, String> facts = reader.getFileMetaData().getKeyValueMetaData();
      String schema = facts.getOrDefault(SCHEMA_KEY, "");
      if (!schema.startsWith(SCHEMA_PREFIX)) {
        throw new IllegalArgumentException(
            "Cannot read photometry table '%s': its schema is '%s' (expected '%s' and a version)"
                .formatted(file.getFileName(), schema, SCHEMA_PREFIX));
      }
      return new TableInfo(
          schema.substring(SCHEMA_PREFIX.length()),
          facts.getOrDefault(REGISTRY_KEY, ""),
          reader.getRecordCount());
    }
  }
}

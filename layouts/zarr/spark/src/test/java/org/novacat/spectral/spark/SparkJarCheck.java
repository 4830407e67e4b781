package org.novacat.spectral.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/**
 * The jar {@code zarr-spark-*-all.jar} is all that Spark needs to read spectral Zarr stores. The
 * build runs this class once the jar is made.
 */
class SparkJarCheck {
  private static Path jar() throws IOException {
    try (Stream<Path> built = Files.list(Path.of("target"))) {
      return built
          .filter(p -> p.getFileName().toString().matches("zarr-spark-.*-all\\.jar"))
          .findFirst()
          .orElseThrow();
    }
  }

  @Test
  void jar_hasWhatSparkLacks_andNothingThatItHas() throws IOException {
    try (JarFile jar = new JarFile(jar().toFile())) {
      List<String> names = jar.stream().map(ZipEntry::getName).toList();

      assertThat(names.stream().filter(name -> name.endsWith(".class")))
          .allMatch(name -> name.startsWith("org/novacat/"))
          .contains(
              "org/novacat/spectral/spark/SpectralDataSource.class",
              "org/novacat/zarr/ZarrReader.class");
      assertThat(names)
          .contains("META-INF/services/org.apache.spark.sql.sources.DataSourceRegister");
    }
  }
}

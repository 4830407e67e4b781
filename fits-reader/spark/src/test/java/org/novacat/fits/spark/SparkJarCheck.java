package org.novacat.fits.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.layouts.testing.Machine;
import org.novacat.layouts.testing.SharedData;

/**
 * The jar {@code fits-reader-spark-*-all.jar} is all that Spark needs to read FITS. The build runs
 * this class once the jar is made.
 */
class SparkJarCheck {
  private static final String NOVACAT = ".*(novacat|fits-reader|layouts|test-classes|nom-tam).*";

  @TempDir private Path folder;

  private static Path jar() throws IOException {
    try (Stream<Path> built = Files.list(Path.of("target"))) {
      return built
          .filter(p -> p.getFileName().toString().matches("fits-reader-spark-.*-all\\.jar"))
          .findFirst()
          .orElseThrow();
    }
  }

  @Test
  void jar_hasWhatSparkLacks_andNothingThatItHas() throws IOException {
    try (JarFile jar = new JarFile(jar().toFile())) {
      List<String> classes =
          jar.stream().map(ZipEntry::getName).filter(name -> name.endsWith(".class")).toList();

      assertThat(classes).allMatch(name -> name.startsWith("org/novacat/"));
      assertThat(classes)
          .contains(
              "org/novacat/fits/spark/FitsDataSource.class",
              "org/novacat/fits/shaded/nom/tam/fits/Fits.class");
    }
  }

  /** A table, and an image in tiles, which the classes that were moved expand. */
  @Test
  void sparkWithTheJarAlone_readsFits() throws Exception {
    Path tiles = SharedData.fits().resolve("files/ondrejov_hd217476.fit.fz");
    Files.copy(tiles, folder.resolve("_tiles.fit.fz"));
    byte[] table = new TableBytes().column("id", "B").rows(1, new byte[] {1, 2, 3});
    Files.write(folder.resolve("_table.fits"), table);

    String output = run(jar().toString(), "table", "sum(id)", "spectra", "max(size(flux))");

    assertThat(output).contains("table: [[6]]", "spectra: [[1997]]");
  }

  /** The control. */
  @Test
  void sparkWithoutTheJar_knowsNoSuchFormat() throws Exception {
    String output = run("", "hdus", "1");

    assertThat(output).contains("Failed to find the data source: fits");
  }

  private String run(String jar, String... queries) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(Machine.ofThisJvm().options());
    command.addAll(
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
            .filter(option -> option.startsWith("--add-opens") || option.startsWith("-Xmx"))
            .toList());
    command.addAll(List.of("-cp", classPath(jar), JarAloneProgram.class.getName()));
    command.add(folder.toString());
    command.addAll(List.of(queries));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }

  /** That of this JVM without novacat and what it brings, the program, and the jar. */
  private String classPath(String jar) throws IOException {
    List<String> path = new ArrayList<>(List.of(program().toString(), jar));
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (!entry.matches(NOVACAT)) {
        path.add(entry);
      }
    }
    return String.join(File.pathSeparator, path);
  }

  private Path program() throws IOException {
    String name = JarAloneProgram.class.getName().replace('.', '/') + ".class";
    Path copy = folder.resolve("program").resolve(name);
    Files.createDirectories(copy.getParent());
    try (var in = JarAloneProgram.class.getClassLoader().getResourceAsStream(name)) {
      Files.write(copy, in.readAllBytes());
    }
    return folder.resolve("program");
  }
}

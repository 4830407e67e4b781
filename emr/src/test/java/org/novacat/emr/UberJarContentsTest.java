package org.novacat.emr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class UberJarContentsTest {
  private static final Path JAR = Built.UBER_JAR;
  private static final long MOST_BYTES = 60L << 20;
  private static final String SERVICES = "META-INF/services/";

  @ParameterizedTest
  @EnumSource
  void clusterAndUberJar_shareNoClass(SparkRelease release) {
    assertThat(shared(JAR, release)).isEmpty();
  }

  /** nom-tam-fits brings a newer commons-compress than Spark; unrelocated, Spark's would win. */
  @Test
  void libraryThatSparkHasToo_isFoundByTheRule() {
    Path compress =
        Stream.of(System.getProperty("java.class.path").split(":"))
            .map(Path::of)
            .filter(jar -> jar.toString().contains("commons-compress"))
            .findFirst()
            .orElseThrow();

    assertThat(shared(compress, SparkRelease.STOCK)).isNotEmpty();
  }

  private static Set<String> shared(Path jar, SparkRelease release) {
    Set<String> classes = new TreeSet<>(Jars.classes(List.of(jar)));
    classes.retainAll(Jars.classes(release.jars()));
    return classes;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org/apache/", // Spark, Hadoop, Parquet, log4j, and what is relocated
        "scala/",
        "org/slf4j/",
        "com/fasterxml/",
        "software/amazon/",
        "com/amazonaws/",
        "com/github/luben/", // zstd, in the version of the cluster's Spark
        "org/sqlite/", // 12 MB for every kind of laptop
        "org/novacat/jobs/samples/",
        "META-INF/maven/",
        "META-INF/versions/",
        "log4j2.properties"
      })
  void whatTheClusterBringsOrMayNotBePacked_isNotThere(String prefix) {
    assertThat(Jars.files(JAR)).noneMatch(name -> name.startsWith(prefix));
  }

  /** Class files, service files and lists of interceptors name classes; all must name the new. */
  @Test
  void relocatedNames_areUsedEverywhere() {
    assertThat(Jars.filesWith(JAR, unrelocated("software[./]amazon[./]awssdk[./]"))).isEmpty();
    assertThat(Jars.filesWith(JAR, unrelocated("org[./]apache[./]commons[./]compress[./]")))
        .isEmpty();
  }

  @Test
  void nameOutsideTheShadedPackage_isFoundByTheRule() {
    Pattern pattern = unrelocated("software[./]amazon[./]awssdk[./]");

    assertThat("software.amazon.awssdk.X").containsPattern(pattern);
    assertThat("Lsoftware/amazon/awssdk/X;").containsPattern(pattern);
    assertThat("org/novacat/shaded/software/amazon/awssdk/X").doesNotContainPattern(pattern);
  }

  /**
   * Sentences of the SDK name classes to people; a letter, a space, perhaps a quote come before, or
   * a full stop without a space.
   */
  private static Pattern unrelocated(String name) {
    return Pattern.compile("(?<!org[./]novacat[./]shaded[./])(?<![a-z] '?)(?<!library[.])" + name);
  }

  @ParameterizedTest
  @EnumSource
  void everyClassThatNovacatUses_isInTheUberJarOrOnTheCluster(SparkRelease release) {
    String packages =
        "org\\.novacat\\.(layouts|fits|transforms|persistence|jobs|spectral|zarr)\\..*";

    assertThat(missing(packages, release.jars()).lines().filter(line -> line.startsWith(" ")))
        .allMatch(
            line ->
                line.matches(".*persistence\\.embedded\\..* -> org\\.sqlite\\..*")
                    || line.matches(".*jobs\\.main\\..* -> org\\.novacat\\.jobs\\.samples\\..*"));
  }

  @Test
  void classThatIsNowhere_isFoundByTheRule() {
    List<Path> withoutSql =
        SparkRelease.STOCK.jars().stream()
            .filter(jar -> !jar.toString().contains("spark-sql_"))
            .toList();

    assertThat(missing("org\\.novacat\\.jobs\\.spark\\..*", withoutSql))
        .contains("org.apache.spark.sql.SparkSession");
  }

  /** What jdeps says of classes that are used and not found. */
  private static String missing(String packages, List<Path> cluster) {
    StringWriter said = new StringWriter();
    ToolProvider jdeps = ToolProvider.findFirst("jdeps").orElseThrow();
    jdeps.run(
        new PrintWriter(said),
        new PrintWriter(said),
        "--multi-release",
        "17",
        "--missing-deps",
        "-include",
        packages,
        "--class-path",
        Cluster.classPath(cluster),
        JAR.toString());
    return said.toString();
  }

  @Test
  void everyService_isThere() {
    Set<String> files = Set.copyOf(Jars.files(JAR));
    List<String> services = files.stream().filter(name -> name.startsWith(SERVICES)).toList();

    assertThat(services)
        .contains(SERVICES + "nom.tam.fits.compression.provider.api.ICompressorProvider");
    for (String service : services) {
      assertThat(implementations(service)).as(service).isNotEmpty().isSubsetOf(files);
    }
  }

  @Test
  void dataSourcesOfAllModules_areInOneList() {
    assertThat(implementations(SERVICES + "org.apache.spark.sql.sources.DataSourceRegister"))
        .containsExactlyInAnyOrder(
            "org/novacat/fits/spark/FitsDataSource.class",
            "org/novacat/persistence/bulk/NovacatTableSource.class",
            "org/novacat/spectral/spark/SpectralDataSource.class");
  }

  /** Stores of spectra name it as what they were made by. */
  @Test
  void commit_isThere() {
    assertThat(Jars.text(JAR, "org/novacat/jobs/git.properties")).contains("git.commit.id=");
  }

  private static List<String> implementations(String service) {
    return Jars.text(JAR, service)
        .lines()
        .map(line -> line.replaceFirst("#.*", "").strip())
        .filter(line -> !line.isEmpty())
        .map(name -> name.replace('.', '/') + ".class")
        .toList();
  }

  @Test
  void size_isBounded() throws IOException {
    assertThat(Files.size(JAR)).isBetween(5L << 20, MOST_BYTES);
  }

  @Test
  void manifest_namesMainClassAndVersion() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      Attributes manifest = jar.getManifest().getMainAttributes();

      assertThat(manifest.getValue("Main-Class")).isEqualTo("org.novacat.jobs.main.Novacat");
      assertThat(manifest.getValue("Implementation-Version")).isNotBlank();
      assertThat(jar.getEntry("org/novacat/jobs/main/Novacat.class")).isNotNull();
      assertThat(jar.stream().filter(e -> e.getName().matches("META-INF/.*\\.(SF|DSA|RSA|EC)")))
          .isEmpty();
    }
  }

  @Test
  void everyPackedArtifact_isNamedWithItsLicence() {
    String notice = Jars.text(JAR, "META-INF/THIRD-PARTY.txt");

    assertThat(Built.packedArtifacts()).isNotEmpty();
    for (String artifact : Built.packedArtifacts()) {
      String group = artifact.substring(0, artifact.indexOf(':'));
      assertThat(notice).containsAnyOf("\n" + artifact + " ", "\n" + group + ":* ");
    }
  }

  @Test
  void licencesAndNotices_areMerged() {
    assertThat(Jars.text(JAR, "META-INF/LICENSE"))
        .contains("Apache License", "Version 2.0, January 2004");
    assertThat(Jars.text(JAR, "META-INF/NOTICE.txt"))
        .contains("AWS SDK for Java", "Apache Commons Compress");
    assertThat(Jars.text(JAR, "META-INF/NOTICE")).contains("Apache HttpClient");
    assertThat(Jars.files(JAR)).contains("LICENSE.txt");
  }
}

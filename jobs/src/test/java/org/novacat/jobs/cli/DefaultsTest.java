package org.novacat.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.cli.Defaults.Setting;
import picocli.CommandLine;
import picocli.CommandLine.Option;

class DefaultsTest {
  @TempDir private Path folder;

  /** Options as commands have them. */
  private static final class Sample implements Runnable {
    @Option(names = "--max-file-bytes", defaultValue = "7")
    private long maxFileBytes;

    @Option(names = {"-t", "--table"})
    private String table;

    @Option(names = "--dry-run")
    private boolean dryRun;

    @Override
    public void run() {}
  }

  @Test
  void commandLine_winsOverEnvironment_overFile_overDefault() throws IOException {
    Defaults file = Defaults.of(Map.of(), file("novacat.max-file-bytes = 8"));
    Map<String, String> environment = Map.of("NOVACAT_MAX_FILE_BYTES", "9");
    Defaults both = Defaults.of(environment, file("novacat.max-file-bytes = 8"));
    Defaults none = Defaults.of(Map.of(), file(""));

    assertThat(parsed(none).maxFileBytes).isEqualTo(7);
    assertThat(parsed(file).maxFileBytes).isEqualTo(8);
    assertThat(parsed(both).maxFileBytes).isEqualTo(9);
    assertThat(parsed(both, "--max-file-bytes", "10").maxFileBytes).isEqualTo(10);
  }

  @Test
  void setting_saysWhereItIsFrom() throws IOException {
    Path file = file("novacat.table = Mine");
    Defaults defaults = Defaults.of(Map.of("NOVACAT_MAX_FILE_BYTES", "9"), file);

    assertThat(defaults.setting("table")).isEqualTo(new Setting("Mine", "file " + file));
    assertThat(defaults.setting("max-file-bytes"))
        .isEqualTo(new Setting("9", "environment NOVACAT_MAX_FILE_BYTES"));
    assertThat(defaults.setting("store")).isNull();
  }

  @Test
  void blankValue_setsNothing() throws IOException {
    Defaults defaults =
        Defaults.of(
            Map.of("NOVACAT_TABLE", " ", "NOVACAT_MAX_FILE_BYTES", ""), file("novacat.table="));

    Sample sample = parsed(defaults);

    assertThat(sample.table).isNull();
    assertThat(sample.maxFileBytes).isEqualTo(7);
  }

  @Test
  void switchOfTheCommandLine_cannotBeSetElsewhere() throws IOException {
    Defaults defaults = Defaults.of(Map.of("NOVACAT_DRY_RUN", "true"), file(""));

    assertThat(parsed(defaults).dryRun).isFalse();
  }

  @Test
  void namesInFile_areThoseOfNovacat() throws IOException {
    Defaults defaults = Defaults.of(Map.of(), file("novacat.b=1\nnovacat.a=2\nother.c=3"));

    assertThat(defaults.namesInFile()).containsExactly("a", "b");
  }

  @Test
  void missingFile_isRefused() {
    Path missing = folder.resolve("missing.properties");

    refused(missing, "there is no such file");
  }

  @Test
  void folder_isRefused() {
    refused(folder, "Is a directory");
  }

  @Test
  void malformedEscape_isRefused() throws IOException {
    refused(file("novacat.table=\\uZZZZ"), "Malformed \\uxxxx encoding.");
  }

  @Test
  void otherEncoding_isRefused() throws IOException {
    Path file = folder.resolve("latin1.properties");
    Files.write(file, "novacat.table=Ästhetik".getBytes(StandardCharsets.ISO_8859_1));

    refused(file, "it is not UTF-8");
  }

  private static void refused(Path file, String why) {
    assertThatThrownBy(() -> Defaults.of(Map.of(), file))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "Cannot read configuration '%s': %s (mend it, or unset NOVACAT_CONFIG)"
                .formatted(file, why));
  }

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("novacat.properties"), content);
  }

  private static Sample parsed(Defaults defaults, String... words) {
    Sample sample = new Sample();
    new CommandLine(sample).setDefaultValueProvider(defaults).parseArgs(words);
    return sample;
  }
}

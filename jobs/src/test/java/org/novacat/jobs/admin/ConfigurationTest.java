package org.novacat.jobs.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.admin.DoctorCommand.Check;
import org.novacat.jobs.admin.DoctorCommand.Configuration;
import org.novacat.jobs.cli.Defaults;
import org.novacat.jobs.main.Novacat;

class ConfigurationTest {
  @TempDir private Path folder;

  @Test
  void eachOption_hasItsOrigin() throws IOException {
    Path file = file("novacat.table = Mine\nnovacat.region = eu-west-1\nnovacat.limit = 3");
    Defaults defaults = Defaults.of(Map.of("NOVACAT_REGION", "us-east-1"), file);

    List<Check> checks = checks(defaults, "--store", "/data");

    assertThat(checks)
        .contains(
            new Check("configuration", true, "file " + file),
            new Check("--table", true, "Mine  (file " + file + ")"),
            new Check("--region", true, "us-east-1  (environment NOVACAT_REGION)"),
            new Check("--store", true, "/data  (command line)"),
            new Check("--workspace", true, "novacat-data  (default)"));
  }

  @Test
  void keyThatNoOptionHas_fails_andTheLikelyOneIsNamed() throws IOException {
    Path file = file("novacat.worksapce = x");

    assertThat(checks(Defaults.of(Map.of(), file)).get(0))
        .isEqualTo(
            new Check(
                "configuration",
                false,
                "Cannot use key 'novacat.worksapce' of file '%s': no option has this name (did you mean 'novacat.workspace'?)"
                    .formatted(file)));
  }

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("novacat.properties"), content);
  }

  private static List<Check> checks(Defaults defaults, String... options) {
    String[] words = new String[options.length + 1];
    words[0] = "doctor";
    System.arraycopy(options, 0, words, 1, options.length);
    return new Configuration(
            Novacat.commandLine()
                .setDefaultValueProvider(defaults)
                .parseArgs(words)
                .subcommand()
                .commandSpec())
        .checks();
  }
}

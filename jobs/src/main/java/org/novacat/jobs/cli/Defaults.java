package org.novacat.jobs.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Values of options that the command line leaves out: from the environment ({@code
 * --max-file-bytes} is {@code NOVACAT_MAX_FILE_BYTES}), then from a properties file ({@code
 * novacat.max-file-bytes}). The file is the one that {@code NOVACAT_CONFIG} names, else {@code
 * novacat.properties} in the current folder, when there is one.
 */
public final class Defaults implements IDefaultValueProvider {
  private static final String FILE = "novacat.properties";

  private final Map<String, String> environment;
  private final Properties file;
  private final String fileName;

  private Defaults(Map<String, String> environment, Properties file, String fileName) {
    this.environment = environment;
    this.file = file;
    this.fileName = fileName;
  }

  /** Defaults of this process. */
  static Defaults fromProcess() {
    Map<String, String> environment = System.getenv();
    String named = environment.get("NOVACAT_CONFIG");
    Path path = Path.of(named == null ? FILE : named);
    if (named == null && !Files.isRegularFile(path)) {
      return new Defaults(environment, new Properties(), "");
    }
    return of(environment, path);
  }

  /**
   * Defaults of an environment and a file.
   *
   * @throws UserError when the file cannot be read
   */
  static Defaults of(Map<String, String> environment, Path path) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(path)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw new UserError(
          "Cannot read configuration '%s': %s (mend it, or unset NOVACAT_CONFIG)"
              .formatted(path, e.getMessage()));
    }
    return new Defaults(environment, properties, path.toString());
  }

  /** A value and where it was set. */
  public record Setting(String value, String origin) {}

  /** The default for an option's long name without dashes; null when nothing sets it. */
  public @Nullable Setting setting(String name) {
    String variable = "NOVACAT_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
    String value = environment.get(variable);
    if (value != null) {
      return new Setting(value, "environment " + variable);
    }
    value = file.getProperty("novacat." + name);
    return value == null ? null : new Setting(value, "file " + fileName);
  }

  @Override
  public @Nullable String defaultValue(ArgSpec argument) {
    if (!(argument instanceof OptionSpec option) || option.arity().max() == 0) {
      return null;
    }
    String name = option.longestName().replaceFirst("^-+", "");
    Setting setting = setting(name);
    return setting == null ? null : setting.value();
  }
}

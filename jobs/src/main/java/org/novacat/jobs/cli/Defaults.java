package org.novacat.jobs.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;
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
  private static final String PREFIX = "novacat.";
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
  public static Defaults fromProcess() {
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
  public static Defaults of(Map<String, String> environment, Path path) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(path)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw new UserError(
          "Cannot read configuration '%s': %s (mend it, or unset NOVACAT_CONFIG)"
              .formatted(path, why(e)));
    }
    return new Defaults(environment, properties, path.toString());
  }

  private static String why(Exception failure) {
    if (failure instanceof NoSuchFileException) {
      return "there is no such file";
    }
    if (failure instanceof AccessDeniedException) {
      return "it may not be read";
    }
    return failure instanceof CharacterCodingException
        ? "it is not UTF-8"
        : String.valueOf(failure.getMessage());
  }

  /** The file that was read; "" when there is none. */
  public String fileName() {
    return fileName;
  }

  /** Names of options that the file sets, known or not, without {@code novacat.}. */
  public SortedSet<String> namesInFile() {
    SortedSet<String> names = new TreeSet<>();
    for (String key : file.stringPropertyNames()) {
      if (key.startsWith(PREFIX)) {
        names.add(key.substring(PREFIX.length()));
      }
    }
    return names;
  }

  /** A value and where it was set. */
  public record Setting(String value, String origin) {}

  /**
   * The default for an option's long name without dashes; null when nothing sets it. A blank value
   * sets nothing, as scripts pass on variables that they do not have.
   */
  public @Nullable Setting setting(String name) {
    String variable = "NOVACAT_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
    String value = environment.get(variable);
    if (value != null && !value.isBlank()) {
      return new Setting(value, "environment " + variable);
    }
    value = file.getProperty(PREFIX + name);
    return value == null || value.isBlank() ? null : new Setting(value, "file " + fileName);
  }

  @Override
  public @Nullable String defaultValue(ArgSpec argument) {
    if (!(argument instanceof OptionSpec option) || option.arity().max() == 0) {
      return null;
    }
    Setting setting = setting(Options.name(option));
    return setting == null ? null : setting.value();
  }
}

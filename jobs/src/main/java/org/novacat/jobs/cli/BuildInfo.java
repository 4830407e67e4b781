package org.novacat.jobs.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** From what this program was built. */
public final class BuildInfo {
  private static final String UNKNOWN = "unknown";
  private static final Properties FACTS = read();

  private BuildInfo() {}

  /**
   * The commit of its source, 40 hexadecimal digits, with {@code -dirty} behind it when there were
   * changes besides; "unknown" when it was not built from a checkout.
   */
  public static String commit() {
    String commit = FACTS.getProperty("git.commit.id", "");
    if (!commit.matches("[0-9a-f]{40}")) {
      return UNKNOWN;
    }
    return Boolean.parseBoolean(FACTS.getProperty("git.dirty")) ? commit + "-dirty" : commit;
  }

  private static Properties read() {
    Properties facts = new Properties();
    try (InputStream in = BuildInfo.class.getResourceAsStream("/org/novacat/jobs/git.properties")) {
      if (in != null) {
        facts.load(in);
      }
      return facts;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read what this program was built from", e);
    }
  }
}

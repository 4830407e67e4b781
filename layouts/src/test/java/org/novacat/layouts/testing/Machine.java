package org.novacat.layouts.testing;

import java.util.List;

/** What a JVM takes from the machine it runs on, and what nothing may depend on. */
public record Machine(String language, String country, String zone) {
  /** That of this JVM, for another that a test starts: the whole suite runs on one machine. */
  public static Machine ofThisJvm() {
    return new Machine(
        System.getProperty("user.language", ""),
        System.getProperty("user.country", ""),
        System.getProperty("user.timezone", ""));
  }

  /** The options of a JVM that is to believe that it runs there. */
  public List<String> options() {
    return List.of(
        "-Duser.language=" + language, "-Duser.country=" + country, "-Duser.timezone=" + zone);
  }
}

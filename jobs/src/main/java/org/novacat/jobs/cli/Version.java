package org.novacat.jobs.cli;

import picocli.CommandLine.IVersionProvider;

/** The version that {@code --version} prints and that objects record. */
public final class Version implements IVersionProvider {
  /** The version in the jar's manifest; "development" when started from class files. */
  public static String current() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  @Override
  public String[] getVersion() {
    return new String[] {"novacat " + current()};
  }
}

package org.novacat.jobs.register.source;

import java.util.Locale;
import java.util.regex.Pattern;
import org.novacat.layouts.key.FileEnding;

/** Tells raw files from others by their names; what is inside decides later. */
public final class FileNames {
  private static final Pattern ZIP = Pattern.compile(".*\\.zip");
  private static final Pattern TAR_GZ = Pattern.compile(".*\\.(tar\\.gz|tgz)");
  private static final Pattern MANIFEST = Pattern.compile(".*\\.(csv|jsonl|ndjson)");

  private FileNames() {}

  public static boolean isFits(String name) {
    return FileEnding.ofName(name).filter(FileEnding::isFits).isPresent();
  }

  /** Whether it is text that may hold a spectrum. */
  public static boolean isText(String name) {
    return FileEnding.ofName(name).filter(ending -> !ending.isFits()).isPresent();
  }

  public static boolean isZip(String name) {
    return matches(ZIP, name);
  }

  static boolean isTarGz(String name) {
    return matches(TAR_GZ, name);
  }

  public static boolean isArchive(String name) {
    return isZip(name) || isTarGz(name);
  }

  /** Whether it may be, or hold, a spectrum. */
  public static boolean isSpectrum(String name) {
    return FileEnding.ofName(name).isPresent() || isArchive(name);
  }

  /** Whether it may be a list of files. */
  public static boolean isManifest(String name) {
    return matches(MANIFEST, name);
  }

  private static boolean matches(Pattern pattern, String name) {
    // A name may hold line breaks; whether it may be taken is not decided here.
    return pattern.matcher(name.toLowerCase(Locale.ROOT).replaceAll("\\R", " ")).matches();
  }
}

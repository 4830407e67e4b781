package org.novacat.jobs.zip;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.novacat.layouts.key.ObjectKey;

/**
 * The name of an entry: a relative path that stays in the folder where it is unpacked, on Linux,
 * macOS and Windows. Who holds one knows that it is an {@link ObjectKey} too, of at most 240 bytes,
 * in NFC, without {@code : * ?}, and that no segment ends with a dot or a space or is a name that
 * Windows keeps for devices.
 *
 * @param path segments parted by {@code /}
 */
public record EntryName(ObjectKey path) {
  private static final int MOST_BYTES = 240;
  private static final Pattern DEVICE =
      Pattern.compile("(?i)(?:CON|PRN|AUX|NUL|CONIN\\$|CONOUT\\$|(?:COM|LPT)[0-9¹²³])(?:[. ].*)?");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9+._-]+");
  private static final Pattern DOTS = Pattern.compile("\\.{2,}");
  private static final Pattern EDGES = Pattern.compile("^[-.]+|[-.]+$");
  private static final String NAMELESS = "unnamed";

  public EntryName {
    requireNonNull(path, "path is null");
    String text = path.value();
    require(text.getBytes(UTF_8).length <= MOST_BYTES, path, "it has more than 240 bytes");
    require(Normalizer.isNormalized(text, Normalizer.Form.NFC), path, "it is not in NFC");
    require(text.chars().noneMatch(c -> ":*?".indexOf(c) >= 0), path, "it has one of : * ?");
    for (String segment : text.split("/", -1)) {
      require(
          !segment.endsWith(".") && !segment.endsWith(" "), path, "a part ends with . or space");
      require(!segment.startsWith(" "), path, "a part begins with a space");
      require(
          !DEVICE.matcher(segment).matches(), path, "Windows keeps '" + segment + "' for itself");
    }
  }

  private static void require(boolean holds, ObjectKey path, String problem) {
    if (!holds) {
      throw new IllegalArgumentException(
          "Cannot name an entry '%s': %s (make each part with EntryName.segment)"
              .formatted(path, problem));
    }
  }

  /**
   * The name with this text.
   *
   * @throws IllegalArgumentException when it would not be safe; the message says why
   */
  public static EntryName of(String text) {
    return new EntryName(ObjectKey.of(text));
  }

  /**
   * Makes any text one part of a name that people can read: letters and digits of ASCII and {@code
   * + - . _}, accents dropped, anything else a hyphen. Never empty, and never more than {@code
   * most} characters. Two texts may give the same part; where they must not, add what tells them
   * apart.
   *
   * @param text the name of a nova, file or instrument, however hostile
   * @param most at least 8
   */
  public static String segment(String text, int most) {
    if (most < NAMELESS.length() + 1) {
      throw new IllegalArgumentException(
          "Cannot name an entry: %s characters are too few (give at least 8)".formatted(most));
    }
    String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    String safe = DOTS.matcher(UNSAFE.matcher(plain).replaceAll("-")).replaceAll(".");
    String cut = cut(EDGES.matcher(safe).replaceAll(""), most);
    String unreserved = DEVICE.matcher(cut).matches() ? cut("_" + cut, most) : cut;
    return unreserved.isEmpty() ? NAMELESS : unreserved;
  }

  private static String cut(String segment, int most) {
    String cut = segment.substring(0, Math.min(most, segment.length()));
    return EDGES.matcher(cut).replaceAll("");
  }

  /** What two names share that are one on a disk that takes A for a. */
  String folded() {
    return folded(path.value());
  }

  static String folded(String text) {
    return Normalizer.normalize(
        text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
  }

  @Override
  public String toString() {
    return path.value();
  }
}

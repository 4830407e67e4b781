package org.novacat.jobs.register;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.novacat.layouts.key.ObjectKey;

/**
 * An archive on this machine, read twice: once for the names of its members, all of which must be
 * safe before anything is stored, and once for their bytes. Nothing is ever unpacked to disk. Sizes
 * and ratios are counted while bytes come out; what the archive declares is not believed.
 */
final class Archive {
  private final Path file;
  private final Format format;
  private final FetchLimits limits;

  /** Takes a member: its path with {@code /} between segments, and its bytes. */
  interface MemberConsumer {
    void member(String path, byte[] bytes) throws RejectedException;
  }

  /** How members are read in order; directories and links are left out. */
  interface Format {
    void forEach(Path file, EntryConsumer entries) throws IOException, RejectedException;
  }

  /** Takes a member while the archive stands at it. */
  interface EntryConsumer {
    void entry(String name, MemberBytes bytes) throws IOException, RejectedException;
  }

  /** The bytes of the member that the archive stands at. */
  interface MemberBytes {
    byte[] read(InflationGuard guard) throws IOException, RejectedException;
  }

  Archive(Path file, String name, FetchLimits limits) {
    this.file = file;
    this.format = FileNames.isZip(name) ? ArchiveFormats::zip : ArchiveFormats::tarGz;
    this.limits = limits;
  }

  /**
   * The names of all members.
   *
   * @throws RejectedException when one is not safe, there are too many, or the archive is damaged
   */
  List<String> safeNames() throws RejectedException {
    Set<String> exact = new LinkedHashSet<>();
    Set<String> folded = new HashSet<>();
    read(
        (name, bytes) -> {
          checkName(name);
          if (!exact.add(name) || !folded.add(name.toLowerCase(Locale.ROOT))) {
            throw unsafe(name, "it stands there twice, or differs from another in case only");
          }
          if (exact.size() > limits.maxArchiveEntries()) {
            throw limit("it has more than %s members".formatted(limits.maxArchiveEntries()));
          }
        });
    return List.copyOf(exact);
  }

  /** Gives each member to {@code members}, one after the other, each wholly in memory. */
  void unpack(MemberConsumer members) throws RejectedException {
    InflationGuard guard = new InflationGuard(file.toString(), limits);
    read((name, bytes) -> members.member(name, bytes.read(guard)));
  }

  private void read(EntryConsumer entries) throws RejectedException {
    try {
      format.forEach(file, entries);
    } catch (IOException | IllegalArgumentException e) {
      throw new RejectedException(
          RejectCode.ARCHIVE_UNREADABLE,
          "Cannot unpack '%s': %s (fetch it again, or unpack it yourself)"
              .formatted(file, e.getMessage()));
    }
  }

  private void checkName(String name) throws RejectedException {
    boolean drive = name.length() > 1 && name.charAt(1) == ':';
    boolean upwards = List.of(name.split("/", -1)).contains("..");
    if (name.startsWith("/") || name.indexOf('\\') >= 0 || drive || upwards) {
      throw unsafe(name, "it leads out of the archive");
    }
    try {
      ObjectKey.of(name);
    } catch (IllegalArgumentException e) {
      throw unsafe(name, String.valueOf(e.getMessage()));
    }
  }

  private RejectedException unsafe(String name, String why) {
    return new RejectedException(
        RejectCode.ARCHIVE_UNSAFE_NAME,
        "Cannot unpack '%s': member '%s' has no safe name: %s (nothing of it was stored)"
            .formatted(file, name, why));
  }

  private RejectedException limit(String what) {
    return new RejectedException(
        RejectCode.ARCHIVE_LIMIT, "Cannot unpack '%s': %s (split it)".formatted(file, what));
  }
}

package org.novacat.jobs.register.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.novacat.jobs.register.fetch.ArchiveFormats.Inflated;
import org.novacat.jobs.register.source.FileNames;
import org.novacat.jobs.register.source.RejectCode;
import org.novacat.jobs.register.source.RejectedException;
import org.novacat.layouts.id.NameRules;
import org.novacat.layouts.key.ObjectKey;

/**
 * An archive on this machine, read twice: once for the names of its members, all of which must be
 * safe before anything is stored, and once for their bytes. Nothing is ever unpacked under a name
 * of the archive's. Sizes and ratios are counted while bytes come out; what the archive declares is
 * not believed.
 */
public final class ArchiveFile {
  private final Path file;
  private final Format format;
  private final FetchLimits limits;

  /** Takes members, one after the other. */
  public interface MemberConsumer {
    /** A member: its path with {@code /} between segments, and its bytes until this returns. */
    void member(String path, Fetched bytes) throws RejectedException;

    /** A member that cannot be had; the others can. */
    void refused(String path, RejectedException why);
  }

  /** How members are read in order; folders are left out. */
  interface Format {
    void forEach(Path file, FetchLimits limits, EntryConsumer entries)
        throws IOException, RejectedException;
  }

  /** Takes a member while the archive stands at it. */
  interface EntryConsumer {
    void entry(String name, MemberBytes bytes) throws IOException, RejectedException;
  }

  /** The bytes of the member that the archive stands at. */
  interface MemberBytes {
    Fetched read(InflationGuard guard) throws IOException, RejectedException;
  }

  public ArchiveFile(Path file, String name, FetchLimits limits) {
    this.file = file;
    this.format = FileNames.isZip(name) ? ArchiveFormats::zip : ArchiveFormats::tarGz;
    this.limits = limits;
  }

  /**
   * The names of all members.
   *
   * @throws RejectedException when one is not safe, there are too many, or the archive is damaged
   */
  public List<String> safeNames() throws RejectedException {
    Set<String> exact = new LinkedHashSet<>();
    Set<String> folded = new HashSet<>();
    read(
        (name, bytes) -> {
          checkName(name);
          if (!exact.add(name) || !folded.add(folded(name))) {
            throw unsafe(name, "it stands there twice, or differs from another in case only");
          }
        });
    for (String name : exact) {
      checkNothingAbove(name, folded);
    }
    return List.copyOf(exact);
  }

  /** Names that one file system or another takes for the same. */
  private static String folded(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC)
        .toUpperCase(Locale.ROOT)
        .toLowerCase(Locale.ROOT);
  }

  /** A file and a folder cannot have one name. */
  private void checkNothingAbove(String name, Set<String> folded) throws RejectedException {
    String path = folded(name);
    for (int at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
      if (folded.contains(path.substring(0, at))) {
        throw unsafe(name, "one of its folders is a member too");
      }
    }
  }

  /** Gives each member to {@code members}, one after the other; one that is damaged alone. */
  public void unpack(MemberConsumer members) throws RejectedException {
    unpack(any -> true, members);
  }

  /** The same of those whose names are wanted. */
  public void unpack(Predicate<String> wanted, MemberConsumer members) throws RejectedException {
    InflationGuard guard = new InflationGuard(file.toString(), limits);
    read(
        (name, bytes) -> {
          if (wanted.test(name)) {
            unpack(name, bytes, guard, members);
          }
        });
  }

  private void unpack(
      String name, MemberBytes bytes, InflationGuard guard, MemberConsumer members) {
    try {
      Optional<String> problem =
          NameRules.fileProblem(last(name)).or(() -> NameRules.problem(name));
      if (problem.isPresent()) {
        throw new RejectedException(
            RejectCode.NAME_INVALID,
            "Cannot unpack member '%s': %s".formatted(NameRules.shown(name), problem.get()));
      }
      try (Fetched member = bytes.read(guard)) {
        members.member(name, member);
      }
    } catch (RejectedException e) {
      members.refused(name, e);
    } catch (IOException e) {
      members.refused(name, unreadable("member '%s': %s".formatted(name, e.getMessage())));
    }
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private void read(EntryConsumer entries) throws RejectedException {
    try {
      format.forEach(file, limits, entries);
    } catch (Inflated.TooFar e) {
      throw limit(String.valueOf(e.getMessage()));
    } catch (IOException | IllegalArgumentException e) {
      throw unreadable(String.valueOf(e.getMessage()));
    }
  }

  private RejectedException unreadable(String what) {
    return new RejectedException(
        RejectCode.ARCHIVE_UNREADABLE,
        "Cannot unpack '%s': %s (fetch it again, or unpack it yourself)".formatted(file, what));
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
            .formatted(file, NameRules.shown(name), why));
  }

  private RejectedException limit(String what) {
    return new RejectedException(
        RejectCode.ARCHIVE_LIMIT, "Cannot unpack '%s': %s (split it)".formatted(file, what));
  }

  /** Counts the bytes that come out of one archive and stops it before it fills memory or store. */
  static final class InflationGuard {
    private static final long RATIO_FROM_BYTES = 1L << 20;

    private final String archive;
    private final FetchLimits limits;
    private long before;

    InflationGuard(String archive, FetchLimits limits) {
      this.archive = archive;
      this.limits = limits;
    }

    /**
     * All bytes of one member, in a file of their own.
     *
     * @param compressed bytes that this member has taken from the archive so far
     */
    Fetched readAll(String name, InputStream in, LongSupplier compressed)
        throws IOException, RejectedException {
      Fetched member = Spool.of(in, size -> check(name, size, compressed.getAsLong()));
      before += member.size();
      return member;
    }

    private void check(String name, long size, long compressed) throws RejectedException {
      if (size > limits.maxFileBytes()) {
        throw limit(name, "it inflates to more than %s bytes".formatted(limits.maxFileBytes()));
      }
      if (before + size > limits.maxArchiveBytes()) {
        throw limit(name, "all members exceed %s bytes".formatted(limits.maxArchiveBytes()));
      }
      if (size > RATIO_FROM_BYTES && size / Math.max(compressed, 1) > limits.maxRatio()) {
        throw limit(name, "it inflates more than %s-fold".formatted(limits.maxRatio()));
      }
    }

    private RejectedException limit(String name, String what) {
      return new RejectedException(
          RejectCode.ARCHIVE_LIMIT,
          "Cannot unpack '%s': member '%s': %s (unpack it yourself if you trust it)"
              .formatted(archive, name, what));
    }
  }
}

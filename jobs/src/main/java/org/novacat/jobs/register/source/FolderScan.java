package org.novacat.jobs.register.source;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.cli.UserError;
import org.novacat.jobs.register.source.RejectedException.Rejection;
import org.novacat.layouts.id.Provider;

/**
 * Finds raw files below a folder, names that begin with {@code _} included: the naming rule of BeSS
 * begins with one, and readers that hide such files lose most amateur spectra. Links to folders are
 * not followed, so that no loop can catch the walk, but named.
 */
public final class FolderScan extends SimpleFileVisitor<Path> {
  private final Path folder;
  private final List<Path> stores;
  private final List<Path> files = new ArrayList<>();
  private final List<Rejection> rejected = new ArrayList<>();
  private final List<Path> unseen = new ArrayList<>();

  /** A walk that is to begin. */
  FolderScan(Path folder, List<Path> stores) {
    this.folder = folder;
    this.stores = stores.stream().map(FolderScan::real).toList();
  }

  /**
   * What lies below a folder.
   *
   * @param files sorted by path; pipes and devices are among them, and refused when they are opened
   * @param rejected folders and links that hide what is below
   * @param unseen what was rejected
   */
  record Listed(List<Path> files, List<Rejection> rejected, List<Path> unseen) {
    Listed {
      files = List.copyOf(files);
      unseen = List.copyOf(unseen);
      rejected = List.copyOf(rejected);
    }
  }

  /** Tells why a file is not to be registered; empty when it is. */
  @FunctionalInterface
  public interface Sieve {
    Optional<Skipped> skipped(Path file, String name);
  }

  /**
   * All files below {@code folder}.
   *
   * @param stores folders to pass over: those of the workspace, whose raw files are registered
   * @throws UserError when the folder cannot be listed
   */
  static Listed list(Path folder, List<Path> stores) {
    FolderScan scan = new FolderScan(folder, stores);
    scan.walk();
    return scan.listed();
  }

  /** What was found so far. */
  Listed listed() {
    return new Listed(files, rejected, unseen);
  }

  /** Those that a sieve lets pass. As {@link #list} otherwise. */
  public static Candidates scan(
      Path folder, List<Path> stores, Sieve sieve, String nova, Provider provider) {
    Listed listed = list(folder, stores);
    List<Candidate> accepted = new CandidateSpool();
    List<Skipped> skipped = new ArrayList<>();
    for (Path file : listed.files()) {
      sieve
          .skipped(file, folder.relativize(file).toString())
          .ifPresentOrElse(skipped::add, () -> accepted.add(candidate(file, nova, provider)));
    }
    return new Candidates(accepted, listed.rejected(), skipped, List.of());
  }

  /** One file that the user named. */
  public static Candidate candidate(Path file, String nova, Provider provider) {
    Path absolute = file.toAbsolutePath().normalize();
    return new Candidate(file.toString(), nova, provider, null, new Locator.Local(absolute), null);
  }

  private void walk() {
    try {
      Files.walkFileTree(folder, this);
    } catch (IOException e) {
      throw new UserError(
          "Cannot list folder '%s': %s (check that it may be read)"
              .formatted(folder, e.getMessage()));
    }
    Collections.sort(files);
  }

  @Override
  public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes kind) {
    Path real = real(directory);
    return stores.stream().anyMatch(real::startsWith)
        ? FileVisitResult.SKIP_SUBTREE
        : FileVisitResult.CONTINUE;
  }

  /** The folder behind all links, so that a store reached by another name is known too. */
  private static Path real(Path directory) {
    try {
      return directory.toRealPath();
    } catch (IOException notThereYet) {
      return directory.toAbsolutePath().normalize();
    }
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes kind) {
    if (kind.isSymbolicLink() && Files.isDirectory(file)) {
      reject(file, RejectCode.SOURCE_NOT_A_FILE, "it is a link to a folder (name that folder too)");
    } else {
      files.add(file);
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException why) throws IOException {
    if (file.equals(folder)) {
      throw why;
    }
    boolean denied = why instanceof AccessDeniedException;
    reject(
        file,
        denied ? RejectCode.SOURCE_DENIED : RejectCode.SOURCE_UNREACHABLE,
        "%s (check that it may be read)".formatted(why));
    return FileVisitResult.CONTINUE;
  }

  /** Of a folder of which only a part could be listed, what is said of its files may be missing. */
  @Override
  public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException why)
      throws IOException {
    if (why == null) {
      return FileVisitResult.CONTINUE;
    }
    files.removeIf(file -> directory.equals(file.getParent()));
    return visitFileFailed(directory, why);
  }

  private void reject(Path file, RejectCode code, String why) {
    unseen.add(file);
    rejected.add(
        new Rejection(file.toString(), code, "Cannot look into '%s': %s".formatted(file, why)));
  }
}

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
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.cli.UserError;

/**
 * Everything below a folder that is no folder, and what could not be looked at. Links to folders
 * are not followed, so that no loop can catch the walk, but named.
 *
 * @param files sorted by path; pipes and devices are among them, and refused when they are opened
 * @param rejected folders and links that hide what is below them
 */
public record FolderWalk(List<Path> files, List<Rejection> rejected) {
  public FolderWalk {
    files = List.copyOf(files);
    rejected = List.copyOf(rejected);
  }

  /**
   * Walks.
   *
   * @param stores folders to pass over: those of the workspace, whose raw files are registered
   * @throws UserError when the folder itself cannot be listed
   */
  public static FolderWalk of(Path folder, List<Path> stores) {
    Visitor visitor = new Visitor(folder, stores);
    try {
      Files.walkFileTree(folder, visitor);
    } catch (IOException e) {
      throw new UserError(
          "Cannot list folder '%s': %s (check that it may be read)"
              .formatted(folder, e.getMessage()));
    }
    Collections.sort(visitor.files);
    return new FolderWalk(visitor.files, visitor.rejected);
  }

  private static final class Visitor extends SimpleFileVisitor<Path> {
    private final Path folder;
    private final List<Path> stores;
    private final List<Path> files = new ArrayList<>();
    private final List<Rejection> rejected = new ArrayList<>();

    Visitor(Path folder, List<Path> stores) {
      this.folder = folder;
      this.stores = stores.stream().map(Visitor::real).toList();
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
        reject(
            file, RejectCode.SOURCE_NOT_A_FILE, "it is a link to a folder (name that folder too)");
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

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException why)
        throws IOException {
      return why == null ? FileVisitResult.CONTINUE : visitFileFailed(directory, why);
    }

    private void reject(Path file, RejectCode code, String why) {
      rejected.add(
          new Rejection(file.toString(), code, "Cannot look into '%s': %s".formatted(file, why)));
    }
  }
}

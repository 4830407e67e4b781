package org.novacat.jobs.run;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** A file or folder with all below it. */
public final class FileTree {
  private FileTree() {}

  /**
   * Removes it; links are not followed. What is not there, or is removed by another at the same
   * time, as Spark does with its folders at the end of a process, is what was wanted.
   *
   * @throws IOException when something stays
   */
  public static void remove(Path root) throws IOException {
    Files.walkFileTree(root, new Removal());
  }

  private static final class Removal extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes kind) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException why) throws IOException {
      return afterAll(file, why);
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException why)
        throws IOException {
      return afterAll(folder, why);
    }

    private static FileVisitResult afterAll(Path file, @Nullable IOException why)
        throws IOException {
      if (why != null && !(why instanceof NoSuchFileException)) {
        throw why;
      }
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }
  }
}

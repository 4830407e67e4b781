package org.novacat.fits.spark.file;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.GlobExpander;
import org.apache.hadoop.fs.GlobPattern;
import org.apache.hadoop.fs.Path;
import org.jspecify.annotations.Nullable;

/**
 * Expands globs as Hadoop does, with two differences: a folder may hold names with colons, of which
 * Hadoop's own expansion makes an error, and names that begin with a dot need a dot in the pattern.
 */
final class Globs {
  private final FileSystem fs;

  Globs(FileSystem fs) {
    this.fs = fs;
  }

  /**
   * Files and folders that match; none when there are none.
   *
   * @throws IOException when the store fails
   */
  List<FileStatus> matching(Path glob) throws IOException {
    Path absolute = fs.makeQualified(glob);
    List<FileStatus> matching = new ArrayList<>();
    for (String alternative : GlobExpander.expand(absolute.toUri().getPath())) {
      matching.addAll(matching(alternative.split("/")));
    }
    return matching;
  }

  /** The first part is the empty one before the root. */
  private List<FileStatus> matching(String[] parts) throws IOException {
    List<Found> found = List.of(new Found(fs.makeQualified(new Path("/")), null));
    for (int i = 1; i < parts.length; i++) {
      List<Found> next = new ArrayList<>();
      for (Found folder : found) {
        next.addAll(below(folder.path(), parts[i]));
      }
      found = next;
    }
    List<FileStatus> existing = new ArrayList<>();
    for (Found one : found) {
      existing.addAll(one.status() == null ? existing(one.path()) : List.of(one.status()));
    }
    return existing;
  }

  /** A path, and its status where a listing told it. */
  private record Found(Path path, @Nullable FileStatus status) {}

  private List<Found> below(Path folder, String part) throws IOException {
    GlobPattern pattern = new GlobPattern(part);
    if (!pattern.hasWildcard()) {
      Path child = new Path(null, null, part.replace("\\", ""));
      return List.of(new Found(new Path(folder, child), null));
    }
    List<Found> matching = new ArrayList<>();
    for (FileStatus child : children(folder)) {
      String name = child.getPath().getName();
      if (pattern.matches(name) && (!name.startsWith(".") || part.startsWith("."))) {
        matching.add(new Found(child.getPath(), child));
      }
    }
    return matching;
  }

  /** What is in a folder; nothing when it is a file, or not there. */
  private List<FileStatus> children(Path folder) throws IOException {
    List<FileStatus> children = new ArrayList<>();
    for (FileStatus status : existing(folder)) {
      if (status.isDirectory()) {
        children.addAll(Arrays.asList(fs.listStatus(folder)));
      }
    }
    return children;
  }

  private List<FileStatus> existing(Path path) throws IOException {
    try {
      return List.of(fs.getFileStatus(path));
    } catch (FileNotFoundException e) {
      return List.of();
    }
  }
}

package org.novacat.fits.spark.file;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.GlobFilter;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.RemoteIterator;
import org.jspecify.annotations.Nullable;
import org.novacat.fits.spark.file.Listing.Reason;
import org.novacat.fits.spark.file.Listing.Skipped;

/**
 * Finds FITS files through Hadoop's file systems. Spark's own listing hides names that begin with
 * an underscore, which is how most amateur spectra are called; this one hides only what begins with
 * a dot. A file that is named itself is taken whatever its name.
 */
public final class FileLister {
  private static final Pattern FITS_NAME =
      Pattern.compile(".+\\.(?:fits?|fts)(?:\\.gz|\\.fz)?", Pattern.CASE_INSENSITIVE);

  private final Configuration conf;
  private final FileChoice choice;
  private final GlobFilter nameFilter;
  private final TreeMap<String, ListedFile> files = new TreeMap<>();
  private final Set<java.nio.file.Path> folders = new HashSet<>();
  private final TreeMap<String, Skipped> skipped = new TreeMap<>();

  private FileLister(Configuration conf, FileChoice choice) throws IOException {
    this.conf = conf;
    this.choice = choice;
    this.nameFilter = new GlobFilter(choice.nameGlob().isEmpty() ? "*" : choice.nameGlob());
  }

  /**
   * Lists what was chosen.
   *
   * @throws FileNotFoundException when a path has nothing
   * @throws IOException when the store fails
   */
  public static Listing list(Configuration conf, FileChoice choice) throws IOException {
    FileLister lister = new FileLister(conf, choice);
    for (String path : choice.paths()) {
      lister.add(new Path(path));
    }
    lister.skipped.keySet().removeAll(lister.files.keySet());
    return new Listing(
        new ArrayList<>(lister.files.values()), new ArrayList<>(lister.skipped.values()));
  }

  private void add(Path path) throws IOException {
    FileSystem fs = path.getFileSystem(conf);
    boolean glob = false;
    List<FileStatus> found;
    try {
      found = List.of(fs.getFileStatus(path));
    } catch (FileNotFoundException e) {
      found = matching(fs, path);
      glob = true;
    }
    for (FileStatus status : found) {
      if (status.isDirectory()) {
        addFolder(fs, status.getPath());
      } else {
        addFile(status, glob ? reason(status.getPath().getName()) : null);
      }
    }
  }

  private static List<FileStatus> matching(FileSystem fs, Path glob) throws IOException {
    List<FileStatus> matching = new Globs(fs).matching(glob);
    if (matching.isEmpty()) {
      throw new FileNotFoundException("Cannot read FITS: nothing is at '%s'".formatted(glob));
    }
    return matching;
  }

  private void addFolder(FileSystem fs, Path folder) throws IOException {
    String root = folder.toUri().getPath();
    if (fs instanceof LocalFileSystem || fs instanceof RawLocalFileSystem) {
      addLocalFolder(fs, folder, root);
      return;
    }
    // One request for a thousand names, where folders are but parts of names.
    RemoteIterator<LocatedFileStatus> all = fs.listFiles(folder, choice.recursive());
    while (all.hasNext()) {
      addBelow(root, all.next());
    }
  }

  /**
   * Hadoop's recursive listing starts a process for each local file, to learn its permissions. A
   * folder that links lead to more than once, or back to from below, is looked into once.
   */
  private void addLocalFolder(FileSystem fs, Path folder, String root) throws IOException {
    if (!folders.add(java.nio.file.Path.of(folder.toUri().getPath()).toRealPath())) {
      return;
    }
    FileStatus[] children = fs.listStatus(folder);
    Arrays.sort(children);
    for (FileStatus status : children) {
      if (!status.isDirectory()) {
        addBelow(root, status);
      } else if (choice.recursive()) {
        addLocalFolder(fs, status.getPath(), root);
      }
    }
  }

  private void addBelow(String root, FileStatus status) {
    addFile(status, reason(status.getPath().toUri().getPath().substring(root.length())));
  }

  /** Why a file below a chosen folder is left out; null when it is taken. */
  private @Nullable Reason reason(String below) {
    String name = below.substring(below.lastIndexOf('/') + 1);
    if (below.startsWith(".") || below.contains("/.")) {
      return Reason.HIDDEN;
    }
    if (!FITS_NAME.matcher(name).matches()) {
      return Reason.NAME;
    }
    return nameFilter.accept(new Path("/" + name)) ? null : Reason.FILTER;
  }

  private void addFile(FileStatus status, @Nullable Reason reason) {
    String path = status.getPath().toString();
    ListedFile file = new ListedFile(path, status.getLen(), status.getModificationTime());
    if (reason == null) {
      files.put(path, file);
    } else {
      skipped.put(path, new Skipped(file, reason));
    }
  }
}

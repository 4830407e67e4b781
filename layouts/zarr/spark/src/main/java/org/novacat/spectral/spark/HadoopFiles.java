package org.novacat.spectral.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.novacat.zarr.ZarrException;
import org.novacat.zarr.ZarrFiles;

/**
 * A store on a file system of Hadoop: {@code file:}, {@code hdfs:}, {@code s3a:}. What an object
 * store needs to reach it is in the configuration. For many threads.
 */
public final class HadoopFiles implements ZarrFiles {
  /** A longer object is no chunk that could be read. */
  private static final int LONGEST = 1 << 29;

  private static final String UNFINISHED = ".put-";

  /** Where an object is there whole or not at all, and no rename is needed for it. */
  private static final Set<String> OBJECT_STORES = Set.of("s3a", "s3", "s3n", "gs");

  private final Configuration conf;
  private final Path root;
  private final FileSystem fs;

  /**
   * @param root the store's folder
   * @throws UncheckedIOException when the file system is not known or not reached
   */
  public HadoopFiles(Configuration conf, String root) {
    this.conf = conf;
    this.root = new Path(root);
    try {
      FileSystem found = this.root.getFileSystem(conf);
      // Chunks have no checksum files beside them, and must not get any.
      this.fs = found instanceof LocalFileSystem local ? local.getRawFileSystem() : found;
    } catch (IOException e) {
      throw failed("open", this.root, e);
    }
  }

  /**
   * @throws UncheckedIOException when storage fails
   */
  @Override
  public void put(String path, ByteBuffer content) {
    Path file = file(path);
    try {
      if (OBJECT_STORES.contains(fs.getUri().getScheme())) {
        write(file, content);
      } else {
        Path beside = new Path(file.getParent(), UNFINISHED + UUID.randomUUID());
        write(beside, content);
        FileContext.getFileContext(fs.getUri(), conf)
            .rename(beside, file, Options.Rename.OVERWRITE);
      }
    } catch (IOException e) {
      throw failed("write", file, e);
    }
  }

  private void write(Path file, ByteBuffer content) throws IOException {
    byte[] bytes = new byte[content.remaining()];
    content.get(bytes);
    try (FSDataOutputStream out = fs.create(file, true)) {
      out.write(bytes);
    }
  }

  /**
   * @throws UncheckedIOException when storage fails
   * @throws ZarrException when the object is longer than any chunk may be
   */
  @Override
  public Optional<byte[]> read(String path) {
    Path file = file(path);
    try {
      FileStatus status = fs.getFileStatus(file);
      if (status.getLen() > LONGEST) {
        throw new ZarrException(
            "Cannot read %s: it has %s bytes, and at most %s are read (it is no object of a store)"
                .formatted(file, status.getLen(), LONGEST));
      }
      return status.isDirectory() ? Optional.empty() : Optional.of(content(status));
    } catch (FileNotFoundException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw failed("read", file, e);
    }
  }

  /** With the status in hand an object store is not asked for the length once more. */
  private byte[] content(FileStatus status) throws IOException {
    byte[] content = new byte[(int) status.getLen()];
    try (FSDataInputStream in =
        fs.openFile(status.getPath())
            .withFileStatus(status)
            .opt("fs.option.openfile.read.policy", "whole-file")
            .build()
            .get()) {
      in.readFully(content);
      return content;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
    }
  }

  /**
   * @throws UncheckedIOException when storage fails
   */
  @Override
  public Stream<Entry> list(String prefix) {
    List<Entry> found = new ArrayList<>();
    int skip = root.toUri().getPath().length() + (root.isRoot() ? 0 : 1);
    try {
      RemoteIterator<LocatedFileStatus> all = fs.listFiles(root, true);
      while (all.hasNext()) {
        LocatedFileStatus file = all.next();
        String path = file.getPath().toUri().getPath().substring(skip);
        if (path.startsWith(prefix) && !file.getPath().getName().startsWith(UNFINISHED)) {
          found.add(new Entry(path, file.getLen()));
        }
      }
    } catch (FileNotFoundException e) {
      return Stream.empty();
    } catch (IOException e) {
      throw failed("list", root, e);
    }
    return found.stream().sorted(Comparator.comparing(Entry::path));
  }

  private Path file(String path) {
    if (path.isEmpty()
        || Stream.of(path.split("/", -1)).anyMatch(Set.of("", ".", "..")::contains)) {
      throw new ZarrException(
          "Cannot reach '%s': it is no path below %s (name an object of the store)"
              .formatted(path, root));
    }
    // Not by the constructor of two texts, which takes a colon for a scheme.
    return new Path(root, new Path(null, null, path));
  }

  private static UncheckedIOException failed(String verb, Path file, IOException e) {
    return new UncheckedIOException(
        "Cannot %s %s: %s (look whether storage can be reached)"
            .formatted(verb, file, e.getMessage()),
        e);
  }
}

package org.novacat.spectral.spark;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.RawLocalFileSystem;

/** Local files under the scheme {@code counting}; it keeps the names of those that are opened. */
public final class CountingFileSystem extends RawLocalFileSystem {
  private static final Queue<String> OPENED = new ConcurrentLinkedQueue<>();

  /** A local path under this scheme. */
  static String path(Path local) {
    return "counting://" + local.toAbsolutePath();
  }

  /** What was opened in a store since the last call, in order, without metadata and index. */
  static List<String> takeChunks(Path store) {
    List<String> chunks = takeAll(store).filter(p -> p.matches(".*/[0-9.]+")).sorted().toList();
    OPENED.clear();
    return chunks;
  }

  /** How often the index of a store was opened since the last call. */
  static long takeIndexes(Path store) {
    long opened = takeAll(store).filter("index.parquet"::equals).count();
    OPENED.clear();
    return opened;
  }

  private static Stream<String> takeAll(Path store) {
    String root = store.toAbsolutePath() + "/";
    return OPENED.stream().filter(p -> p.startsWith(root)).map(p -> p.substring(root.length()));
  }

  @Override
  public URI getUri() {
    return URI.create("counting:///");
  }

  @Override
  public String getScheme() {
    return "counting";
  }

  @Override
  public FSDataInputStream open(org.apache.hadoop.fs.Path path, int bufferSize) throws IOException {
    FSDataInputStream opened = super.open(path, bufferSize);
    OPENED.add(path.toUri().getPath());
    return opened;
  }
}

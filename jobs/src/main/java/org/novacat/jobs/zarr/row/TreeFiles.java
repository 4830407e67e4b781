package org.novacat.jobs.zarr.row;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.stream.Stream;
import org.novacat.persistence.tree.Tree;
import org.novacat.zarr.ZarrFiles;

/** The objects of a Zarr store in a tree of a bucket or folder. */
public record TreeFiles(Tree tree) implements ZarrFiles {
  @Override
  public void put(String path, ByteBuffer content) {
    tree.put(path, content);
  }

  @Override
  public Optional<byte[]> read(String path) {
    return tree.read(path);
  }

  @Override
  public Stream<Entry> list(String prefix) {
    return tree.list(prefix).map(object -> new Entry(object.path(), object.length()));
  }
}

package org.novacat.jobs.zarr;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.cli.UserError;
import org.novacat.jobs.run.StoreOptions;
import org.novacat.jobs.zarr.row.TreeFiles;
import org.novacat.persistence.tree.Tree;
import org.novacat.persistence.tree.TreeLocation;
import org.novacat.spectral.CurrentVersion;
import org.novacat.zarr.FolderFiles;
import org.novacat.zarr.ZarrFiles;

/**
 * The files of a store that a user names, made by novacat or by others. Of a dataset in versions it
 * is the current one.
 *
 * @param name of its folder
 */
record StoreFiles(ZarrFiles files, String name, @Nullable Tree tree) implements AutoCloseable {
  /**
   * Opens it.
   *
   * @throws UserError when there is no such folder
   */
  static StoreFiles open(StoreOptions options, String named) {
    TreeLocation dataset = options.tree(named);
    return dataset.isOnS3() ? onS3(dataset) : inFolder(dataset.folder());
  }

  private static StoreFiles inFolder(Path dataset) {
    Path pointer = Path.of(CurrentVersion.path(dataset.toString()));
    Path folder = dataset;
    try {
      if (Files.exists(pointer)) {
        byte[] content = Files.readAllBytes(pointer);
        folder =
            Path.of(CurrentVersion.parse(pointer.toString(), content).resolve(dataset.toString()));
      }
    } catch (IOException e) {
      throw new UserError(
          "Cannot read '%s': %s (see whether it may be read)".formatted(pointer, e));
    }
    if (!Files.isDirectory(folder)) {
      throw new UserError(
          "Cannot read store '%s': there is no such folder (name that of a Zarr store)"
              .formatted(folder));
    }
    return new StoreFiles(new FolderFiles(folder), folder.getFileName().toString(), null);
  }

  private static StoreFiles onS3(TreeLocation dataset) {
    TreeLocation pointer = dataset.sibling(CurrentVersion.path(dataset.name()));
    TreeLocation store = dataset;
    try (Tree beside = Tree.open(dataset)) {
      Optional<byte[]> content = beside.readBeside(pointer.name());
      if (content.isPresent()) {
        CurrentVersion current = CurrentVersion.parse(pointer.toString(), content.get());
        store = new TreeLocation(dataset.bucket(), current.resolve(dataset.path()));
      }
    }
    Tree tree = Tree.open(store);
    try (Stream<Tree.Entry> all = tree.list("")) {
      if (all.findAny().isEmpty()) {
        tree.close();
        throw new UserError(
            "Cannot read store '%s': nothing is there (name the folder of a Zarr store)"
                .formatted(store));
      }
    }
    return new StoreFiles(new TreeFiles(tree), store.name(), tree);
  }

  @Override
  public void close() {
    if (tree != null) {
      tree.close();
    }
  }
}

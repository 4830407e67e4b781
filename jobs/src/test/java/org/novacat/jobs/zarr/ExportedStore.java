package org.novacat.jobs.zarr;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.novacat.layouts.id.ContentHash;
import org.novacat.zarr.FolderFiles;
import org.novacat.zarr.ZarrArray;
import org.novacat.zarr.ZarrReader;

/** A store in a folder, as a test looks at it. */
record ExportedStore(Path folder, ZarrReader reader) {
  static ExportedStore in(Path folder) {
    return new ExportedStore(folder, ZarrReader.open(new FolderFiles(folder)));
  }

  List<String> texts(String array) {
    return array(array).allStrings();
  }

  double[] numbers(String array) {
    return array(array).allDoubles();
  }

  ZarrArray array(String path) {
    return reader.array(path).orElseThrow();
  }

  /** A row of an array of one row of chunks. */
  double[] row(String path, int row) {
    ZarrArray array = array(path);
    int width = (int) (long) array.spec().shape().get(1);
    double[] all = array.doubles(0, 0);
    return Arrays.copyOfRange(all, row * width, (row + 1) * width);
  }

  /** The rows of a spectrum, by the id of its product. */
  List<Integer> rowsOf(String product) {
    List<String> products = texts("metadata/data_product_id");
    List<Integer> rows = new ArrayList<>();
    for (int i = 0; i < products.size(); i++) {
      if (products.get(i).equals(product)) {
        rows.add(i);
      }
    }
    return rows;
  }

  /** Hashes of all files, by path. */
  SortedMap<String, ContentHash> hashes() {
    SortedMap<String, ContentHash> hashes = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        hashes.put(folder.relativize(file).toString(), ContentHash.of(Files.readAllBytes(file)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return hashes;
  }
}

package org.novacat.jobs.zarr;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.testing.Python;
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

  /** All numbers of an array of two dimensions, row by row. */
  double[] table(String path) {
    ZarrArray array = array(path);
    int rows = (int) (long) array.spec().shape().get(0);
    int columns = (int) (long) array.spec().shape().get(1);
    int height = array.spec().chunks().get(0);
    int width = array.spec().chunks().get(1);
    double[] all = new double[rows * columns];
    for (int top = 0; top < rows; top += height) {
      for (int left = 0; left < columns; left += width) {
        double[] chunk = array.doubles(top / height, left / width);
        for (int row = 0; row < Math.min(height, rows - top); row++) {
          int count = Math.min(width, columns - left);
          System.arraycopy(chunk, row * width, all, (top + row) * columns + left, count);
        }
      }
    }
    return all;
  }

  /** A row of an array. */
  double[] row(String path, int row) {
    int width = (int) (long) array(path).spec().shape().get(1);
    return Arrays.copyOfRange(table(path), row * width, (row + 1) * width);
  }

  /** Hash of the values of an array: of texts a line each, of numbers as doubles. */
  String hash(String path) {
    ZarrArray array = array(path);
    if (array.spec().dtype().isText()) {
      return ContentHash.of(String.join("\n", array.allStrings()).getBytes(UTF_8)).hex();
    }
    double[] values = array.spec().shape().size() == 1 ? array.allDoubles() : table(path);
    ByteBuffer bytes = ByteBuffer.allocate(values.length * 8).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asDoubleBuffer().put(values);
    return ContentHash.of(bytes.array()).hex();
  }

  /** Asks zarr-python, which opens it by its consolidated metadata and without, for all hashes. */
  void assertPythonReadsTheSame(Path temporary) {
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      for (String path : new TreeSet<>(reader.arrayPaths())) {
        expected.add(path + " " + hash(path));
      }
    }
    String read =
        Python.with(
            "zarr",
            "python3-zarr",
            temporary,
            ExportedStore.class,
            "zarr_hashes.py",
            "",
            List.of(folder.toString()));
    assertThat(read.lines()).containsExactlyElementsOf(expected);
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

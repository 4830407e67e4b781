package org.novacat.persistence.tree;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.novacat.persistence.store.Content;

/** Small trees whose every object says which run made it. */
final class Trees {
  static final TreeForm FORM = TreeForm.ZARR_2;

  private Trees() {}

  static Publisher publisher(String run) {
    return new Publisher(run, other -> false, Clock.systemUTC());
  }

  /** Writes the draft of a run, and gives the lengths of its objects. */
  static SortedMap<String, Long> write(Tree draft, String run) {
    for (String path :
        new String[] {".zattrs", ".zgroup", ".zmetadata", "a/.zarray", "a/0.0", "b/0"}) {
      String text = path.equals(".zgroup") ? "{\"zarr_format\": 2}" : run + " " + path;
      draft.put(path, Content.of(text.getBytes(UTF_8)));
    }
    return lengths(draft);
  }

  static SortedMap<String, Long> lengths(Tree tree) {
    SortedMap<String, Long> lengths = new TreeMap<>();
    try (Stream<Tree.Entry> all = tree.list("")) {
      all.forEach(object -> lengths.put(object.path(), object.length()));
    }
    return lengths;
  }

  /** Whose tree is there: "" when none is visible, the run when all of it is. */
  static String visible(Tree target) {
    byte[] marker = target.read(FORM.marker()).orElse(new byte[0]);
    boolean summary = target.read(FORM.summary()).isPresent();
    if (!new String(marker, UTF_8).startsWith("{") && !summary) {
      return "";
    }
    SortedMap<String, Long> lengths = lengths(target);
    String run = "";
    for (String path : new String[] {".zattrs", ".zmetadata", "a/.zarray", "a/0.0", "b/0"}) {
      String text = new String(target.read(path).orElse(new byte[0]), UTF_8);
      if (!text.endsWith(" " + path) || (!run.isEmpty() && !text.startsWith(run + " "))) {
        throw new AssertionError(
            "partial or mixed: " + lengths + ", " + path + " is '" + text + "'");
      }
      run = text.substring(0, text.indexOf(' '));
    }
    return run;
  }
}

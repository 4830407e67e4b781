package org.novacat.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LongDocumentTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 1000})
  void bytes_areThoseOfTheWholeDocument(int entries) throws IOException {
    List<String> names = new ArrayList<>();
    ObjectNode whole = head();
    ArrayNode array = whole.putArray("candidates");
    for (int i = 0; i < entries; i++) {
      names.add("'\u03b1 \ud83d\udd2d\n" + i);
      array.add(described(names.get(i)));
    }

    LongDocument<String> document =
        new LongDocument<>(head(), "candidates", names, LongDocumentTest::described);

    byte[] expected = Json.document(whole);
    assertThat(document.length()).isEqualTo(expected.length);
    try (InputStream first = document.open();
        InputStream second = document.open()) {
      assertThat(first.readAllBytes()).isEqualTo(expected);
      assertThat(second.readAllBytes()).as("opened again").isEqualTo(expected);
    }
  }

  @Test
  void entries_areTakenAsTheyAreRead() throws IOException {
    List<String> taken = new ArrayList<>();
    Iterable<String> entries =
        () -> {
          Iterator<String> all = List.of("a", "b", "c").iterator();
          return new Iterator<>() {
            @Override
            public boolean hasNext() {
              return all.hasNext();
            }

            @Override
            public String next() {
              taken.add("one more");
              return all.next();
            }
          };
        };

    try (InputStream in =
        new LongDocument<>(head(), "all", entries, LongDocumentTest::described).open()) {
      assertThat(in.read()).isEqualTo('{');
      assertThat(taken).hasSize(1);
      in.readAllBytes();
      assertThat(taken).hasSize(3);
    }
  }

  private static ObjectNode head() {
    return Json.object().put("workflow", "register_raw_files").putNull("nothing");
  }

  private static ObjectNode described(String name) {
    return Json.object().put("where", name).putNull("product_key").put("bytes", 3);
  }
}

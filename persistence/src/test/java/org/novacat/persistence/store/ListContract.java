package org.novacat.persistence.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.novacat.persistence.store.Samples.KEY;
import static org.novacat.persistence.store.Samples.content;
import static org.novacat.persistence.store.Samples.keys;
import static org.novacat.persistence.store.Samples.text;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novacat.layouts.key.ObjectKey;

/** What listing does: order, prefixes, names, others at work. */
interface ListContract {
  /** An empty store, the same throughout one test. */
  ObjectStore store();

  @Test
  default void list_isInKeyOrderAndComplete() {
    List<String> names =
        List.of(
            "a-b", "a.b/c", "a/b", "a/b-c/d", "a/b.c", "a0", "a/b0/c", "b", "é", "z/ü", "\uFB01");
    requireInOrder(names);
  }

  /** Of their UTF-16, as Java compares texts, they would be in the other order. */
  @Test
  default void list_ofCharactersBeyondTheBasicPlane_isInKeyOrder() {
    requireInOrder(List.of("\uD83D\uDE00", "\uFB01"));
  }

  private void requireInOrder(List<String> names) {
    names.forEach(name -> store().put(ObjectKey.of(name), content(name)));

    List<String> listed = keys(store(), "");

    TreeSet<ObjectKey> expected = new TreeSet<>();
    names.forEach(name -> expected.add(ObjectKey.of(name)));
    assertThat(listed).containsExactlyElementsOf(expected.stream().map(ObjectKey::value).toList());
  }

  @Test
  default void list_tellsKeyLengthAndWhenItWasWritten() {
    Instant before = Instant.now();
    store().put(KEY, content("12345"));

    try (Stream<ListedObject> objects = store().list("")) {
      ListedObject listed = objects.findFirst().orElseThrow();
      assertThat(listed.key()).isEqualTo(KEY);
      assertThat(listed.length()).isEqualTo(5);
      assertThat(Duration.between(before, listed.lastModified()).abs())
          .isLessThan(Duration.ofMinutes(1));
    }
  }

  @Test
  default void list_byPrefix_givesWhatBeginsSo() {
    Stream.of("raw/a/1", "raw/a/2", "raw/ab/1", "raw/b/1", "rawer/1", "derived/a/1")
        .forEach(name -> store().put(ObjectKey.of(name), content(name)));

    assertThat(keys(store(), "raw/")).containsExactly("raw/a/1", "raw/a/2", "raw/ab/1", "raw/b/1");
    assertThat(keys(store(), "raw/a")).containsExactly("raw/a/1", "raw/a/2", "raw/ab/1");
    assertThat(keys(store(), "raw/a/")).containsExactly("raw/a/1", "raw/a/2");
    assertThat(keys(store(), "raw")).hasSize(5).contains("rawer/1");
    assertThat(keys(store(), "raw/a/2")).containsExactly("raw/a/2");
    assertThat(keys(store(), "nothing/")).isEmpty();
    assertThat(keys(store(), "raw/a/1/")).isEmpty();
  }

  @Test
  default void list_hidesNothing() {
    Stream.of("_SUCCESS", ".hidden/x", "a/_temporary/0/part", "a/.crc", "tmp/a.tmp")
        .forEach(name -> store().put(ObjectKey.of(name), content(name)));

    assertThat(keys(store(), ""))
        .containsExactly(".hidden/x", "_SUCCESS", "a/.crc", "a/_temporary/0/part", "tmp/a.tmp");
    assertThat(keys(store(), ".")).containsExactly(".hidden/x");
    assertThat(keys(store(), "a/_")).containsExactly("a/_temporary/0/part");
  }

  @Test
  default void list_belowWhatNoKeyBeginsWith_isRefused() {
    for (String prefix : List.of("/", "../", "a//", "a/../", "~")) {
      assertThatThrownBy(() -> store().list(prefix))
          .as(prefix)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  default void list_ofManyKeys_isLazyAndInOrder() {
    IntStream.range(0, manyKeys())
        .parallel()
        .forEach(
            i ->
                store()
                    .put(
                        ObjectKey.of(String.format(Locale.ROOT, "many/%05d", i)),
                        Content.of(new byte[0])));

    try (Stream<ListedObject> objects = store().list("many/")) {
      Iterator<ListedObject> iterator = objects.iterator();
      for (int i = 0; i < manyKeys(); i++) {
        assertThat(iterator.next().key().value())
            .isEqualTo(String.format(Locale.ROOT, "many/%05d", i));
      }
      assertThat(iterator.hasNext()).isFalse();
    }
  }

  @Test
  default void list_whileOthersWriteAndDelete_keepsWhatStays() throws Exception {
    IntStream.range(0, 200)
        .forEach(
            i ->
                store()
                    .put(ObjectKey.of(String.format(Locale.ROOT, "d%03d/stays", i)), content("x")));

    List<List<String>> results =
        Race.run(
            2,
            who -> {
              if (who == 1) {
                return Stream.generate(() -> keys(store(), ""))
                    .limit(5)
                    .flatMap(List::stream)
                    .toList();
              }
              for (int i = 0; i < 200; i++) {
                ObjectKey passing = ObjectKey.of(String.format(Locale.ROOT, "d%03d/goes", i));
                store().put(passing, content("y"));
                store().delete(passing);
              }
              return List.of();
            });

    assertThat(results.get(1).stream().filter(k -> k.endsWith("stays"))).hasSize(5 * 200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "quarantine/2026-02-21T20:45:10Z/object.fits",
        "raw/été/ν Sco/𝛼.fits",
        "raw/with space/a+b=c&d;e,f$g@h!i'j(k)*.fits",
        "_x/_y",
        ".a/.b",
        "...",
        "a:b:c",
        "-rf",
        "CON"
      })
  default void unusualKey_isAKeyLikeAnyOther(String name) {
    ObjectKey key = ObjectKey.of(name);

    store().createIfAbsent(key, content(name));

    assertThat(text(store(), key)).isEqualTo(name);
    assertThat(keys(store(), name)).containsExactly(name);
    assertThat(keys(store(), "")).containsExactly(name);
    store().delete(key);
    assertThat(keys(store(), "")).isEmpty();
  }

  @Test
  default void namesThatDifferInCase_areTwoObjects() {
    store().put(ObjectKey.of("Nova"), content("upper"));
    store().put(ObjectKey.of("nova"), content("lower"));

    assertThat(text(store(), ObjectKey.of("Nova"))).isEqualTo("upper");
    assertThat(text(store(), ObjectKey.of("nova"))).isEqualTo("lower");
    assertThat(keys(store(), "")).containsExactly("Nova", "nova");
  }

  /** How many keys a listing is tried with. */
  int manyKeys();
}

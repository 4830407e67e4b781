package org.novacat.persistence.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.novacat.persistence.store.Samples.KEY;
import static org.novacat.persistence.store.Samples.MANY;
import static org.novacat.persistence.store.Samples.content;
import static org.novacat.persistence.store.Samples.keys;
import static org.novacat.persistence.store.Samples.noise;
import static org.novacat.persistence.store.Samples.text;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.novacat.layouts.key.ObjectKey;

/** What copying, reading in part, and deleting under a condition or in numbers do. */
interface CopyContract {
  ObjectKey COPY = ObjectKey.of("copy/of/object");

  /** An empty store, the same throughout one test. */
  ObjectStore store();

  @Test
  default void readRange_isThosePartsOfTheObject() {
    byte[] bytes = noise(100_000);
    store().put(KEY, Content.of(bytes.clone()));

    assertThat(store().readRange(KEY, 0, 10)).isEqualTo(part(bytes, 0, 10));
    assertThat(store().readRange(KEY, 77_777, 1_000)).isEqualTo(part(bytes, 77_777, 78_777));
    assertThat(store().readRange(KEY, 0, 100_000)).isEqualTo(bytes);
  }

  @Test
  default void readRange_overTheEnd_isShorterAndBehindItEmpty() {
    store().put(KEY, content("12345"));

    assertThat(store().readRange(KEY, 3, 10)).hasSize(2);
    assertThat(store().readRange(KEY, 5, 10)).isEmpty();
    assertThat(store().readRange(KEY, 500, 10)).isEmpty();
    assertThat(store().readRange(KEY, 2, 0)).isEmpty();
  }

  @Test
  default void readRange_ofNothing_saysWhich() {
    assertThatThrownBy(() -> store().readRange(KEY, 0, 1))
        .isInstanceOf(ObjectMissing.class)
        .hasMessageContaining(KEY.value());
  }

  @Test
  default void copyIfAbsent_toAFreeKey_copies() {
    byte[] bytes = noise(50_000);
    ETag etag = store().put(KEY, Content.of(bytes.clone())).etag();

    Optional<ObjectInfo> copy = store().copyIfAbsent(KEY, etag, COPY);

    assertThat(copy).isPresent().isEqualTo(store().head(COPY));
    assertThat(store().read(COPY, MANY)).isEqualTo(bytes);
    assertThat(store().read(KEY, MANY)).isEqualTo(bytes);
  }

  @Test
  default void copyIfAbsent_ofZeroBytes_copies() {
    ETag etag = store().put(KEY, Content.of(new byte[0])).etag();

    assertThat(store().copyIfAbsent(KEY, etag, COPY)).isPresent();
    assertThat(store().read(COPY, 0)).isEmpty();
  }

  @Test
  default void copyIfAbsent_toATakenKey_leavesIt() {
    ETag etag = store().put(KEY, content("mine")).etag();
    store().put(COPY, content("theirs"));

    assertThat(store().copyIfAbsent(KEY, etag, COPY)).isEmpty();
    assertThat(text(store(), COPY)).isEqualTo("theirs");
  }

  @Test
  default void copyIfAbsent_ofAnotherVersionOrNone_isRefusedAndCopiesNothing() {
    ETag old = store().put(KEY, content("one")).etag();
    store().put(KEY, content("two"));

    assertThatThrownBy(() -> store().copyIfAbsent(KEY, old, COPY))
        .isInstanceOf(ObjectMissing.class);
    assertThatThrownBy(() -> store().copyIfAbsent(ObjectKey.of("none"), old, COPY))
        .isInstanceOf(ObjectMissing.class);
    assertThat(store().head(COPY)).isEmpty();
  }

  @Test
  default void copyIfAbsent_byManyAtOnce_hasOneWinner() throws Exception {
    ETag etag = store().put(KEY, content("x")).etag();
    for (int round = 0; round < 10; round++) {
      ObjectKey to = ObjectKey.of("race/" + round);

      List<Boolean> won = Race.run(6, who -> store().copyIfAbsent(KEY, etag, to).isPresent());

      assertThat(won.stream().filter(w -> w)).as("winners of round %d", round).hasSize(1);
    }
  }

  @Test
  default void deleteIfMatch_ofTheVersionThatIsThere_removesIt() {
    ETag etag = store().put(KEY, content("x")).etag();

    assertThat(store().deleteIfMatch(KEY, etag)).isTrue();
    assertThat(store().head(KEY)).isEmpty();
  }

  @Test
  default void deleteIfMatch_ofAnOldVersion_leavesTheNewOne() {
    ETag old = store().put(KEY, content("one")).etag();
    store().put(KEY, content("two"));

    assertThat(store().deleteIfMatch(KEY, old)).isFalse();
    assertThat(text(store(), KEY)).isEqualTo("two");
  }

  @Test
  default void deleteIfMatch_ofNothing_isAsGood() {
    ETag etag = store().put(KEY, content("x")).etag();
    store().delete(KEY);

    assertThat(store().deleteIfMatch(KEY, etag)).isTrue();
  }

  @Test
  default void deleteAll_removesTheseAndNoOthers() {
    List<ObjectKey> keys = IntStream.range(0, 30).mapToObj(i -> ObjectKey.of("d/" + i)).toList();
    keys.forEach(key -> store().put(key, content("x")));
    store().put(KEY, content("stays"));

    store().deleteAll(Stream.concat(keys.stream(), Stream.of(ObjectKey.of("none"))).toList());
    store().deleteAll(List.of());

    assertThat(keys(store(), "")).containsExactly(KEY.value());
  }

  private static byte[] part(byte[] bytes, int from, int to) {
    return java.util.Arrays.copyOfRange(bytes, from, to);
  }
}

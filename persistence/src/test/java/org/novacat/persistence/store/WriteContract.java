package org.novacat.persistence.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.novacat.persistence.store.Samples.KEY;
import static org.novacat.persistence.store.Samples.MANY;
import static org.novacat.persistence.store.Samples.content;
import static org.novacat.persistence.store.Samples.keys;
import static org.novacat.persistence.store.Samples.text;
import static org.novacat.persistence.store.Samples.version;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novacat.layouts.key.ObjectKey;

/** What writing does when content fails or others read, and what deleting does. */
interface WriteContract {
  /** An empty store, the same throughout one test. */
  ObjectStore store();

  @Test
  default void readersDuringWrites_seeWholeVersionsOnly() throws Exception {
    store().put(KEY, Content.of(version(0)));
    AtomicBoolean done = new AtomicBoolean();
    var seen = ConcurrentHashMap.<Integer>newKeySet();

    Race.run(
        3,
        who -> {
          if (who == 0) {
            IntStream.range(1, 50).forEach(i -> store().put(KEY, Content.of(version(i))));
            done.set(true);
          }
          while (!done.get()) {
            byte[] bytes = store().read(KEY, MANY);
            assertThat(bytes).isEqualTo(version(bytes[0]));
            seen.add((int) bytes[0]);
          }
          return who;
        });

    assertThat(seen).isNotEmpty();
  }

  @Test
  default void delete_removesTheObject() {
    store().put(KEY, content("x"));

    store().delete(KEY);

    assertThat(store().head(KEY)).isEmpty();
    assertThat(keys(store(), "")).isEmpty();
  }

  @Test
  default void delete_ofNothingOrTwice_isAsGood() {
    store().delete(KEY);
    store().put(KEY, content("x"));
    store().delete(KEY);
    store().delete(KEY);

    assertThat(store().head(KEY)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 6})
  default void contentOfAnotherLengthThanItSays_isRefusedAndNothingIsStored(int length) {
    Content liar = Content.of(length, () -> Content.of("12345".getBytes(UTF_8)).open());

    for (Callable<?> writing : writings(liar)) {
      assertThatThrownBy(writing::call)
          .isInstanceOf(ContentBroken.class)
          .hasMessageContainingAll(
              "Cannot write object 'raw/nova/object.fits'", "5 bytes", "says " + length);
    }
    assertThat(keys(store(), "")).containsExactly("there");
  }

  @Test
  default void contentThatCannotBeRead_isRefusedAndNothingIsStored() {
    Content broken =
        Content.of(
            10,
            () ->
                new SequenceInputStream(new ByteArrayInputStream(new byte[5]), new PulledCable()));

    for (Callable<?> writing : writings(broken)) {
      assertThatThrownBy(writing::call)
          .isInstanceOf(ContentBroken.class)
          .hasMessageContainingAll(KEY.value(), "the cable was pulled");
    }
    assertThat(keys(store(), "")).containsExactly("there");
  }

  @Test
  default void contentThatFailsInAReplacement_leavesTheOldObject() {
    ETag etag = store().put(KEY, content("old")).etag();
    Content liar = Content.of(6, () -> Content.of("12345".getBytes(UTF_8)).open());

    assertThatThrownBy(() -> store().put(KEY, liar)).isInstanceOf(ContentBroken.class);
    assertThatThrownBy(() -> store().replaceIfMatch(KEY, liar, etag))
        .isInstanceOf(ContentBroken.class);

    assertThat(text(store(), KEY)).isEqualTo("old");
  }

  @Test
  default void removeLeftovers_removesNoObject() {
    store().put(KEY, content("x"));

    store().removeLeftovers(Duration.ZERO);

    assertThat(text(store(), KEY)).isEqualTo("x");
  }

  @Test
  default void removeLeftovers_leavesWritersAtWorkAlone() throws Exception {
    List<Integer> removed =
        Race.run(
            4,
            who -> {
              int sum = 0;
              for (int n = 0; n < 200; n++) {
                if (who == 0) {
                  sum += store().removeLeftovers(Duration.ofHours(1));
                } else {
                  store().put(ObjectKey.of("at-work/" + who + "/" + n), content("x"));
                }
              }
              return sum;
            });

    assertThat(removed).containsOnly(0);
    assertThat(store().list("at-work/")).hasSize(600);
  }

  private List<Callable<?>> writings(Content content) {
    ETag etag = store().put(ObjectKey.of("there"), content("there")).etag();
    return List.of(
        () -> store().put(KEY, content),
        () -> store().createIfAbsent(KEY, content),
        () -> store().replaceIfMatch(KEY, content, etag));
  }

  /** A source that fails whenever it is read. */
  final class PulledCable extends InputStream {
    @Override
    public int read() throws IOException {
      throw new IOException("the cable was pulled");
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      return read();
    }
  }
}

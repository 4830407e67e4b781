package org.novacat.persistence.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.novacat.persistence.store.Samples.KEY;
import static org.novacat.persistence.store.Samples.content;
import static org.novacat.persistence.store.Samples.keys;
import static org.novacat.persistence.store.Samples.noise;
import static org.novacat.persistence.store.Samples.streamed;
import static org.novacat.persistence.store.Samples.text;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.key.LayoutKey;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.layouts.novacat.NovaCatKeys;
import org.novacat.persistence.store.ConditionalPut.Refused;
import org.novacat.persistence.store.ConditionalPut.Stored;

/** What writing does when nobody knows beforehand how long the content is. */
interface StreamContract {
  /** One part of an upload to S3. */
  int PART = 16 << 20;

  /** An empty store, the same throughout one test. */
  ObjectStore store();

  @ParameterizedTest
  @ValueSource(ints = {0, 5, 100_000, PART, PART + 1, 2 * PART})
  default void streamedContent_isStoredAsTheSameBytesOfKnownLengthAre(int length) {
    byte[] bytes = noise(length);

    WrittenObject written = store().put(KEY, streamed(bytes));

    assertThat(written.length()).isEqualTo(length);
    assertThat(written.sha256()).isEqualTo(ContentHash.of(bytes));
    assertThat(store().head(KEY)).contains(written.info());
    assertThat(store().read(KEY, length)).isEqualTo(bytes);
    assertThat(store().put(ObjectKey.of("other"), Content.of(bytes.clone())).etag())
        .isEqualTo(written.etag());
  }

  @Test
  default void streamedContent_isWrittenUnderTheSameConditions() {
    ConditionalPut made = store().createIfAbsent(KEY, streamed("one".getBytes(UTF_8)));
    ETag one = ((Stored) made).object().etag();

    ConditionalPut late = store().createIfAbsent(KEY, streamed("late".getBytes(UTF_8)));
    ConditionalPut two = store().replaceIfMatch(KEY, streamed("two".getBytes(UTF_8)), one);
    ConditionalPut old = store().replaceIfMatch(KEY, streamed("old".getBytes(UTF_8)), one);

    assertThat(late).isInstanceOf(Refused.class);
    assertThat(((Refused) late).there()).isEqualTo(((Stored) made).object().info());
    assertThat(two).isInstanceOf(Stored.class);
    assertThat(old).isEqualTo(new Refused(((Stored) two).object().info()));
    assertThat(text(store(), KEY)).isEqualTo("two");
  }

  @Test
  default void longStreamedContent_whoseConditionDoesNotHold_isRefused() {
    WrittenObject there = store().put(KEY, content("theirs"));
    Content ours = streamed(noise(PART + 1));

    assertThat(store().createIfAbsent(KEY, ours)).isEqualTo(new Refused(there.info()));
    assertThat(store().replaceIfMatch(KEY, ours, new ETag("old")))
        .isEqualTo(new Refused(there.info()));

    assertThat(text(store(), KEY)).isEqualTo("theirs");
    assertThat(store().removeLeftovers(Duration.ofSeconds(-5))).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {5, PART + 5})
  default void writerThatFails_leavesNothingAndIsTold(int before) {
    Content broken =
        Content.streamed(
            out -> {
              out.write(noise(before));
              throw new IOException("the cable was pulled");
            });
    Content mistaken =
        Content.streamed(
            out -> {
              out.write(noise(before));
              throw new IllegalStateException("a mistake of the writer");
            });
    ETag etag = store().put(ObjectKey.of("there"), content("there")).etag();

    for (Callable<?> writing :
        List.<Callable<?>>of(
            () -> store().put(KEY, broken),
            () -> store().createIfAbsent(KEY, broken),
            () -> store().replaceIfMatch(ObjectKey.of("there"), broken, etag))) {
      assertThatThrownBy(writing::call)
          .isInstanceOf(ContentBroken.class)
          .hasMessageContainingAll("Cannot write object", "the cable was pulled");
    }
    assertThatThrownBy(() -> store().put(KEY, mistaken))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a mistake of the writer");
    assertThat(keys(store(), "")).containsExactly("there");
    assertThat(text(store(), ObjectKey.of("there"))).isEqualTo("there");
    assertThat(store().removeLeftovers(Duration.ofSeconds(-5))).isZero();
  }

  @Test
  default void writerThatClosesTheStreamOrWritesBytesOneByOne_isAsGood() {
    Content single =
        Content.streamed(
            out -> {
              for (byte one : "one by one".getBytes(UTF_8)) {
                out.write(one);
              }
              out.flush();
              out.close();
            });

    assertThat(store().put(KEY, single).length()).isEqualTo(10);
    assertThat(text(store(), KEY)).isEqualTo("one by one");
  }

  @Test
  default void archive_takesEqualStreamedBytesThatAreThereAsWritten() {
    AtomicInteger asked = new AtomicInteger();
    byte[] bytes = noise(70_000);
    Content counted =
        Content.streamed(
            out -> {
              asked.incrementAndGet();
              out.write(bytes);
            });
    Archive archive = new Archive(store(), "bucket");
    LayoutKey key = NovaCatKeys.previewPng(Samples.NOVA, Samples.PRODUCT);

    Pointer first = archive.restore(key, counted, null).pointer();
    Pointer again = archive.restore(key, counted, null).pointer();
    WriteResult other = archive.restore(key, streamed(noise(70_001)), null);

    assertThat(again).isEqualTo(first);
    assertThat(first.sha256()).isEqualTo(ContentHash.of(bytes));
    assertThat(other).isInstanceOf(WriteResult.Taken.class);
    assertThat(asked.get()).isBetween(2, 3);
  }
}

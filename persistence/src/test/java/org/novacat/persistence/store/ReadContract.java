package org.novacat.persistence.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.novacat.persistence.store.Samples.KEY;
import static org.novacat.persistence.store.Samples.MANY;
import static org.novacat.persistence.store.Samples.content;
import static org.novacat.persistence.store.Samples.keys;
import static org.novacat.persistence.store.Samples.noise;
import static org.novacat.persistence.store.Samples.text;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.key.ObjectKey;

/** What reading does: whole, in part, as a stream, and of what is not there. */
interface ReadContract {
  /** An empty store, the same throughout one test. */
  ObjectStore store();

  @Test
  default void put_isReadBackByteForByte() {
    byte[] bytes = noise(100_000);

    store().put(KEY, Content.of(bytes.clone()));

    assertThat(store().read(KEY, MANY)).isEqualTo(bytes);
  }

  @Test
  default void put_tellsLengthSha256AndTheETagThatHeadTells() {
    byte[] bytes = noise(70_001);

    WrittenObject written = store().put(KEY, Content.of(bytes.clone()));

    assertThat(written.key()).isEqualTo(KEY);
    assertThat(written.length()).isEqualTo(70_001);
    assertThat(written.sha256()).isEqualTo(ContentHash.of(bytes));
    assertThat(store().head(KEY)).contains(written.info());
  }

  @Test
  default void put_overAnObject_replacesAllOfIt() {
    store().put(KEY, content("a long first version"));

    store().put(KEY, content("second"));

    assertThat(text(store(), KEY)).isEqualTo("second");
  }

  @Test
  default void equalBytesPutTwice_haveTheSameETag() {
    WrittenObject first = store().put(KEY, content("same"));
    WrittenObject again = store().put(KEY, content("same"));
    WrittenObject elsewhere = store().put(ObjectKey.of("other"), content("same"));

    assertThat(again).isEqualTo(first);
    assertThat(elsewhere.etag()).isEqualTo(first.etag());
  }

  @Test
  default void otherBytesOfTheSameLength_haveAnotherETag() {
    WrittenObject first = store().put(KEY, content("one"));
    WrittenObject second = store().put(KEY, content("two"));

    assertThat(second.etag()).isNotEqualTo(first.etag());
  }

  @Test
  default void zeroBytes_areAnObject() throws IOException {
    WrittenObject written = store().put(KEY, Content.of(new byte[0]));

    assertThat(written.length()).isZero();
    assertThat(store().head(KEY)).contains(written.info());
    assertThat(store().read(KEY, 0)).isEmpty();
    try (InputStream in = store().open(KEY)) {
      assertThat(in.read()).isEqualTo(-1);
    }
    assertThat(keys(store(), "")).containsExactly(KEY.value());
  }

  @Test
  default void missingObject_headIsEmpty() {
    assertThat(store().head(KEY)).isEmpty();
  }

  @Test
  default void missingObject_readingSaysWhich() {
    for (Callable<?> reading :
        List.<Callable<?>>of(() -> store().read(KEY, MANY), () -> store().open(KEY))) {
      assertThatThrownBy(reading::call)
          .isInstanceOf(ObjectMissing.class)
          .hasMessageContaining("Cannot read object 'raw/nova/object.fits'");
    }
  }

  @Test
  default void keyBelowOrAboveAnObject_isAnotherKey() {
    store().put(ObjectKey.of("a/b/c"), content("x"));

    assertThat(store().head(ObjectKey.of("a"))).isEmpty();
    assertThat(store().head(ObjectKey.of("a/b"))).isEmpty();
    assertThat(store().head(ObjectKey.of("a/b/c/d"))).isEmpty();
    assertThatThrownBy(() -> store().read(ObjectKey.of("a/b"), MANY))
        .isInstanceOf(ObjectMissing.class);
    store().delete(ObjectKey.of("a/b"));
    store().delete(ObjectKey.of("a/b/c/d"));
    assertThat(keys(store(), "")).containsExactly("a/b/c");
  }

  @Test
  default void read_upToTheLimit_isReadAndOneMoreIsRefused() {
    store().put(KEY, content("12345"));

    assertThat(store().read(KEY, 5)).hasSize(5);
    assertThatThrownBy(() -> store().read(KEY, 4))
        .isInstanceOf(ObjectTooLarge.class)
        .hasMessageContainingAll(KEY.value(), "5 bytes", "limit of 4");
  }

  @Test
  default void open_streamsTheObject() throws IOException {
    byte[] bytes = noise(300_000);
    store().put(KEY, Content.of(bytes.clone()));

    try (InputStream in = store().open(KEY)) {
      assertThat(in.readAllBytes()).isEqualTo(bytes);
    }
  }

  @Test
  default void openStream_seesOneVersionOnly() throws IOException {
    byte[] first = noise(3_000_000);
    store().put(KEY, Content.of(first.clone()));

    try (InputStream in = store().open(KEY)) {
      byte[] head = in.readNBytes(10);
      store().put(KEY, content("another"));
      byte[] rest = in.readAllBytes();

      assertThat(head).isEqualTo(Arrays.copyOf(first, 10));
      assertThat(rest).isEqualTo(Arrays.copyOfRange(first, 10, first.length));
    }
  }
}

package org.novacat.persistence.store;

import static java.nio.charset.StandardCharsets.UTF_8;
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
import org.novacat.layouts.testing.Seeded;

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
    assertThat(store().readRange(KEY, 0, 10)).isEmpty();
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
        List.<Callable<?>>of(
            () -> store().read(KEY, MANY),
            () -> store().readRange(KEY, 0, 1),
            () -> store().open(KEY))) {
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
  default void readRange_givesWhatLiesInTheObject() {
    store().put(KEY, content("0123456789"));

    assertThat(range(0, 4)).isEqualTo("0123");
    assertThat(range(3, 4)).isEqualTo("3456");
    assertThat(range(6, 4)).isEqualTo("6789");
    assertThat(range(0, 10)).isEqualTo("0123456789");
  }

  @Test
  default void readRange_atTheEnds_isCutOrEmpty() {
    store().put(KEY, content("0123456789"));

    assertThat(range(8, 4)).isEqualTo("89");
    assertThat(range(9, 1)).isEqualTo("9");
    assertThat(range(10, 1)).isEmpty();
    assertThat(range(1L << 40, 1)).isEmpty();
    assertThat(range(5, 0)).isEmpty();
    assertThat(range(0, Integer.MAX_VALUE)).isEqualTo("0123456789");
  }

  @Test
  default void readRange_negative_isRefused() {
    store().put(KEY, content("0123456789"));

    assertThatThrownBy(() -> store().readRange(KEY, -1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("offset -1");
    assertThatThrownBy(() -> store().readRange(KEY, 0, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("length -1");
  }

  @Test
  default void readRange_anywhere_isThatPartOfTheWhole() {
    byte[] bytes = noise(5_000);
    store().put(KEY, Content.of(bytes.clone()));

    Seeded.cases(
        50,
        random -> {
          int offset = random.nextInt(6_000);
          int length = random.nextInt(2_000);
          byte[] expected =
              Arrays.copyOfRange(bytes, Math.min(offset, 5_000), Math.min(offset + length, 5_000));
          assertThat(store().readRange(KEY, offset, length)).isEqualTo(expected);
        });
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

  private String range(long offset, int length) {
    return new String(store().readRange(KEY, offset, length), UTF_8);
  }
}

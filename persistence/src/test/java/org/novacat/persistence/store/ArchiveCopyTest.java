package org.novacat.persistence.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.novacat.persistence.store.Samples.KEY;
import static org.novacat.persistence.store.Samples.content;
import static org.novacat.persistence.store.Samples.text;

import org.junit.jupiter.api.Test;
import org.novacat.layouts.key.LayoutKey;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.layouts.novacat.NovaCatKeys;
import org.novacat.layouts.novacat.NovaCatPublic;

class ArchiveCopyTest {
  private final InMemoryObjectStore store = new InMemoryObjectStore();
  private final Archive archive = new Archive(store, "bucket");
  private final LayoutKey to =
      NovaCatPublic.LAYOUT.key(ObjectKey.of("releases/20260101-01234567/index.html"));

  @Test
  void copyToAFreeKey_pointsAtTheCopyWithTheSameHash() {
    Pointer from = put("bytes");

    Pointer copy = archive.copy(from, to).pointer();

    assertThat(copy.key()).isEqualTo(to.key());
    assertThat(copy.sha256()).isEqualTo(from.sha256());
    assertThat(copy.isThat(store.head(to.key()).orElseThrow())).isTrue();
    assertThat(text(store, to.key())).isEqualTo("bytes");
  }

  @Test
  void copyAgain_isAsGoodAsCopied() {
    Pointer from = put("bytes");

    assertThat(archive.copy(from, to)).isEqualTo(archive.copy(from, to));
  }

  @Test
  void copyToAKeyWithOtherBytes_isTakenAndLeavesThem() {
    Pointer from = put("bytes");
    WrittenObject theirs = store.put(to.key(), content("other"));

    assertThat(archive.copy(from, to)).isEqualTo(new WriteResult.Taken(to.key(), theirs.info()));
    assertThat(text(store, to.key())).isEqualTo("other");
  }

  @Test
  void copyOfAVersionThatTheStoreNamesOtherwise_isMadeWhenItsBytesAreThose() {
    Pointer was = put("bytes");
    for (String etag : new String[] {"", "of-another-store"}) {
      Pointer from = new Pointer(was.bucket(), was.key(), was.byteLength(), etag, was.sha256());
      store.delete(to.key());

      assertThat(archive.copy(from, to).pointer().sha256()).isEqualTo(was.sha256());
    }
  }

  @Test
  void copyOfOtherBytesOrOfNothing_isRefusedAndCopiesNothing() {
    Pointer from = put("bytes");

    store.put(KEY, content("changed"));
    assertThatThrownBy(() -> archive.copy(from, to))
        .isInstanceOfSatisfying(
            UnusableObject.class,
            e -> assertThat(e.fault()).isEqualTo(UnusableObject.Fault.CHANGED));
    store.delete(KEY);
    assertThatThrownBy(() -> archive.copy(from, to))
        .isInstanceOfSatisfying(
            UnusableObject.class,
            e -> assertThat(e.fault()).isEqualTo(UnusableObject.Fault.MISSING));

    assertThat(store.head(to.key())).isEmpty();
  }

  @Test
  void copyToAKeyThatIsReplaced_orFromAnotherBucket_isRefused() {
    Pointer from = put("bytes");
    Pointer elsewhere =
        new Pointer("other", from.key(), from.byteLength(), from.etag(), from.sha256());
    LayoutKey derived = NovaCatKeys.previewPng(Samples.NOVA, Samples.PRODUCT);

    assertThatThrownBy(() -> archive.copy(from, derived))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("its rule is DERIVED");
    assertThatThrownBy(() -> archive.copy(elsewhere, to))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is in bucket 'other'");
  }

  private Pointer put(String text) {
    WrittenObject object = store.put(KEY, Content.of(text.getBytes(UTF_8)));
    return new Pointer("bucket", KEY, object.length(), object.etag().toString(), object.sha256());
  }
}

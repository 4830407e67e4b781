package org.novacat.persistence.store.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.persistence.store.Content;
import org.novacat.persistence.store.ContentBroken;
import org.novacat.persistence.store.ETag;
import org.novacat.persistence.store.ListedObject;
import org.novacat.persistence.store.StoreDenied;
import org.novacat.persistence.store.StoreException;
import org.novacat.persistence.store.StoreUnreachable;
import org.novacat.persistence.testing.OtherProcess;

/** What a store in a folder does beyond the contract: files, links, kills, refusals. */
class LocalFolderTest {
  private static final ObjectKey KEY = ObjectKey.of("a/b");
  private static final ETag SOME = new ETag("some");

  @TempDir Path folder;
  private Path bucket;
  private LocalObjectStore store;

  @BeforeEach
  void open() throws IOException {
    bucket = Files.createDirectory(folder.resolve("bucket")).toRealPath();
    store = new LocalObjectStore(bucket);
  }

  @Test
  void object_isAFileAtItsKey() throws IOException {
    store.put(KEY, content("text"));

    assertThat(bucket.resolve("a/b")).hasContent("text");
  }

  @Test
  void fileBroughtByHand_isAnObject() throws IOException {
    Files.createDirectories(bucket.resolve("x"));
    Files.writeString(bucket.resolve("x/y"), "by hand");

    assertThat(keys()).containsExactly("x/y");
    assertThat(store.read(ObjectKey.of("x/y"), 100)).asString(UTF_8).isEqualTo("by hand");
    assertThat(store.head(ObjectKey.of("x/y"))).isPresent();
  }

  @Test
  void fileWithANameNoKeyCanHave_isNoObject() throws IOException {
    Files.writeString(bucket.resolve("draft~"), "an editor's");
    Files.createDirectories(bucket.resolve("empty/folder"));

    assertThat(keys()).isEmpty();
  }

  @Test
  void listing_readsAFolderWhenItGetsThere() {
    store.put(ObjectKey.of("a/1"), content("x"));
    store.put(ObjectKey.of("b/1"), content("x"));

    try (Stream<ListedObject> objects = store.list("")) {
      Iterator<ListedObject> iterator = objects.iterator();
      assertThat(iterator.next().key().value()).isEqualTo("a/1");
      store.put(ObjectKey.of("c/later"), content("x"));
      store.put(ObjectKey.of("b/later"), content("x"));

      assertThat(iterator).toIterable().extracting(o -> o.key().value()).contains("b/later");
    }
  }

  @Test
  void afterAnyEnd_noDraftIsLeft() {
    ETag etag = store.put(KEY, content("1")).etag();
    store.createIfAbsent(KEY, content("2"));
    store.createIfAbsent(ObjectKey.of("c"), content("2"));
    store.replaceIfMatch(KEY, content("3"), SOME);
    store.replaceIfMatch(KEY, content("3"), etag);
    store.replaceIfMatch(ObjectKey.of("missing"), content("3"), SOME);
    Content liar = Content.of(3, content("too long")::open);
    assertThatThrownBy(() -> store.put(KEY, liar)).isInstanceOf(ContentBroken.class);

    assertThat(bucket.resolve("~drafts")).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(strings = {"create", "put", "replace"})
  void killedWriter_leavesNothingThatShows(String how) throws Exception {
    boolean replacing = how.equals("replace");
    if (replacing) {
      store.put(KEY, content("before"));
    }
    OtherProcess writer =
        OtherProcess.start(SlowWriterMain.class, bucket.toString(), how, KEY.value());

    writer.kill();

    assertThat(keys()).isEqualTo(replacing ? List.of("a/b") : List.of());
    store.put(KEY, content("after"));
    assertThat(store.read(KEY, 100)).asString(UTF_8).isEqualTo("after");
    assertThat(store.removeLeftovers(Duration.ofHours(1))).isZero();
    age(bucket.resolve("~drafts"), Duration.ofHours(2));
    assertThat(store.removeLeftovers(Duration.ofHours(1))).isEqualTo(1);
    assertThat(bucket.resolve("~drafts")).isEmptyDirectory();
    assertThat(keys()).containsExactly("a/b");
  }

  @Test
  void symbolicLinkOnTheWay_isNotFollowed() throws IOException {
    Path outside = Files.createDirectory(folder.resolve("outside"));
    Files.writeString(outside.resolve("secret"), "secret");
    Files.createSymbolicLink(bucket.resolve("link"), outside);
    ObjectKey secret = ObjectKey.of("link/secret");

    for (Callable<?> access : accesses(secret)) {
      assertThatThrownBy(access::call)
          .isInstanceOf(StoreDenied.class)
          .hasMessageContainingAll("'link/secret'", "symbolic links");
    }
    for (Callable<?> writing : writings(ObjectKey.of("link/new/deep"))) {
      assertThatThrownBy(writing::call).isInstanceOf(StoreDenied.class);
    }
    assertThat(keys()).isEmpty();
    assertThat(store.list("link/")).isEmpty();
    assertThat(outside).isDirectoryNotContaining(f -> !f.endsWith("secret"));
    assertThat(outside.resolve("secret")).hasContent("secret");
  }

  @Test
  void symbolicLinkAtTheKey_isNotFollowed() throws IOException {
    Path outside = Files.writeString(folder.resolve("secret"), "secret");
    Files.createDirectory(bucket.resolve("a"));
    Files.createSymbolicLink(bucket.resolve("a/b"), outside);

    for (Callable<?> access : accesses(KEY)) {
      assertThatThrownBy(access::call).isInstanceOf(StoreDenied.class);
    }
    assertThat(keys()).isEmpty();
    assertThat(outside).hasContent("secret");
  }

  @Test
  void symbolicLinkToNowhere_endsInARefusal() throws IOException {
    Files.createDirectory(bucket.resolve("a"));
    Files.createSymbolicLink(bucket.resolve("a/b"), folder.resolve("nowhere"));

    assertThatThrownBy(() -> store.createIfAbsent(KEY, content("x")))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("Cannot create object 'a/b'");
    assertThat(folder.resolve("nowhere")).doesNotExist();
  }

  @Test
  void bucketReachedByASymbolicLink_isTheBucket() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("other-disk"), bucket);

    new LocalObjectStore(link).put(KEY, content("x"));

    assertThat(keys()).containsExactly("a/b");
  }

  @Test
  void keyBelowAnObject_cannotBeWritten() {
    store.put(KEY, content("x"));

    for (Callable<?> writing : writings(ObjectKey.of("a/b/c/d"))) {
      assertThatThrownBy(writing::call)
          .isInstanceOf(StoreDenied.class)
          .hasMessageContainingAll("'a/b/c/d'", "'a/b' is an object", "choose another key");
    }
  }

  @Test
  void keyAboveObjects_cannotBeWritten() {
    store.put(KEY, content("x"));

    for (Callable<?> writing : writings(ObjectKey.of("a"))) {
      assertThatThrownBy(writing::call)
          .isInstanceOf(StoreDenied.class)
          .hasMessageContainingAll("'a'", "objects below it", "choose another key");
    }
  }

  @Test
  void nameTooLongForAFile_isRefused() {
    ObjectKey key = ObjectKey.of("a/" + "x".repeat(300));

    assertThatThrownBy(() -> store.put(key, content("x")))
        .isInstanceOf(StoreDenied.class)
        .hasMessageContaining("shorten");
  }

  @Test
  void folderThatNobodyMayWrite_isDenied() {
    Path sealed = Path.of("/sys/kernel");
    assumeTrue(Files.isDirectory(sealed), "this system has no folder that binds root too");
    LocalObjectStore closed = new LocalObjectStore(sealed);

    assertThatThrownBy(() -> closed.put(KEY, content("x")))
        .isInstanceOf(StoreDenied.class)
        .hasMessageContainingAll(
            "Cannot write object 'a/b' in '/sys/kernel'", "choose another store");
    assertThatThrownBy(() -> closed.createIfAbsent(KEY, content("x")))
        .isInstanceOf(StoreDenied.class);
  }

  @Test
  void missingBucket_isRefusedWithTheCure() {
    assertThatThrownBy(() -> new LocalObjectStore(folder.resolve("missing")))
        .isInstanceOf(StoreDenied.class)
        .hasMessageContainingAll("Cannot open store '" + folder, "no such folder", "novacat init");
  }

  @Test
  void bucketThatIsAFile_isRefused() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    assertThatThrownBy(() -> new LocalObjectStore(file))
        .isInstanceOf(StoreDenied.class)
        .hasMessageContainingAll("it is a file", "name a folder");
  }

  @Test
  void bucketThatVanishes_isUnreachableNotEmptyAndNeverMadeAnew() throws IOException {
    Files.delete(bucket);

    for (Callable<?> access : accesses(KEY)) {
      assertThatThrownBy(access::call)
          .isInstanceOf(StoreUnreachable.class)
          .hasMessageContainingAll("'a/b'", "folder is gone");
    }
    assertThatThrownBy(this::keys).isInstanceOf(StoreUnreachable.class);
    assertThat(bucket).doesNotExist();
  }

  @Test
  void lockHeldByAnother_makesReplacingPuttingAndDeletingWaitInVain() throws IOException {
    LocalObjectStore hasty = new LocalObjectStore(bucket, Durability.LATER, Duration.ofMillis(20));
    ETag etag = hasty.put(KEY, content("before")).etag();

    try (ProcessLock lock =
        ProcessLock.tryAcquire(LocalRoot.open(bucket).lockOf(KEY)).orElseThrow()) {
      assertThat(lock).isNotNull();
      for (Callable<?> writing :
          List.<Callable<?>>of(
              () -> hasty.put(KEY, content("after")),
              () -> hasty.replaceIfMatch(KEY, content("after"), etag),
              () -> {
                hasty.delete(KEY);
                return KEY;
              })) {
        assertThatThrownBy(writing::call)
            .isInstanceOf(StoreUnreachable.class)
            .hasMessageContaining("another process has held");
      }
    }
    assertThat(store.read(KEY, 100)).asString(UTF_8).isEqualTo("before");
  }

  private List<Callable<?>> writings(ObjectKey key) {
    return List.of(
        () -> store.put(key, content("x")), () -> store.createIfAbsent(key, content("x")));
  }

  private List<Callable<?>> accesses(ObjectKey key) {
    return List.of(
        () -> store.head(key),
        () -> store.read(key, 100),
        () -> store.open(key),
        () -> store.put(key, content("x")),
        () -> store.createIfAbsent(key, content("x")),
        () -> store.replaceIfMatch(key, content("x"), SOME),
        () -> {
          store.delete(key);
          return key;
        });
  }

  private List<String> keys() {
    try (Stream<ListedObject> objects = store.list("")) {
      return objects.map(o -> o.key().value()).toList();
    }
  }

  private static void age(Path drafts, Duration by) throws IOException {
    try (Stream<Path> files = Files.list(drafts)) {
      for (Path file : files.toList()) {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(by)));
      }
    }
  }

  private static Content.Measured content(String text) {
    return Content.of(text.getBytes(UTF_8));
  }
}

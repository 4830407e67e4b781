package org.novacat.persistence.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.persistence.bucket.ObjectStores;
import org.novacat.persistence.bucket.StoreLocation;

class ObjectStoresTest {
  private static final ObjectKey KEY = ObjectKey.of("k");

  @TempDir Path folder;

  @Test
  void createdStore_isThereToBeOpened() {
    StoreLocation location = StoreLocation.local(folder.resolve("new/bucket"));
    assertThatThrownBy(() -> ObjectStores.open(location)).isInstanceOf(StoreDenied.class);

    try (ObjectStore store = ObjectStores.create(location)) {
      store.put(KEY, Content.of("x".getBytes(UTF_8)));
    }

    try (ObjectStore again = ObjectStores.create(location);
        ObjectStore opened = ObjectStores.open(location)) {
      assertThat(again.head(KEY)).isPresent();
      assertThat(opened.head(KEY)).isPresent();
    }
  }

  @Test
  void pathAndUriOfAFolder_areTheSameLocation() {
    StoreLocation byPath = StoreLocation.parse(folder.resolve("with space").toString());
    StoreLocation byUri = StoreLocation.parse(folder.resolve("with space").toUri().toString());

    assertThat(byPath)
        .isEqualTo(byUri)
        .isEqualTo(StoreLocation.local(folder.resolve("with space")));
    try (ObjectStore store = ObjectStores.create(byPath)) {
      assertThat(store.head(KEY)).isEmpty();
    }
    assertThat(folder.resolve("with space")).isDirectory();
  }

  @Test
  void relativeFileUri_isRelativeToTheWorkingFolder() {
    try (ObjectStore store = ObjectStores.open(StoreLocation.parse("file:."))) {
      assertThat(store.head(ObjectKey.of("pom.xml"))).isPresent();
    }
  }

  @Test
  void durability_isAnOption() {
    StoreLocation location = StoreLocation.local(folder).with("durability", "later");

    try (ObjectStore store = ObjectStores.open(location)) {
      assertThat(store.put(KEY, Content.of(new byte[3])).length()).isEqualTo(3);
    }
  }

  @Test
  void unknownDurability_isRefusedWithTheKnown() {
    StoreLocation location = StoreLocation.local(folder).with("durability", "never");

    assertThatThrownBy(() -> ObjectStores.open(location))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Cannot open store: durability 'never' is unknown (choose one of on-return, later)");
  }

  @Test
  void unknownOption_isRefused() {
    StoreLocation location = StoreLocation.local(folder).with("colour", "blue");

    assertThatThrownBy(() -> ObjectStores.open(location))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("colour", "durability");
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3://bucket", "s3a://bucket/", "S3://bucket"})
  void bucketOnS3_isOpenedWithoutARequest(String text) {
    StoreLocation location =
        StoreLocation.parse(text).with(StoreLocation.ENDPOINT, "http://127.0.0.1:1");

    assertThat(location.isOnS3()).isTrue();
    ObjectStores.open(location).close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3a://bucket/folder", "s3a:bucket", "s3a://Bucket", "s3a://b"})
  void whatIsNoWholeBucket_isRefused(String text) {
    assertThatThrownBy(() -> ObjectStores.open(StoreLocation.parse(text)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("write s3a://bucket");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gs://bucket", "http://host/bucket", "file://host/folder"})
  void otherKindsOfStore_areRefused(String text) {
    assertThatThrownBy(() -> ObjectStores.open(StoreLocation.parse(text)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Cannot open store '" + text + "'");
  }

  @Test
  void credentialsInAnAddress_areRefusedAndNotQuoted() {
    assertThatThrownBy(() -> StoreLocation.parse("s3a://KEY:SECRET@bucket"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("AWS's default chain")
        .hasMessageNotContaining("SECRET");
    assertThat(StoreLocation.parse("file:///home/me@work/x").isOnS3()).isFalse();
  }

  @Test
  void folderByAnyNameOfIt_isTheSameBucket() throws IOException {
    Path bucket = Files.createDirectories(folder.resolve("bucket"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), bucket);
    Path here = Path.of("").toAbsolutePath().relativize(bucket);
    StoreLocation one = StoreLocation.local(bucket);

    for (String name :
        List.of(
            link.toString(),
            link + "/below/it",
            "file:" + here,
            here.toString(),
            bucket.toUri().toString(),
            folder.toString())) {
      assertThat(one.isSameBucket(StoreLocation.parse(name))).as(name).isTrue();
    }
    assertThat(one.isSameBucket(StoreLocation.local(folder.resolve("bucket2")))).isFalse();
    assertThat(one.isSameBucket(StoreLocation.parse("s3a://bucket"))).isFalse();
  }

  @Test
  void textThatIsNoUri_isRefused() {
    assertThatThrownBy(() -> StoreLocation.parse("file: with space"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Cannot open store 'file: with space': it is no URI");
  }
}

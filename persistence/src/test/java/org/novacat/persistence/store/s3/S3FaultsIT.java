package org.novacat.persistence.store.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.novacat.persistence.store.Samples.streamed;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.persistence.bucket.ObjectStores;
import org.novacat.persistence.bucket.StoreLocation;
import org.novacat.persistence.retry.Pause;
import org.novacat.persistence.retry.RetryPolicy;
import org.novacat.persistence.retry.Waits;
import org.novacat.persistence.server.S3Server;
import org.novacat.persistence.store.ConditionalPut;
import org.novacat.persistence.store.ConditionalPut.Refused;
import org.novacat.persistence.store.ConditionalPut.Stored;
import org.novacat.persistence.store.Content;
import org.novacat.persistence.store.ContentBroken;
import org.novacat.persistence.store.ETag;
import org.novacat.persistence.store.ListedObject;
import org.novacat.persistence.store.ObjectInfo;
import org.novacat.persistence.store.ObjectStore;
import org.novacat.persistence.store.StoreDenied;
import org.novacat.persistence.store.StoreUnreachable;
import org.novacat.persistence.testing.FaultyProxy;
import org.novacat.persistence.testing.S3Servers;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadResponse;

/** What a bucket on S3 does when its server, or the way to it, does not do what it should. */
class S3FaultsIT {
  private static final ObjectKey KEY = ObjectKey.of("raw/nova/object.fits");
  private static final int LONG = 2 * S3Uploads.PART + 1000;

  /** As patient as a long run, without its waits. */
  private static final Waits AT_ONCE = Waits.silent(Pause.REAL);

  private static final RetryPolicy QUICK =
      new RetryPolicy(
          Duration.ofMillis(1),
          2,
          Duration.ofMillis(20),
          60,
          Duration.ofMinutes(2),
          RetryPolicy.Spread.JITTERED);

  private static final RetryPolicy SOON_OVER =
      new RetryPolicy(
          Duration.ofMillis(1),
          2,
          Duration.ofMillis(5),
          3,
          Duration.ofSeconds(20),
          RetryPolicy.Spread.JITTERED);

  @AfterEach
  void letIn() {
    S3Servers.letIn();
  }

  @Test
  void wrongSecret_isDeniedWithWhatToDo() {
    StoreLocation bucket = S3Servers.fresh();
    System.setProperty("aws.secretAccessKey", "another");
    try (ObjectStore store = open(bucket, QUICK)) {
      assertThatThrownBy(() -> store.put(KEY, content("x")))
          .isInstanceOf(StoreDenied.class)
          .hasMessageContainingAll(
              "Cannot write object 'raw/nova/object.fits'", "check the credentials");
    }
  }

  @Test
  void missingBucket_isDeniedWithWhatToDo() {
    try (ObjectStore store = open(S3Servers.unused(), QUICK)) {
      for (Runnable request :
          List.<Runnable>of(
              () -> store.put(KEY, content("x")),
              () -> store.read(KEY, 10),
              () -> store.createIfAbsent(KEY, content("x")),
              () -> store.list("").forEach(object -> {}))) {
        assertThatThrownBy(request::run)
            .isInstanceOf(StoreDenied.class)
            .hasMessageContainingAll("there is no such bucket", "novacat init");
      }
    }
  }

  @Test
  void readOnlyBucket_isReadAndNotWritten(@TempDir Path folder) {
    S3Servers.letIn();
    StoreLocation written;
    try (S3Server server = S3Server.start(folder)) {
      written = S3Servers.at(server, "bucket");
      ObjectStores.create(written).close();
      try (ObjectStore store = open(written, QUICK)) {
        store.put(KEY, content("x"));
      }
    }
    try (S3Server server = S3Server.start(folder, "127.0.0.1", true);
        ObjectStore store = open(S3Servers.at(server, "bucket"), QUICK)) {
      assertThat(store.read(KEY, 10)).hasSize(1);
      assertThatThrownBy(() -> store.put(KEY, content("y"))).isInstanceOf(StoreDenied.class);
      assertThatThrownBy(() -> store.createIfAbsent(ObjectKey.of("new"), content("y")))
          .isInstanceOf(StoreDenied.class);
      assertThat(store.read(KEY, 10)).isEqualTo("x".getBytes(UTF_8));
    }
  }

  @Test
  void serverThatDies_isUnreachableAndGoesOnWhenItIsBack(@TempDir Path folder) {
    S3Servers.letIn();
    try (S3Server server = S3Server.start(folder)) {
      StoreLocation bucket = S3Servers.at(server, "bucket");
      ObjectStores.create(bucket).close();
      try (ObjectStore store = open(bucket, SOON_OVER)) {
        store.put(KEY, content("x"));
        server.kill();
        assertThatThrownBy(() -> store.read(KEY, 10))
            .isInstanceOf(StoreUnreachable.class)
            .hasMessageContainingAll("Cannot reach store 's3a://bucket'", "check the endpoint");
        server.startAgain();
        assertThat(store.read(KEY, 10)).isEqualTo("x".getBytes(UTF_8));
      }
    }
  }

  @Test
  void serverThatDiesWhileAnObjectIsStreamed_givesTheRestWhenItIsBack(@TempDir Path folder)
      throws IOException {
    S3Servers.letIn();
    byte[] bytes = noise(30_000_000);
    try (S3Server server = S3Server.start(folder)) {
      StoreLocation bucket = S3Servers.at(server, "bucket");
      ObjectStores.create(bucket).close();
      try (ObjectStore store = open(bucket, QUICK)) {
        store.put(KEY, Content.of(bytes.clone()));
        try (InputStream in = store.open(KEY)) {
          byte[] begin = in.readNBytes(1_000_000);
          server.kill();
          server.startAgain();
          byte[] rest = in.readAllBytes();
          assertThat(begin).isEqualTo(Arrays.copyOf(bytes, begin.length));
          assertThat(rest).isEqualTo(Arrays.copyOfRange(bytes, begin.length, bytes.length));
        }
      }
    }
  }

  @Test
  void objectThatIsReplacedWhileItIsStreamed_isNeverAMixture(@TempDir Path folder)
      throws IOException {
    S3Servers.letIn();
    byte[] bytes = noise(30_000_000);
    try (S3Server server = S3Server.start(folder)) {
      StoreLocation bucket = S3Servers.at(server, "bucket");
      ObjectStores.create(bucket).close();
      try (ObjectStore store = open(bucket, QUICK)) {
        store.put(KEY, Content.of(bytes.clone()));
        try (InputStream in = store.open(KEY)) {
          in.readNBytes(1_000_000);
          server.kill();
          server.startAgain();
          store.put(KEY, content("another"));
          assertThatThrownBy(in::readAllBytes)
              .isInstanceOf(IOException.class)
              .hasMessageContaining("it was replaced while it was read");
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 20})
  void lostRepliesAndThrottling_endInTheSameState(int percent) {
    StoreLocation bucket = S3Servers.fresh();
    int runs = Integer.getInteger("novacat.s3.runs", 3);
    for (int run = 0; run < runs; run++) {
      long seed = percent * 1000L + run;
      try (FaultyProxy proxy = new FaultyProxy(endpoint(bucket), seed);
          ObjectStore store = open(through(bucket, proxy), QUICK)) {
        proxy.faults(percent / 100.0, percent / 100.0);
        work(store, "run/%s/%s".formatted(percent, run));
      }
      try (ObjectStore store = open(bucket, QUICK)) {
        assertDone(store, "run/%s/%s".formatted(percent, run), "seed " + seed);
      }
    }
    assertThat(pending(bucket)).isEmpty();
  }

  /** Counts by conditional writes, keeps the winner of a race, copies, deletes. */
  private static void work(ObjectStore store, String folder) {
    ObjectKey counter = ObjectKey.of(folder + "/counter");
    assertThat(store.createIfAbsent(counter, content("0"))).isInstanceOf(Stored.class);
    for (int done = 1; done <= 10; done++) {
      ETag etag = store.head(counter).orElseThrow().etag();
      assertThat(store.replaceIfMatch(counter, content("" + done), etag))
          .isInstanceOf(Stored.class);
    }
    ObjectKey once = ObjectKey.of(folder + "/once");
    assertThat(store.createIfAbsent(once, content("mine"))).isInstanceOf(Stored.class);
    assertThat(store.createIfAbsent(once, content("late"))).isNotInstanceOf(Stored.class);
    ETag etag = store.head(once).orElseThrow().etag();
    assertThat(store.copyIfAbsent(once, etag, ObjectKey.of(folder + "/copy"))).isPresent();
    List<ObjectKey> gone =
        IntStream.range(0, 5).mapToObj(i -> ObjectKey.of(folder + "/gone/" + i)).toList();
    gone.forEach(key -> store.put(key, content("x")));
    store.deleteAll(gone);
  }

  private static void assertDone(ObjectStore store, String folder, String what) {
    TreeMap<String, String> found = new TreeMap<>();
    try (Stream<ListedObject> objects = store.list(folder + "/")) {
      objects.forEach(
          o -> found.put(o.key().fileName(), new String(store.read(o.key(), 100), UTF_8)));
    }
    assertThat(found).as(what).hasToString("{copy=mine, counter=10, once=mine}");
  }

  @Test
  void longObject_isUploadedInPartsAndReadBack() {
    StoreLocation bucket = S3Servers.fresh();
    byte[] bytes = noise(LONG);
    try (ObjectStore store = open(bucket, QUICK)) {
      assertThat(store.createIfAbsent(KEY, Content.of(bytes.clone()))).isInstanceOf(Stored.class);
      assertThat(store.createIfAbsent(KEY, Content.of(bytes.clone())))
          .isNotInstanceOf(Stored.class);
      ObjectInfo there = store.head(KEY).orElseThrow();
      assertThat(store.replaceIfMatch(KEY, Content.of(noise(LONG + 1)), new ETag("old")))
          .isNotInstanceOf(Stored.class);
      assertThat(store.head(KEY)).contains(there);
      assertThat(store.read(KEY, LONG)).isEqualTo(bytes);
      assertThat(store.put(KEY, Content.of(bytes.clone())).info()).isEqualTo(there);
    }
    assertThat(pending(bucket)).isEmpty();
  }

  @Test
  void longObjectWithLostReplies_isThereOnceAndLeavesNothing() {
    StoreLocation bucket = S3Servers.fresh();
    byte[] bytes = noise(LONG);
    for (long seed = 0; seed < 2; seed++) {
      ObjectKey key = ObjectKey.of("long/" + seed);
      try (FaultyProxy proxy = new FaultyProxy(endpoint(bucket), seed);
          ObjectStore store = open(through(bucket, proxy), QUICK)) {
        proxy.faults(0.2, 0.1);
        assertThat(store.createIfAbsent(key, Content.of(bytes.clone())))
            .as("seed %s", seed)
            .isInstanceOf(Stored.class);
        assertThat(store.read(key, LONG)).isEqualTo(bytes);
      }
    }
    assertThat(pending(bucket)).isEmpty();
  }

  @Test
  void streamedObjectsWithLostRepliesAndThrottling_areThereOnceAndLeaveNothing() {
    StoreLocation bucket = S3Servers.fresh();
    for (long seed = 0; seed < 3; seed++) {
      byte[] bytes = noise(seed == 0 ? 1000 : LONG);
      ObjectKey key = ObjectKey.of("streamed/" + seed);
      try (FaultyProxy proxy = new FaultyProxy(endpoint(bucket), seed);
          ObjectStore store = open(through(bucket, proxy), QUICK)) {
        proxy.faults(0.2, 0.1);
        ConditionalPut made = store.createIfAbsent(key, streamed(bytes));
        assertThat(made).as("seed %s", seed).isInstanceOf(Stored.class);
        assertThat(((Stored) made).object().sha256()).isEqualTo(ContentHash.of(bytes));
        assertThat(store.createIfAbsent(key, streamed(bytes))).isInstanceOf(Refused.class);
        ETag etag = ((Stored) made).object().etag();
        byte[] other = noise(bytes.length + 1);
        assertThat(store.replaceIfMatch(key, streamed(other), etag)).isInstanceOf(Stored.class);
        store.put(key, streamed(bytes));
        assertThat(store.read(key, LONG)).isEqualTo(bytes);
      }
    }
    assertThat(pending(bucket)).isEmpty();
  }

  @Test
  void streamedUploadThatIsTakenAway_isWrittenAnew() {
    StoreLocation bucket = S3Servers.fresh();
    byte[] bytes = noise(LONG);
    AtomicInteger asked = new AtomicInteger();
    Content counted =
        Content.streamed(
            out -> {
              out.write(bytes, 0, LONG - 1);
              if (asked.incrementAndGet() == 1) {
                abortAll(bucket);
              }
              out.write(bytes, LONG - 1, 1);
            });
    try (ObjectStore store = open(bucket, QUICK)) {
      store.put(KEY, counted);
      assertThat(store.read(KEY, LONG)).isEqualTo(bytes);
    }
    assertThat(asked).hasValue(2);
    assertThat(pending(bucket)).isEmpty();
  }

  @Test
  void streamedUploadOfADeadWriter_isGoneOnWith() {
    StoreLocation bucket = S3Servers.fresh();
    byte[] bytes = noise(LONG);
    leaveFirstPart(bucket, Arrays.copyOf(bytes, S3Uploads.PART));
    try (FaultyProxy proxy = new FaultyProxy(endpoint(bucket), 1);
        ObjectStore store = open(through(bucket, proxy), QUICK)) {
      assertThat(store.createIfAbsent(KEY, streamed(bytes))).isInstanceOf(Stored.class);
      assertThat(store.read(KEY, LONG)).isEqualTo(bytes);
      assertThat(proxy.counts()).containsEntry("PUT partNumber&uploadId", 2L);
    }
    assertThat(pending(bucket)).isEmpty();
  }

  @Test
  void storeThatDeniesAStream_isNotTakenForItsWriter() {
    Content wrapping =
        Content.streamed(
            out -> {
              try {
                out.write(noise(LONG));
              } catch (RuntimeException e) {
                throw new IOException("the writer wraps what it does not know", e);
              }
            });
    try (ObjectStore store = open(S3Servers.unused(), QUICK)) {
      assertThatThrownBy(() -> store.put(KEY, wrapping))
          .isInstanceOf(StoreDenied.class)
          .hasMessageContaining("there is no such bucket");
    }
  }

  @Test
  void partsOfAStream_growSlowlyAndTakeHalfATebibyte() {
    long sum = IntStream.rangeClosed(1, 9_000).mapToLong(PartStream::partSize).sum();

    assertThat(sum).isGreaterThan(500L << 30);
    assertThat(PartStream.partSize(4_000)).isEqualTo(S3Uploads.partSize(1L << 36));
  }

  @Test
  void uploadOfADeadWriter_isGoneOnWith() {
    StoreLocation bucket = S3Servers.fresh();
    byte[] bytes = noise(LONG);
    leaveFirstPart(bucket, Arrays.copyOf(bytes, S3Uploads.PART));
    try (FaultyProxy proxy = new FaultyProxy(endpoint(bucket), 1);
        ObjectStore store = open(through(bucket, proxy), QUICK)) {
      assertThat(store.createIfAbsent(KEY, Content.of(bytes.clone()))).isInstanceOf(Stored.class);
      assertThat(store.read(KEY, LONG)).isEqualTo(bytes);
      assertThat(proxy.counts())
          .containsEntry("PUT partNumber&uploadId", 2L)
          .doesNotContainKey("POST uploads");
    }
    assertThat(pending(bucket)).isEmpty();
  }

  @Test
  void uploadOfADeadWriter_whoseCompletionIsCarriedOutAndLost_isThere() {
    StoreLocation bucket = S3Servers.fresh();
    byte[] bytes = noise(LONG);
    for (boolean isConditional : List.of(true, false)) {
      leaveFirstPart(bucket, Arrays.copyOf(bytes, S3Uploads.PART));
      try (FaultyProxy proxy = new FaultyProxy(endpoint(bucket), 1);
          ObjectStore store = open(through(bucket, proxy), QUICK)) {
        proxy.loseNext("POST uploadId");
        if (isConditional) {
          // Whose mark it has is not known; as good as written is what has its bytes.
          assertThat(store.createIfAbsent(KEY, Content.of(bytes.clone())))
              .isEqualTo(new ConditionalPut.Refused(store.head(KEY).orElseThrow()));
        } else {
          store.put(KEY, Content.of(bytes.clone()));
        }
        assertThat(store.read(KEY, LONG)).isEqualTo(bytes);
        store.delete(KEY);
      }
      assertThat(pending(bucket)).isEmpty();
    }
  }

  @Test
  void bucketWhoseCreationIsLost_isMade() {
    S3Servers.letIn();
    StoreLocation bucket = S3Servers.unused();
    try (FaultyProxy proxy = new FaultyProxy(endpoint(bucket), 1)) {
      proxy.loseNext("PUT");
      try (ObjectStore store = ObjectStores.create(through(bucket, proxy), QUICK, AT_ONCE)) {
        store.put(KEY, content("x"));
      }
      assertThat(proxy.counts().get("PUT")).isGreaterThanOrEqualTo(3L);
    }
  }

  /** As of a server that hangs up on a body that it need not read. */
  @Test
  void refusalWhoseAnswerNeverComes_isFoundByLooking() {
    S3Servers.letIn();
    StoreLocation bucket = S3Servers.fresh();
    try (FaultyProxy proxy = new FaultyProxy(endpoint(bucket), 1);
        ObjectStore store = ObjectStores.open(through(bucket, proxy), QUICK, AT_ONCE)) {
      ETag first = store.put(KEY, content("first")).etag();
      store.put(KEY, content("second"));
      proxy.loseRefusals();
      proxy.forget();

      assertThat(store.replaceIfMatch(KEY, content("third"), first)).isInstanceOf(Refused.class);
      assertThat(store.createIfAbsent(KEY, content("third"))).isInstanceOf(Refused.class);

      assertThat(proxy.counts()).containsEntry("PUT", 2L);
      assertThat(store.read(KEY, 100)).isEqualTo("second".getBytes(UTF_8));
    }
  }

  @Test
  void refusedLook_saysItsStatusAndWhatToCheck() {
    StoreLocation bucket = S3Servers.fresh();
    System.setProperty("aws.secretAccessKey", "another");
    try (ObjectStore store = open(bucket, QUICK)) {
      assertThatThrownBy(() -> store.head(KEY))
          .isInstanceOf(StoreDenied.class)
          .hasMessageContaining("the store refused with 403")
          .hasMessageContaining("check credentials, region and permissions")
          .hasMessageNotContaining("null");
    }
  }

  @Test
  void uploadThatIsNoneOfOurs_isLeftAlone() {
    StoreLocation bucket = S3Servers.fresh();
    try (S3Client client = S3Clients.open(ObjectStores.settings(bucket));
        ObjectStore store = open(bucket, QUICK)) {
      client.createMultipartUpload(
          r -> r.bucket(bucket.uri().getAuthority()).key("other/data%20x#1.fits"));

      assertThat(store.removeLeftovers(Duration.ofSeconds(-5))).isZero();

      assertThat(pending(bucket)).containsExactly("other/data%20x#1.fits");
    }
  }

  @Test
  void objectUnderANameThatNoKeyHas_isNamedByAListing() {
    StoreLocation bucket = S3Servers.fresh();
    try (S3Client client = S3Clients.open(ObjectStores.settings(bucket));
        ObjectStore store = open(bucket, QUICK)) {
      store.put(KEY, content("x"));
      client.putObject(
          r -> r.bucket(bucket.uri().getAuthority()).key("raw/a b#%.txt"),
          software.amazon.awssdk.core.sync.RequestBody.fromString("theirs"));
      List<String> foreign = new ArrayList<>();
      try (Stream<ListedObject> objects = store.list("", foreign::add)) {
        assertThat(objects.map(ListedObject::key)).containsExactly(KEY);
      }
      assertThat(foreign).containsExactly("raw/a b#%.txt");
    }
  }

  /** Six times the patience, were what the store says taken for a connection that broke. */
  @Test
  void serverThatIsGoneWhileAnObjectIsStreamed_isAskedWithThePatienceOfOneRequest(
      @TempDir Path folder) throws IOException {
    S3Servers.letIn();
    try (S3Server server = S3Server.start(folder)) {
      StoreLocation bucket = S3Servers.at(server, "bucket");
      ObjectStores.create(bucket).close();
      AtomicInteger waits = new AtomicInteger();
      Waits counted = Waits.silent(duration -> waits.incrementAndGet());
      try (ObjectStore store = ObjectStores.open(bucket, SOON_OVER, counted)) {
        store.put(KEY, Content.of(noise(30_000_000)));
        try (InputStream in = store.open(KEY)) {
          in.readNBytes(1_000_000);
          server.kill();
          assertThatThrownBy(in::readAllBytes)
              .isInstanceOf(StoreUnreachable.class)
              .hasMessageContaining("check the endpoint");
        }
      }
      assertThat(waits.get()).isBetween(1, 4);
    }
  }

  @Test
  void uploadOfADeadWriterOfOtherBytes_leavesNoneOfThem() {
    StoreLocation bucket = S3Servers.fresh();
    byte[] bytes = noise(LONG);
    leaveFirstPart(bucket, noise(S3Uploads.PART));
    try (ObjectStore store = open(bucket, QUICK)) {
      store.put(KEY, Content.of(bytes.clone()));
      assertThat(store.read(KEY, LONG)).isEqualTo(bytes);
    }
    assertThat(pending(bucket)).isEmpty();
  }

  @Test
  void longContentThatBreaks_leavesNoUpload() {
    StoreLocation bucket = S3Servers.fresh();
    Content broken = Content.of(LONG, () -> Content.of(noise(LONG - 1)).open());
    try (ObjectStore store = open(bucket, QUICK)) {
      assertThatThrownBy(() -> store.put(KEY, broken)).isInstanceOf(ContentBroken.class);
      assertThat(store.head(KEY)).isEmpty();
    }
    assertThat(pending(bucket)).isEmpty();
  }

  @Test
  void removeLeftovers_abortsOldUploadsAndLeavesYoungOnes() {
    StoreLocation bucket = S3Servers.fresh();
    leaveFirstPart(bucket, noise(S3Uploads.PART));
    try (ObjectStore store = open(bucket, QUICK)) {
      assertThat(store.removeLeftovers(Duration.ofHours(1))).isZero();
      assertThat(pending(bucket)).hasSize(1);
      assertThat(store.removeLeftovers(Duration.ofSeconds(-5))).isOne();
    }
    assertThat(pending(bucket)).isEmpty();
  }

  @Test
  void partSize_growsWithTheObjectAndStaysBelowTenThousandParts() {
    long tebibyte = 1L << 40;

    assertThat(S3Uploads.partSize(S3Uploads.PART + 1)).isEqualTo(S3Uploads.PART);
    assertThat(5 * tebibyte / S3Uploads.partSize(5 * tebibyte)).isBetween(8_000L, 10_000L);
  }

  private static void leaveFirstPart(StoreLocation bucket, byte[] part) {
    try (S3Client client = S3Clients.open(ObjectStores.settings(bucket))) {
      String name = bucket.uri().getAuthority();
      CreateMultipartUploadResponse upload =
          client.createMultipartUpload(r -> r.bucket(name).key(KEY.value()));
      client.uploadPart(
          r -> r.bucket(name).key(KEY.value()).uploadId(upload.uploadId()).partNumber(1),
          software.amazon.awssdk.core.sync.RequestBody.fromBytes(part));
    }
  }

  private static void abortAll(StoreLocation bucket) {
    try (ObjectStore store = open(bucket, QUICK)) {
      assertThat(store.removeLeftovers(Duration.ofSeconds(-5))).isPositive();
    }
  }

  private static List<String> pending(StoreLocation bucket) {
    List<String> keys = new ArrayList<>();
    try (S3Client client = S3Clients.open(ObjectStores.settings(bucket))) {
      client
          .listMultipartUploadsPaginator(r -> r.bucket(bucket.uri().getAuthority()))
          .uploads()
          .forEach(upload -> keys.add(upload.key()));
    }
    return keys;
  }

  private static StoreLocation through(StoreLocation bucket, FaultyProxy proxy) {
    return bucket.with(StoreLocation.ENDPOINT, proxy.endpoint().toString());
  }

  private static URI endpoint(StoreLocation bucket) {
    return URI.create(String.valueOf(bucket.options().get(StoreLocation.ENDPOINT)));
  }

  private static ObjectStore open(StoreLocation bucket, RetryPolicy policy) {
    return ObjectStores.open(bucket, policy, AT_ONCE);
  }

  private static Content content(String text) {
    return Content.of(text.getBytes(UTF_8));
  }

  private static byte[] noise(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }
}

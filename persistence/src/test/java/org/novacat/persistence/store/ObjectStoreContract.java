package org.novacat.persistence.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.layouts.testing.Seeded;
import org.novacat.persistence.store.CreateResult.AlreadyThere;
import org.novacat.persistence.store.CreateResult.Created;
import org.novacat.persistence.store.ReplaceResult.Changed;
import org.novacat.persistence.store.ReplaceResult.Missing;
import org.novacat.persistence.store.ReplaceResult.Replaced;

/** What every {@link ObjectStore} does, whatever it is made of. */
public abstract class ObjectStoreContract {
  private static final ObjectKey KEY = ObjectKey.of("raw/nova/object.fits");
  private static final int MANY = 1_000_000;

  private ObjectStore store;

  /** A store of an empty bucket, another for each test. */
  protected abstract ObjectStore emptyStore() throws Exception;

  /** How many keys a listing is tried with; a store behind a network may want fewer. */
  protected int manyKeys() {
    return 10_000;
  }

  @BeforeEach
  void openStore() throws Exception {
    store = emptyStore();
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  @Test
  void put_isReadBackByteForByte() {
    byte[] bytes = noise(100_000);

    store.put(KEY, Content.of(bytes.clone()));

    assertThat(store.read(KEY, MANY)).isEqualTo(bytes);
  }

  @Test
  void put_tellsLengthSha256AndTheETagThatHeadTells() {
    byte[] bytes = noise(70_001);

    WrittenObject written = store.put(KEY, Content.of(bytes.clone()));

    assertThat(written.key()).isEqualTo(KEY);
    assertThat(written.length()).isEqualTo(70_001);
    assertThat(written.sha256()).isEqualTo(ContentHash.of(bytes));
    assertThat(store.head(KEY)).contains(written.info());
  }

  @Test
  void put_overAnObject_replacesAllOfIt() {
    store.put(KEY, content("a long first version"));

    store.put(KEY, content("second"));

    assertThat(text(KEY)).isEqualTo("second");
  }

  @Test
  void equalBytesPutTwice_haveTheSameETag() {
    WrittenObject first = store.put(KEY, content("same"));
    WrittenObject again = store.put(KEY, content("same"));
    WrittenObject elsewhere = store.put(ObjectKey.of("other"), content("same"));

    assertThat(again).isEqualTo(first);
    assertThat(elsewhere.etag()).isEqualTo(first.etag());
  }

  @Test
  void otherBytesOfTheSameLength_haveAnotherETag() {
    WrittenObject first = store.put(KEY, content("one"));
    WrittenObject second = store.put(KEY, content("two"));

    assertThat(second.etag()).isNotEqualTo(first.etag());
  }

  @Test
  void zeroBytes_areAnObject() throws IOException {
    WrittenObject written = store.put(KEY, Content.of(new byte[0]));

    assertThat(written.length()).isZero();
    assertThat(store.head(KEY)).contains(written.info());
    assertThat(store.read(KEY, 0)).isEmpty();
    assertThat(store.readRange(KEY, 0, 10)).isEmpty();
    try (InputStream in = store.open(KEY)) {
      assertThat(in.read()).isEqualTo(-1);
    }
    assertThat(keys("")).containsExactly(KEY.value());
  }

  @Test
  void missingObject_headIsEmpty() {
    assertThat(store.head(KEY)).isEmpty();
  }

  @Test
  void missingObject_readingSaysWhich() {
    for (Callable<?> reading :
        List.<Callable<?>>of(
            () -> store.read(KEY, MANY), () -> store.readRange(KEY, 0, 1), () -> store.open(KEY))) {
      assertThatThrownBy(reading::call)
          .isInstanceOf(ObjectMissing.class)
          .hasMessageContaining("Cannot read object 'raw/nova/object.fits'");
    }
  }

  @Test
  void keyBelowOrAboveAnObject_isAnotherKey() {
    store.put(ObjectKey.of("a/b/c"), content("x"));

    assertThat(store.head(ObjectKey.of("a"))).isEmpty();
    assertThat(store.head(ObjectKey.of("a/b"))).isEmpty();
    assertThat(store.head(ObjectKey.of("a/b/c/d"))).isEmpty();
    assertThatThrownBy(() -> store.read(ObjectKey.of("a/b"), MANY))
        .isInstanceOf(ObjectMissing.class);
    store.delete(ObjectKey.of("a/b"));
    store.delete(ObjectKey.of("a/b/c/d"));
    assertThat(keys("")).containsExactly("a/b/c");
  }

  @Test
  void read_upToTheLimit_isReadAndOneMoreIsRefused() {
    store.put(KEY, content("12345"));

    assertThat(store.read(KEY, 5)).hasSize(5);
    assertThatThrownBy(() -> store.read(KEY, 4))
        .isInstanceOf(ObjectTooLarge.class)
        .hasMessageContainingAll(KEY.value(), "5 bytes", "limit of 4");
  }

  @Test
  void readRange_givesWhatLiesInTheObject() {
    store.put(KEY, content("0123456789"));

    assertThat(range(0, 4)).isEqualTo("0123");
    assertThat(range(3, 4)).isEqualTo("3456");
    assertThat(range(6, 4)).isEqualTo("6789");
    assertThat(range(0, 10)).isEqualTo("0123456789");
  }

  @Test
  void readRange_atTheEnds_isCutOrEmpty() {
    store.put(KEY, content("0123456789"));

    assertThat(range(8, 4)).isEqualTo("89");
    assertThat(range(9, 1)).isEqualTo("9");
    assertThat(range(10, 1)).isEmpty();
    assertThat(range(1L << 40, 1)).isEmpty();
    assertThat(range(5, 0)).isEmpty();
    assertThat(range(0, Integer.MAX_VALUE)).isEqualTo("0123456789");
  }

  @Test
  void readRange_negative_isRefused() {
    store.put(KEY, content("0123456789"));

    assertThatThrownBy(() -> store.readRange(KEY, -1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("offset -1");
    assertThatThrownBy(() -> store.readRange(KEY, 0, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("length -1");
  }

  @Test
  void readRange_anywhere_isThatPartOfTheWhole() {
    byte[] bytes = noise(5_000);
    store.put(KEY, Content.of(bytes.clone()));

    Seeded.cases(
        50,
        random -> {
          int offset = random.nextInt(6_000);
          int length = random.nextInt(2_000);
          byte[] expected =
              Arrays.copyOfRange(bytes, Math.min(offset, 5_000), Math.min(offset + length, 5_000));
          assertThat(store.readRange(KEY, offset, length)).isEqualTo(expected);
        });
  }

  @Test
  void open_streamsTheObject() throws IOException {
    byte[] bytes = noise(300_000);
    store.put(KEY, Content.of(bytes.clone()));

    try (InputStream in = store.open(KEY)) {
      assertThat(in.readAllBytes()).isEqualTo(bytes);
    }
  }

  @Test
  void openStream_seesOneVersionOnly() throws IOException {
    byte[] first = noise(3_000_000);
    store.put(KEY, Content.of(first.clone()));

    try (InputStream in = store.open(KEY)) {
      byte[] head = in.readNBytes(10);
      store.put(KEY, content("another"));
      byte[] rest = in.readAllBytes();

      assertThat(head).isEqualTo(Arrays.copyOf(first, 10));
      assertThat(rest).isEqualTo(Arrays.copyOfRange(first, 10, first.length));
    }
  }

  @Test
  void createIfAbsent_onAFreeKey_creates() {
    CreateResult result = store.createIfAbsent(KEY, content("mine"));

    assertThat(result).isInstanceOf(Created.class);
    assertThat(((Created) result).object().info()).isEqualTo(store.head(KEY).orElseThrow());
    assertThat(((Created) result).object().sha256())
        .isEqualTo(ContentHash.of("mine".getBytes(UTF_8)));
    assertThat(text(KEY)).isEqualTo("mine");
  }

  @Test
  void createIfAbsent_onATakenKey_leavesItAndTellsWhatIsThere() {
    WrittenObject first = store.put(KEY, content("theirs"));

    CreateResult result = store.createIfAbsent(KEY, content("mine"));

    assertThat(result).isEqualTo(new AlreadyThere(first.info()));
    assertThat(text(KEY)).isEqualTo("theirs");
  }

  @Test
  void createIfAbsent_ofEqualBytesAgain_canBeToldFromAConflict() {
    CreateResult first = store.createIfAbsent(KEY, content("same"));
    CreateResult again = store.createIfAbsent(KEY, content("same"));

    assertThat(again).isInstanceOf(AlreadyThere.class);
    assertThat(again.info()).isEqualTo(first.info());
  }

  @Test
  void createIfAbsent_afterDelete_createsAgain() {
    store.createIfAbsent(KEY, content("first"));
    store.delete(KEY);

    assertThat(store.createIfAbsent(KEY, content("second"))).isInstanceOf(Created.class);
    assertThat(text(KEY)).isEqualTo("second");
  }

  @Test
  void createIfAbsent_byManyAtOnce_hasOneWinnerWhoseBytesStay() throws Exception {
    for (int round = 0; round < 30; round++) {
      ObjectKey key = ObjectKey.of("race/" + round);

      List<CreateResult> results =
          Race.run(8, who -> store.createIfAbsent(key, Content.of(bytesOf(who))));

      List<Integer> winners =
          IntStream.range(0, 8).filter(i -> results.get(i) instanceof Created).boxed().toList();
      assertThat(winners).as("winners of round %d", round).hasSize(1);
      assertThat(store.read(key, MANY)).isEqualTo(bytesOf(winners.get(0)));
      ObjectInfo there = store.head(key).orElseThrow();
      assertThat(results).extracting(CreateResult::info).containsOnly(there);
    }
  }

  @Test
  void replaceIfMatch_withTheETagThatIsThere_replaces() {
    ETag etag = store.put(KEY, content("one")).etag();

    ReplaceResult result = store.replaceIfMatch(KEY, content("two"), etag);

    assertThat(result).isInstanceOf(Replaced.class);
    assertThat(((Replaced) result).object().info()).isEqualTo(store.head(KEY).orElseThrow());
    assertThat(text(KEY)).isEqualTo("two");
  }

  @Test
  void replaceIfMatch_withAnOldETag_leavesTheObjectAndTellsWhatIsThere() {
    ETag old = store.put(KEY, content("one")).etag();
    WrittenObject now = store.put(KEY, content("two"));

    ReplaceResult result = store.replaceIfMatch(KEY, content("three"), old);

    assertThat(result).isEqualTo(new Changed(now.info()));
    assertThat(text(KEY)).isEqualTo("two");
  }

  @Test
  void replaceIfMatch_ofNothing_isMissingAndCreatesNothing() {
    ETag etag = store.put(ObjectKey.of("other"), content("x")).etag();

    ReplaceResult result = store.replaceIfMatch(KEY, content("y"), etag);

    assertThat(result).isEqualTo(new Missing(KEY));
    assertThat(store.head(KEY)).isEmpty();
  }

  @Test
  void replaceIfMatch_byManyAtOnceWithOneETag_hasOneWinner() throws Exception {
    for (int round = 0; round < 30; round++) {
      ETag etag = store.put(KEY, content("round " + round)).etag();

      List<ReplaceResult> results =
          Race.run(8, who -> store.replaceIfMatch(KEY, Content.of(bytesOf(who)), etag));

      List<Integer> winners =
          IntStream.range(0, 8).filter(i -> results.get(i) instanceof Replaced).boxed().toList();
      assertThat(winners).as("winners of round %d", round).hasSize(1);
      assertThat(store.read(KEY, MANY)).isEqualTo(bytesOf(winners.get(0)));
    }
  }

  @Test
  void counterRaisedByReplaceIfMatch_losesNoStep() throws Exception {
    store.put(KEY, content("0"));

    Race.run(
        4,
        who -> {
          for (int done = 0; done < 25; ) {
            done += raiseOnce() ? 1 : 0;
          }
          return who;
        });

    assertThat(text(KEY)).isEqualTo("100");
  }

  @Test
  void counterRaisedByPut_losesSteps() throws Exception {
    store.put(KEY, content("0"));
    Race allHaveRead = new Race(4);

    Race.run(
        4,
        who -> {
          String seen = text(KEY);
          allHaveRead.meet();
          return store.put(KEY, content(Integer.toString(Integer.parseInt(seen) + 1)));
        });

    assertThat(text(KEY)).as("why replaceIfMatch is there").isEqualTo("1");
  }

  @Test
  void readersDuringWrites_seeWholeVersionsOnly() throws Exception {
    store.put(KEY, Content.of(version(0)));
    AtomicBoolean done = new AtomicBoolean();
    var seen = ConcurrentHashMap.<Integer>newKeySet();

    Race.run(
        3,
        who -> {
          if (who == 0) {
            IntStream.range(1, 50).forEach(i -> store.put(KEY, Content.of(version(i))));
            done.set(true);
          }
          while (!done.get()) {
            byte[] bytes = store.read(KEY, MANY);
            assertThat(bytes).isEqualTo(version(bytes[0]));
            seen.add((int) bytes[0]);
          }
          return who;
        });

    assertThat(seen).isNotEmpty();
  }

  @Test
  void delete_removesTheObject() {
    store.put(KEY, content("x"));

    store.delete(KEY);

    assertThat(store.head(KEY)).isEmpty();
    assertThat(keys("")).isEmpty();
  }

  @Test
  void delete_ofNothingOrTwice_isAsGood() {
    store.delete(KEY);
    store.put(KEY, content("x"));
    store.delete(KEY);
    store.delete(KEY);

    assertThat(store.head(KEY)).isEmpty();
  }

  @Test
  void list_isInKeyOrderAndComplete() {
    List<String> names =
        List.of(
            "a-b",
            "a.b/c",
            "a/b",
            "a/b-c/d",
            "a/b.c",
            "a0",
            "a/b0/c",
            "b",
            "é",
            "z/ü",
            "\uD83D\uDE00",
            "\uFB01");
    names.forEach(name -> store.put(ObjectKey.of(name), content(name)));

    List<String> listed = keys("");

    TreeSet<ObjectKey> expected = new TreeSet<>();
    names.forEach(name -> expected.add(ObjectKey.of(name)));
    assertThat(listed).containsExactlyElementsOf(expected.stream().map(ObjectKey::value).toList());
  }

  @Test
  void list_tellsKeyLengthAndWhenItWasWritten() {
    Instant before = Instant.now();
    store.put(KEY, content("12345"));

    try (Stream<ListedObject> objects = store.list("")) {
      ListedObject listed = objects.findFirst().orElseThrow();
      assertThat(listed.key()).isEqualTo(KEY);
      assertThat(listed.length()).isEqualTo(5);
      assertThat(Duration.between(before, listed.lastModified()).abs())
          .isLessThan(Duration.ofMinutes(1));
    }
  }

  @Test
  void list_byPrefix_givesWhatBeginsSo() {
    Stream.of("raw/a/1", "raw/a/2", "raw/ab/1", "raw/b/1", "rawer/1", "derived/a/1")
        .forEach(name -> store.put(ObjectKey.of(name), content(name)));

    assertThat(keys("raw/")).containsExactly("raw/a/1", "raw/a/2", "raw/ab/1", "raw/b/1");
    assertThat(keys("raw/a")).containsExactly("raw/a/1", "raw/a/2", "raw/ab/1");
    assertThat(keys("raw/a/")).containsExactly("raw/a/1", "raw/a/2");
    assertThat(keys("raw")).hasSize(5).contains("rawer/1");
    assertThat(keys("raw/a/2")).containsExactly("raw/a/2");
    assertThat(keys("nothing/")).isEmpty();
    assertThat(keys("raw/a/1/")).isEmpty();
  }

  @Test
  void list_hidesNothing() {
    Stream.of("_SUCCESS", ".hidden/x", "a/_temporary/0/part", "a/.crc", "tmp/a.tmp")
        .forEach(name -> store.put(ObjectKey.of(name), content(name)));

    assertThat(keys(""))
        .containsExactly(".hidden/x", "_SUCCESS", "a/.crc", "a/_temporary/0/part", "tmp/a.tmp");
    assertThat(keys(".")).containsExactly(".hidden/x");
    assertThat(keys("a/_")).containsExactly("a/_temporary/0/part");
  }

  @Test
  void list_belowWhatNoKeyBeginsWith_isRefused() {
    for (String prefix : List.of("/", "../", "a//", "a/../", "~")) {
      assertThatThrownBy(() -> store.list(prefix))
          .as(prefix)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void list_ofManyKeys_isLazyAndInOrder() {
    IntStream.range(0, manyKeys())
        .parallel()
        .forEach(i -> store.put(ObjectKey.of("many/%05d".formatted(i)), Content.of(new byte[0])));

    try (Stream<ListedObject> objects = store.list("many/")) {
      Iterator<ListedObject> iterator = objects.iterator();
      for (int i = 0; i < manyKeys(); i++) {
        assertThat(iterator.next().key().value()).isEqualTo("many/%05d".formatted(i));
      }
      assertThat(iterator.hasNext()).isFalse();
    }
  }

  @Test
  void list_whileOthersWriteAndDelete_keepsWhatStays() throws Exception {
    IntStream.range(0, 200)
        .forEach(i -> store.put(ObjectKey.of("d%03d/stays".formatted(i)), content("x")));

    List<List<String>> results =
        Race.run(
            2,
            who -> {
              if (who == 1) {
                return Stream.generate(() -> keys("")).limit(5).flatMap(List::stream).toList();
              }
              for (int i = 0; i < 200; i++) {
                ObjectKey passing = ObjectKey.of("d%03d/goes".formatted(i));
                store.put(passing, content("y"));
                store.delete(passing);
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
  void unusualKey_isAKeyLikeAnyOther(String name) {
    ObjectKey key = ObjectKey.of(name);

    store.createIfAbsent(key, content(name));

    assertThat(text(key)).isEqualTo(name);
    assertThat(keys(name)).containsExactly(name);
    assertThat(keys("")).containsExactly(name);
    store.delete(key);
    assertThat(keys("")).isEmpty();
  }

  @Test
  void namesThatDifferInCase_areTwoObjects() {
    store.put(ObjectKey.of("Nova"), content("upper"));
    store.put(ObjectKey.of("nova"), content("lower"));

    assertThat(text(ObjectKey.of("Nova"))).isEqualTo("upper");
    assertThat(text(ObjectKey.of("nova"))).isEqualTo("lower");
    assertThat(keys("")).containsExactly("Nova", "nova");
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 6})
  void contentOfAnotherLengthThanItSays_isRefusedAndNothingIsStored(int length) {
    Content liar = Content.of(length, () -> Content.of("12345".getBytes(UTF_8)).open());

    for (Callable<?> writing : writings(liar)) {
      assertThatThrownBy(writing::call)
          .isInstanceOf(ContentBroken.class)
          .hasMessageContainingAll(
              "Cannot write object 'raw/nova/object.fits'", "5 bytes", "says " + length);
    }
    assertThat(keys("")).containsExactly("there");
  }

  @Test
  void contentThatCannotBeRead_isRefusedAndNothingIsStored() {
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
    assertThat(keys("")).containsExactly("there");
  }

  @Test
  void contentThatFailsInAReplacement_leavesTheOldObject() {
    ETag etag = store.put(KEY, content("old")).etag();
    Content liar = Content.of(6, () -> Content.of("12345".getBytes(UTF_8)).open());

    assertThatThrownBy(() -> store.put(KEY, liar)).isInstanceOf(ContentBroken.class);
    assertThatThrownBy(() -> store.replaceIfMatch(KEY, liar, etag))
        .isInstanceOf(ContentBroken.class);

    assertThat(text(KEY)).isEqualTo("old");
  }

  @Test
  void removeLeftovers_removesNoObject() {
    store.put(KEY, content("x"));

    store.removeLeftovers(Duration.ZERO);

    assertThat(text(KEY)).isEqualTo("x");
  }

  private List<Callable<?>> writings(Content content) {
    ETag etag = store.put(ObjectKey.of("there"), content("there")).etag();
    return List.of(
        () -> store.put(KEY, content),
        () -> store.createIfAbsent(KEY, content),
        () -> store.replaceIfMatch(KEY, content, etag));
  }

  private boolean raiseOnce() {
    Optional<ObjectInfo> seen = store.head(KEY);
    String text = text(KEY);
    ETag etag = seen.orElseThrow().etag();
    Content next = content(Integer.toString(Integer.parseInt(text) + 1));
    return store.replaceIfMatch(KEY, next, etag) instanceof Replaced;
  }

  private List<String> keys(String prefix) {
    try (Stream<ListedObject> objects = store.list(prefix)) {
      return objects.map(o -> o.key().value()).toList();
    }
  }

  private String text(ObjectKey key) {
    return new String(store.read(key, MANY), UTF_8);
  }

  private String range(long offset, int length) {
    return new String(store.readRange(KEY, offset, length), UTF_8);
  }

  private static Content content(String text) {
    return Content.of(text.getBytes(UTF_8));
  }

  private static byte[] bytesOf(int who) {
    return ("contender " + who).repeat(1_000 + who).getBytes(UTF_8);
  }

  /** 100,000 bytes or a few more, all of them the version's number. */
  private static byte[] version(int number) {
    byte[] bytes = new byte[100_000 + number];
    Arrays.fill(bytes, (byte) number);
    return bytes;
  }

  private static byte[] noise(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }

  private static final class PulledCable extends InputStream {
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

package org.novacat.persistence.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.persistence.bucket.ObjectStores;
import org.novacat.persistence.bucket.StoreLocation;
import org.novacat.persistence.failure.ConflictException;
import org.novacat.persistence.store.Content;
import org.novacat.persistence.store.InMemoryObjectStore;
import org.novacat.persistence.store.ObjectStore;
import org.novacat.persistence.store.StoreException;
import org.novacat.persistence.testing.MutableClock;
import org.novacat.persistence.testing.S3Servers;

class BucketPublisherTest {
  private static final Set<String> WRITES =
      Set.of(
          "createIfAbsent",
          "replaceIfMatch",
          "put",
          "copyIfAbsent",
          "delete",
          "deleteIfMatch",
          "deleteAll");

  private final TreeLocation target =
      new TreeLocation(new StoreLocation(URI.create("s3a://bucket"), Map.of()), "sets/set.zarr");
  private final MutableClock clock = new MutableClock();
  private ObjectStore bucket = new InMemoryObjectStore();

  /** The process is gone. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1;
  }

  @Test
  void completeDraft_becomesVisibleWholeAndLeavesNothingBeside() {
    assertThat(publish(publisher("one"))).isInstanceOf(Publication.Published.class);

    assertThat(visible()).isEqualTo("one");
    assertThat(bucket.list("sets/set.zarr.tmp")).isEmpty();
  }

  @Test
  void treeThatIsThere_staysAsItIs() {
    publish(publisher("one"));

    assertThat(publish(later("two"))).isEqualTo(new Publication.AlreadyThere(null));
    assertThat(visible()).isEqualTo("one");
  }

  /** Whatever a killed run leaves, nothing partial is seen, and the next run is whole. */
  @Test
  void publisherKilledAfterAnyWrite_isNeverSeenInPart() {
    int writes = writes();
    for (int last = 1; last <= writes; last++) {
      bucket = new InMemoryObjectStore();
      Counter counter =
          new Counter(
              last,
              () -> {
                throw new Killed();
              });
      try {
        publish(counter.over(bucket), publisher("dead"));
      } catch (Killed e) {
        assertThat(visible()).isIn("", "dead");
      }
      Publication next = publish(later("next"));

      assertThat(visible())
          .as("killed after write %s", last)
          .isEqualTo(next instanceof Publication.Published ? "next" : "dead");
      assertThat(bucket.list("sets/set.zarr.tmp/dead")).isEmpty();
    }
    assertThat(writes).isGreaterThan(14);
  }

  /** One that was held to be dead wakes up after any of its writes. */
  @Test
  void publisherThatWakesUp_changesNothingOfTheTreeOfAnother() {
    int writes = writes();
    int overtaken = 0;
    for (int at = 1; at <= writes; at++) {
      bucket = new InMemoryObjectStore();
      Counter counter = new Counter(at, () -> publish(later("other")));
      try {
        publish(counter.over(bucket), publisher("sleeper"));
      } catch (StoreException | ConflictException e) {
        overtaken++;
      }
      assertThat(visible()).as("overtaken after write %s", at).isIn("other", "sleeper");
    }
    assertThat(overtaken).isGreaterThan(5);
  }

  @Test
  void claimOfARunAtWork_isRespectedUntilItRunsOut() {
    Publisher one = publisher("one");
    Publisher two = publisher("two");
    Counter counter =
        new Counter(
            8,
            () -> {
              throw new Killed();
            });
    assertThatThrownBy(() -> publish(counter.over(bucket), one)).isInstanceOf(Killed.class);

    assertThat(publish(two))
        .isEqualTo(new Publication.Held("one", MutableClock.START.plus(Duration.ofMinutes(2))));
    assertThat(visible()).isEmpty();

    clock.advance(Duration.ofMinutes(3));
    assertThat(publish(two)).isInstanceOf(Publication.Published.class);
    assertThat(visible()).isEqualTo("two");
  }

  @Test
  void objectBesideTheTarget_isReplacedByOneOfThoseWhoSawTheSame() {
    BucketPublisher publisher =
        new BucketPublisher(
            target, target.sibling("set.zarr.tmp"), Trees.FORM, publisher("one"), bucket);
    TreeLocation current = target.sibling("set.zarr.current.json");

    assertThat(publisher.read(current)).isNull();
    assertThat(publisher.replace(current, null, new byte[] {1})).isTrue();
    assertThat(publisher.replace(current, null, new byte[] {2})).isFalse();
    assertThat(publisher.replace(current, new byte[] {3}, new byte[] {2})).isFalse();
    assertThat(publisher.replace(current, new byte[] {1}, new byte[] {2})).isTrue();
    assertThat(publisher.read(current)).containsExactly(2);
  }

  @Test
  void whatIsNoTree_isLeftAlone() {
    ObjectKey foreign = ObjectKey.of("sets/set.zarr/zarr.json");
    bucket.put(foreign, Content.of(new byte[] {1}));

    assertThat(publish(publisher("one"))).isEqualTo(new Publication.AlreadyThere(null));
    assertThat(bucket.head(foreign)).isPresent();
  }

  /** A summary that was there before a claim proves nothing. */
  @Test
  void summaryOfATreeThatWasHalfDeleted_isNotTakenForAWholeOne() {
    Counter claimed =
        new Counter(
            8,
            () -> {
              throw new Killed();
            });
    assertThatThrownBy(() -> publish(claimed.over(bucket), publisher("dead")))
        .isInstanceOf(Killed.class);
    bucket.put(ObjectKey.of("sets/set.zarr/.zmetadata"), Content.of(new byte[] {1}));

    assertThat(publish(later("next"))).isInstanceOf(Publication.Published.class);
    assertThat(visible()).isEqualTo("next");
  }

  @Test
  void objectThatIsNotInTheDraft_isNamedAndNothingIsLeft() {
    BucketPublisher publisher =
        new BucketPublisher(
            target, target.sibling("set.zarr.tmp"), Trees.FORM, publisher("one"), bucket);
    SortedMap<String, Long> objects = Trees.write(draft(publisher), "one");
    objects.put("lost/0", 3L);

    assertThatThrownBy(() -> publisher.publish(objects)).hasMessageContaining("lost/0");
    publisher.close();
    assertThat(bucket.list("")).isEmpty();
  }

  /** The same on a real server, killed after some of its writes. */
  @Test
  void realServer_showsAllOrNothing() {
    StoreLocation location = S3Servers.fresh();
    try (ObjectStore real = ObjectStores.open(location)) {
      bucket = real;
      for (int last = 7; last <= 16; last += 3) {
        Counter counter =
            new Counter(
                last,
                () -> {
                  throw new Killed();
                });
        assertThatThrownBy(() -> publish(counter.over(real), publisher("dead")))
            .isInstanceOf(Killed.class);
        assertThat(visible()).isIn("", "dead");
      }
      publish(later("next"));

      assertThat(visible()).isIn("next", "dead");
      assertThat(bucket.list("sets/set.zarr.tmp")).isEmpty();
    }
  }

  private Publisher publisher(String run) {
    return new Publisher(run, other -> false, clock);
  }

  /** One who comes when claims have run out, and knows that all others are dead. */
  private Publisher later(String run) {
    clock.advance(Duration.ofMinutes(3));
    return new Publisher(run, other -> true, clock);
  }

  /** Of a publisher that nobody disturbs. */
  private int writes() {
    Counter counter = new Counter(0, () -> {});
    publish(counter.over(new InMemoryObjectStore()), publisher("one"));
    return counter.writes;
  }

  private Publication publish(Publisher by) {
    return publish(new Counter(0, () -> {}).over(bucket), by);
  }

  private Publication publish(ObjectStore store, Publisher by) {
    BucketPublisher publisher =
        new BucketPublisher(target, target.sibling("set.zarr.tmp"), Trees.FORM, by, store);
    TreeLocation draft = publisher.begin();
    Publication ended = publisher.publish(Trees.write(new Tree(store, draft.path()), by.run()));
    publisher.close();
    return ended;
  }

  private Tree draft(BucketPublisher publisher) {
    return new Tree(bucket, publisher.begin().path());
  }

  private String visible() {
    return Trees.visible(new Tree(bucket, target.path()));
  }

  /** Does something after one of the writes to a store; its closing is nobody's business. */
  private static final class Counter {
    private final int at;
    private final Runnable then;
    private int writes;

    Counter(int at, Runnable then) {
      this.at = at;
      this.then = then;
    }

    ObjectStore over(ObjectStore store) {
      return (ObjectStore)
          Proxy.newProxyInstance(
              ObjectStore.class.getClassLoader(),
              new Class<?>[] {ObjectStore.class},
              (proxy, method, arguments) -> {
                if (method.getName().equals("close")) {
                  return null;
                }
                try {
                  Object result = method.invoke(store, arguments);
                  if (WRITES.contains(method.getName()) && ++writes == at) {
                    then.run();
                  }
                  return result;
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              });
    }
  }
}

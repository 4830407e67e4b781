package org.novacat.persistence.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.novacat.persistence.store.Samples.KEY;
import static org.novacat.persistence.store.Samples.MANY;
import static org.novacat.persistence.store.Samples.bytesOf;
import static org.novacat.persistence.store.Samples.content;
import static org.novacat.persistence.store.Samples.text;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.persistence.store.ConditionalPut.Refused;
import org.novacat.persistence.store.ConditionalPut.Stored;

/** What replacing an object does that nobody else may have changed. */
interface ReplaceContract {
  /** An empty store, the same throughout one test. */
  ObjectStore store();

  @Test
  default void replaceIfMatch_withTheETagThatIsThere_replaces() {
    ETag etag = store().put(KEY, content("one")).etag();

    ConditionalPut result = store().replaceIfMatch(KEY, content("two"), etag);

    assertThat(result).isInstanceOf(Stored.class);
    assertThat(((Stored) result).object().info()).isEqualTo(store().head(KEY).orElseThrow());
    assertThat(text(store(), KEY)).isEqualTo("two");
  }

  @Test
  default void replaceIfMatch_withAnOldETag_leavesTheObjectAndTellsWhatIsThere() {
    ETag old = store().put(KEY, content("one")).etag();
    WrittenObject now = store().put(KEY, content("two"));

    ConditionalPut result = store().replaceIfMatch(KEY, content("three"), old);

    assertThat(result).isEqualTo(new Refused(now.info()));
    assertThat(text(store(), KEY)).isEqualTo("two");
  }

  @Test
  default void replaceIfMatch_ofNothing_isMissingAndCreatesNothing() {
    ETag etag = store().put(ObjectKey.of("other"), content("x")).etag();

    ConditionalPut result = store().replaceIfMatch(KEY, content("y"), etag);

    assertThat(result).isEqualTo(new Refused(null));
    assertThat(store().head(KEY)).isEmpty();
  }

  @Test
  default void replaceIfMatch_byManyAtOnceWithOneETag_hasOneWinner() throws Exception {
    for (int round = 0; round < 30; round++) {
      ETag etag = store().put(KEY, content("round " + round)).etag();

      List<ConditionalPut> results =
          Race.run(8, who -> store().replaceIfMatch(KEY, Content.of(bytesOf(who)), etag));

      List<Integer> winners =
          IntStream.range(0, 8).filter(i -> results.get(i) instanceof Stored).boxed().toList();
      assertThat(winners).as("winners of round %d", round).hasSize(1);
      assertThat(store().read(KEY, MANY)).isEqualTo(bytesOf(winners.get(0)));
    }
  }

  @Test
  default void counterRaisedByReplaceIfMatch_losesNoStep() throws Exception {
    store().put(KEY, content("0"));

    Race.run(
        4,
        who -> {
          for (int done = 0; done < 25; ) {
            done += raiseOnce() ? 1 : 0;
          }
          return who;
        });

    assertThat(text(store(), KEY)).isEqualTo("100");
  }

  @Test
  default void counterRaisedByPut_losesSteps() throws Exception {
    store().put(KEY, content("0"));
    Race allHaveRead = new Race(4);

    Race.run(
        4,
        who -> {
          String seen = text(store(), KEY);
          allHaveRead.meet();
          return store().put(KEY, content(Integer.toString(Integer.parseInt(seen) + 1)));
        });

    assertThat(text(store(), KEY)).as("why replaceIfMatch is there").isEqualTo("1");
  }

  private boolean raiseOnce() {
    ETag etag = store().head(KEY).orElseThrow().etag();
    int seen = Integer.parseInt(text(store(), KEY));
    return store().replaceIfMatch(KEY, content(Integer.toString(seen + 1)), etag) instanceof Stored;
  }
}

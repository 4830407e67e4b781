package org.novacat.persistence.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.novacat.persistence.store.Samples.KEY;
import static org.novacat.persistence.store.Samples.MANY;
import static org.novacat.persistence.store.Samples.bytesOf;
import static org.novacat.persistence.store.Samples.content;
import static org.novacat.persistence.store.Samples.text;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.persistence.store.ConditionalPut.Refused;
import org.novacat.persistence.store.ConditionalPut.Stored;

/** What creating an object does that nobody else may have created. */
interface CreateContract {
  /** An empty store, the same throughout one test. */
  ObjectStore store();

  @Test
  default void createIfAbsent_onAFreeKey_creates() {
    ConditionalPut result = store().createIfAbsent(KEY, content("mine"));

    assertThat(result).isInstanceOf(Stored.class);
    assertThat(((Stored) result).object().info()).isEqualTo(store().head(KEY).orElseThrow());
    assertThat(((Stored) result).object().sha256())
        .isEqualTo(ContentHash.of("mine".getBytes(UTF_8)));
    assertThat(text(store(), KEY)).isEqualTo("mine");
  }

  @Test
  default void createIfAbsent_onATakenKey_leavesItAndTellsWhatIsThere() {
    WrittenObject first = store().put(KEY, content("theirs"));

    ConditionalPut result = store().createIfAbsent(KEY, content("mine"));

    assertThat(result).isEqualTo(new Refused(first.info()));
    assertThat(text(store(), KEY)).isEqualTo("theirs");
  }

  @Test
  default void createIfAbsent_ofEqualBytesAgain_canBeToldFromAConflict() {
    ConditionalPut first = store().createIfAbsent(KEY, content("same"));
    ConditionalPut again = store().createIfAbsent(KEY, content("same"));

    assertThat(again).isInstanceOf(Refused.class);
    assertThat(info(again)).isEqualTo(info(first));
  }

  @Test
  default void createIfAbsent_afterDelete_createsAgain() {
    store().createIfAbsent(KEY, content("first"));
    store().delete(KEY);

    assertThat(store().createIfAbsent(KEY, content("second"))).isInstanceOf(Stored.class);
    assertThat(text(store(), KEY)).isEqualTo("second");
  }

  @Test
  default void createIfAbsent_byManyAtOnce_hasOneWinnerWhoseBytesStay() throws Exception {
    for (int round = 0; round < 30; round++) {
      ObjectKey key = ObjectKey.of("race/" + round);

      List<ConditionalPut> results =
          Race.run(8, who -> store().createIfAbsent(key, Content.of(bytesOf(who))));

      List<Integer> winners =
          IntStream.range(0, 8).filter(i -> results.get(i) instanceof Stored).boxed().toList();
      assertThat(winners).as("winners of round %d", round).hasSize(1);
      assertThat(store().read(key, MANY)).isEqualTo(bytesOf(winners.get(0)));
      ObjectInfo there = store().head(key).orElseThrow();
      assertThat(results).extracting(CreateContract::info).containsOnly(there);
    }
  }

  @Test
  default void lookingFirstAndThenPutting_hasManyWinners() throws Exception {
    Race allHaveLooked = new Race(4);

    List<Boolean> won =
        Race.run(
            4,
            who -> {
              boolean free = store().head(KEY).isEmpty();
              allHaveLooked.meet();
              store().put(KEY, Content.of(bytesOf(who)));
              return free;
            });

    assertThat(won).as("why createIfAbsent is there").containsOnly(true);
  }

  private static ObjectInfo info(ConditionalPut put) {
    return put instanceof Stored stored ? stored.object().info() : ((Refused) put).there();
  }
}

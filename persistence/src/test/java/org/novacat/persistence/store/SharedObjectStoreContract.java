package org.novacat.persistence.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.persistence.bucket.ObjectStores;
import org.novacat.persistence.bucket.StoreLocation;
import org.novacat.persistence.retry.RetryPolicy;
import org.novacat.persistence.retry.WaitListener;
import org.novacat.persistence.retry.Waits;
import org.novacat.persistence.testing.OtherProcess;

/** What every {@link ObjectStore} does that several processes may open by its location. */
public abstract class SharedObjectStoreContract extends ObjectStoreContract {
  private static final int ROUNDS = 30;

  /** Where an empty bucket is, the same throughout one test. */
  protected abstract StoreLocation emptyBucket() throws Exception;

  @Override
  protected final ObjectStore emptyStore() throws Exception {
    return opened();
  }

  /** With the patience of a person, who wants to know soon what does not work. */
  private ObjectStore opened() throws Exception {
    return ObjectStores.open(emptyBucket(), RetryPolicy.PROMPT, Waits.said(WaitListener.NONE));
  }

  @Test
  void createIfAbsent_byTwoProcessesAtOnce_hasOneWinner() throws Exception {
    try (ObjectStore store = opened();
        OtherProcess one = start();
        OtherProcess two = start()) {
      for (int round = 0; round < ROUNDS; round++) {
        ObjectKey key = ObjectKey.of("race/" + round);

        one.tell("create " + key + " one");
        two.tell("create " + key + " two");

        String winner = winner(one, two);
        assertThat(new String(store.read(key, 10), UTF_8)).isEqualTo(winner);
      }
    }
  }

  @Test
  void replaceIfMatch_byTwoProcessesAtOnce_hasOneWinner() throws Exception {
    ObjectKey key = ObjectKey.of("race");
    try (ObjectStore store = opened();
        OtherProcess one = start();
        OtherProcess two = start()) {
      for (int round = 0; round < ROUNDS; round++) {
        ETag etag = store.put(key, Content.of(("round" + round).getBytes(UTF_8))).etag();

        one.tell("replace " + key + " one " + etag);
        two.tell("replace " + key + " two " + etag);

        String winner = winner(one, two);
        assertThat(new String(store.read(key, 10), UTF_8)).isEqualTo(winner);
      }
    }
  }

  private OtherProcess start() throws Exception {
    return OtherProcess.start(StoreMain.class, serialised(emptyBucket()));
  }

  private static String winner(OtherProcess one, OtherProcess two) throws IOException {
    List<String> ends = List.of(one.hear(), two.hear());
    assertThat(ends).containsExactlyInAnyOrder("won", "lost");
    return ends.get(0).equals("won") ? "one" : "two";
  }

  private static String serialised(StoreLocation location) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(location);
    }
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }
}

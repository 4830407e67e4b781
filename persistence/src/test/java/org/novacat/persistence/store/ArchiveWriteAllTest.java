package org.novacat.persistence.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.key.LayoutKey;
import org.novacat.layouts.novacat.NovaCatKeys;
import org.novacat.persistence.testing.Samples;

class ArchiveWriteAllTest {
  private static final DataProductId ID = DataProductId.ofProductKey(Samples.PROVIDER, "one");
  private static final NovaId NOVA = NovaId.mint();
  private static final List<LayoutKey> KEYS =
      List.of(
          NovaCatKeys.spectrumParquet(NOVA, ID),
          NovaCatKeys.spectrumMetadata(NOVA, ID),
          NovaCatKeys.previewPng(NOVA, ID));

  private final InMemoryObjectStore kept = new InMemoryObjectStore();

  /** Each write waits for the others, and gives up when they do not come. */
  @Test
  void objectsOfAStoreBehindANetwork_areWrittenAtOnce_andToldInTheirOrder() {
    CyclicBarrier together = new CyclicBarrier(KEYS.size());
    Archive archive = new Archive(store(true, () -> together.await(20, TimeUnit.SECONDS)), "b");

    List<WriteResult> results = archive.writeAll(objects());

    assertThat(results)
        .extracting(result -> result.pointer().key())
        .containsExactlyElementsOf(KEYS.stream().map(LayoutKey::key).toList());
    assertThat(Stream.of(kept.list("")).flatMap(all -> all)).hasSize(KEYS.size());
  }

  /** The control. */
  @Test
  void objectsOfAFolder_areWrittenByTheThreadThatAsks() {
    Set<Thread> writers = ConcurrentHashMap.newKeySet();
    Archive archive = new Archive(store(false, () -> writers.add(Thread.currentThread())), "b");

    archive.writeAll(objects());

    assertThat(writers).containsExactly(Thread.currentThread());
  }

  @Test
  void oneThatFails_isTold_whenTheOthersHaveEnded() {
    CyclicBarrier together = new CyclicBarrier(KEYS.size());
    Archive archive =
        new Archive(
            store(
                true,
                () -> {
                  if (together.await(20, TimeUnit.SECONDS) == 0) {
                    throw new StoreUnreachable("away", null);
                  }
                }),
            "b");

    assertThatThrownBy(() -> archive.writeAll(objects()))
        .isInstanceOf(StoreUnreachable.class)
        .hasMessage("away");

    assertThat(kept.list("")).hasSize(KEYS.size() - 1);
  }

  private static List<NewObject> objects() {
    return KEYS.stream()
        .map(key -> new NewObject(key, Content.of(key.toString().getBytes(UTF_8))))
        .toList();
  }

  /** What happens before each write. */
  private interface Before {
    void write() throws InterruptedException, BrokenBarrierException, TimeoutException;
  }

  private ObjectStore store(boolean isRemote, Before before) {
    return (ObjectStore)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {ObjectStore.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("isRemote")) {
                return isRemote;
              }
              if (method.getName().equals("put")) {
                before.write();
              }
              try {
                return method.invoke(kept, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}

package org.novacat.persistence.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.persistence.retry.WaitListener;
import org.novacat.persistence.retry.Waiting;
import org.novacat.persistence.retry.Waits;
import org.novacat.persistence.store.Archive;
import org.novacat.persistence.store.StoreUnreachable;
import org.novacat.persistence.testing.MutableClock;
import org.novacat.persistence.testing.S3Servers;

/** An archive as tasks open it, of a server that is away, by a clock that only waiting moves. */
class ArchiveLocationIT {
  private final MutableClock clock = new MutableClock();
  private final List<Waiting> said = new ArrayList<>();
  private final Waits waits =
      new Waits(
          clock::advance,
          clock,
          new WaitListener() {
            @Override
            public void waits(Waiting waiting) {
              said.add(waiting);
            }
          });

  @AfterEach
  void shareNothing() {
    waits.unshare();
  }

  @Test
  @Timeout(60)
  void serverIsAway_tasksOfTheRunsProcessSayThatTheyWait() throws IOException {
    waits.share();
    readFromNobody();

    waits.unshare();
    assertThat(Waits.ofProcess()).as("afterwards").isNotSameAs(waits);
    assertThat(said)
        .first()
        .satisfies(
            first -> {
              assertThat(first.soFar()).isEqualTo(Duration.ofSeconds(10));
              assertThat(first.what()).contains("some/key");
            });
  }

  private void readFromNobody() throws IOException {
    S3Servers.letIn();
    StoreLocation nobody = S3Servers.at("http://127.0.0.1:" + unusedPort(), "bucket");
    try (Archive archive = new ArchiveLocation(nobody, "bucket").open()) {
      assertThatThrownBy(() -> archive.find(new ObjectKey("some/key")))
          .isInstanceOf(StoreUnreachable.class);
    }
  }

  private static int unusedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}

package org.novacat.persistence.local;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ControlPortTest {
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Usage usage = new Usage(Duration.ofNanos(1), 0);
  private ControlPort port;

  @BeforeEach
  void open() throws IOException {
    port = ControlPort.open("token", usage, stop);
  }

  @AfterEach
  void close() throws IOException {
    port.close();
  }

  @Test
  void use_isALeaseUntilTheConnectionCloses() throws Exception {
    Socket lease = Control.ask(server("token"), Control.USE);
    assertThat(usage.endIfIdle(0, Long.MAX_VALUE / 2)).isFalse();

    lease.close();

    Await.until("the lease ends", () -> usage.endIfIdle(0, Long.MAX_VALUE / 2 + 10));
  }

  @Test
  void stop_isPassedOn() throws Exception {
    Control.ask(server("token"), Control.STOP).close();

    stop.await();
  }

  @Test
  void wrongToken_isTurnedAway() {
    assertThatThrownBy(() -> Control.ask(server("other"), Control.STOP))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("'NO'");
    assertThat(stop.getCount()).isEqualTo(1);
  }

  @Test
  void serverThatHasDecidedToEnd_givesNoLease() {
    usage.endIfIdle(0, Long.MAX_VALUE);

    assertThatThrownBy(() -> Control.ask(server("token"), Control.USE))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("'NO'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "USE", "USE token ", "GET / HTTP/1.1", "stop token"})
  void otherWords_areTurnedAway(String words) throws Exception {
    assertThat(answerTo(words + "\n")).isEqualTo(Control.NO);
  }

  @Test
  void endlessLine_isCutAndTurnedAway() throws Exception {
    assertThat(answerTo("x".repeat(300))).isEqualTo(Control.NO);
  }

  @Test
  void silentClient_doesNotKeepOthersFromAnswers() throws Exception {
    try (Socket silent = new Socket(Control.loopback(), port.number())) {
      Control.ask(server("token"), Control.STOP).close();
      assertThat(silent.isConnected()).isTrue();
    }
  }

  private String answerTo(String words) throws IOException {
    try (Socket client = new Socket(Control.loopback(), port.number())) {
      client.getOutputStream().write(words.getBytes(US_ASCII));
      return Control.readLine(client.getInputStream());
    }
  }

  private ServerRecord server(String token) {
    return new ServerRecord(1, port.number(), 1, token);
  }
}

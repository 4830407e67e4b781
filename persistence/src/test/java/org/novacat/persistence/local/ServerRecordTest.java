package org.novacat.persistence.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerRecordTest {
  @TempDir Path path;

  @Test
  void record_isReadBack() throws IOException {
    ServerRecord record = new ServerRecord(8123, 8124, 99, "a-b");

    record.write(folder());

    assertThat(ServerRecord.read(folder())).contains(record);
    assertThat(record.endpoint()).isEqualTo(URI.create("http://127.0.0.1:8123"));
  }

  @Test
  void laterRecord_replacesTheEarlier() throws IOException {
    new ServerRecord(1, 2, 3, "first").write(folder());
    ServerRecord second = new ServerRecord(4, 5, 6, "second");

    second.write(folder());

    assertThat(ServerRecord.read(folder())).contains(second);
  }

  @Test
  void noRecord_isEmpty() {
    assertThat(ServerRecord.read(folder())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "port=1", "port=x\ncontrol-port=2\npid=3\ntoken=t", "\\u00zz"})
  void damagedRecord_isEmpty(String text) throws IOException {
    Files.writeString(folder().record(), text);

    assertThat(ServerRecord.read(folder())).isEmpty();
  }

  private ServerFolder folder() {
    return new ServerFolder(path);
  }
}

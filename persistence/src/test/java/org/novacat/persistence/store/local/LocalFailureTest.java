package org.novacat.persistence.store.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novacat.persistence.store.StoreDenied;
import org.novacat.persistence.store.StoreException;
import org.novacat.persistence.store.StoreUnreachable;

class LocalFailureTest {
  private static final String ACTION = "write object 'k' in '/b'";

  @Test
  void noPermission_isDeniedAndSaysWhichFile() {
    StoreException failure = LocalFailure.of(ACTION, new AccessDeniedException("/b/k"));

    assertThat(failure)
        .isInstanceOf(StoreDenied.class)
        .hasMessage(
            "Cannot write object 'k' in '/b': no permission for '/b/k' (let this user read and write there, or choose another store)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Read-only file system",
        "Operation not permitted",
        "Not a directory",
        "File name too long"
      })
  void refusalOfTheSystem_isDenied(String reason) {
    StoreException failure = LocalFailure.of(ACTION, new FileSystemException("/b/k", null, reason));

    assertThat(failure)
        .isInstanceOf(StoreDenied.class)
        .hasMessageContainingAll("Cannot " + ACTION, reason, "(");
  }

  @ParameterizedTest
  @ValueSource(strings = {"No space left on device", "Input/output error", "Stale file handle"})
  void troubleOfTheDisk_mayPass(String reason) {
    IOException cause = new FileSystemException("/b/k", null, reason);

    StoreException failure = LocalFailure.of(ACTION, cause);

    assertThat(failure)
        .isInstanceOf(StoreUnreachable.class)
        .hasMessageContainingAll("Cannot " + ACTION, reason, "see to the disk")
        .hasCause(cause);
  }

  @Test
  void failureWithoutWords_stillSaysWhatFailed() {
    assertThat(LocalFailure.of(ACTION, new IOException()))
        .isInstanceOf(StoreUnreachable.class)
        .hasMessageContainingAll("Cannot " + ACTION, "IOException");
  }
}

package org.novacat.persistence.store.local;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.Map;
import org.novacat.persistence.store.StoreDenied;
import org.novacat.persistence.store.StoreException;
import org.novacat.persistence.store.StoreUnreachable;

/** Which of the store's exceptions a failure of the file system is. */
final class LocalFailure {
  private static final String PERMIT =
      "let this user read and write there, or choose another store";

  /**
   * What to do about a refusal, by the words of strerror(3): java.nio has no exceptions of their
   * own for EPERM, EROFS, ENOTDIR and ENAMETOOLONG. In another language than English they count as
   * unreachable.
   */
  private static final Map<String, String> REFUSALS =
      Map.of(
          "Operation not permitted",
          PERMIT,
          "Read-only file system",
          PERMIT,
          "Not a directory",
          "a file is in the way: choose another folder",
          "File name too long",
          "shorten the key's longest part to 255 bytes");

  private LocalFailure() {}

  /**
   * The exception for {@code e}.
   *
   * @param action what could not be done, to which object
   */
  static StoreException of(String action, IOException e) {
    if (e instanceof AccessDeniedException denied) {
      return new StoreDenied(
          "Cannot %s: no permission for '%s' (%s)".formatted(action, denied.getFile(), PERMIT), e);
    }
    String reason = e instanceof FileSystemException f ? f.getReason() : null;
    if (reason != null && REFUSALS.containsKey(reason)) {
      return new StoreDenied(
          "Cannot %s: %s (%s)".formatted(action, e.getMessage(), REFUSALS.get(reason)), e);
    }
    return new StoreUnreachable(
        "Cannot %s: %s (see to the disk, then run again)".formatted(action, e), e);
  }
}

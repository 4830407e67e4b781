package org.novacat.layouts.photometry;

import static java.util.Objects.requireNonNull;

/**
 * Why nothing of a file enters a table.
 *
 * @param code the persisted code
 * @param message one sentence for people, with the values at fault
 * @param remedy what would mend it, e.g. what a sidecar would have to say
 */
public record FileRefusal(FileRefusalCode code, String message, String remedy) {
  public FileRefusal {
    requireNonNull(code, "code is null");
    requireNonNull(message, "message is null");
    requireNonNull(remedy, "remedy is null");
  }
}

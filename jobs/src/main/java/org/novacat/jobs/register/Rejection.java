package org.novacat.jobs.register;

import static java.util.Objects.requireNonNull;

/**
 * One thing that was not registered, and why.
 *
 * @param where the file, or the manifest and its line
 * @param code the reason
 * @param message one sentence with the values at fault and what to do
 */
public record Rejection(String where, RejectCode code, String message) {
  public Rejection {
    requireNonNull(where, "where is null");
    requireNonNull(code, "code is null");
    requireNonNull(message, "message is null");
  }
}

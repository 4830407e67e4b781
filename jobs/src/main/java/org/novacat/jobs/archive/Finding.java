package org.novacat.jobs.archive;

import static java.util.Objects.requireNonNull;

/**
 * One thing that is not as it should be.
 *
 * @param what the object or item
 * @param message what is wrong with it, and what to do
 */
record Finding(CheckKind kind, String what, String message) {
  Finding {
    requireNonNull(kind, "kind is null");
    requireNonNull(what, "what is null");
    requireNonNull(message, "message is null");
  }
}

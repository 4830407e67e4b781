package org.novacat.jobs.job;

import static java.util.Objects.requireNonNull;

/**
 * How one thing ended, by name.
 *
 * @param code why; "" where the ending says all
 * @param what the thing: a file, a product, an upload
 * @param message a sentence that names it, with the values at fault and what to do
 */
record NamedEnding(Ending ending, String code, String what, String message) {
  NamedEnding {
    requireNonNull(ending, "ending is null");
    requireNonNull(code, "code is null");
    requireNonNull(what, "what is null");
    requireNonNull(message, "message is null");
  }
}

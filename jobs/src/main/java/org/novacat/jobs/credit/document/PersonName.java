package org.novacat.jobs.credit.document;

import java.util.Optional;

/**
 * A name that its owner has parted by a comma. Any other name stays whole, because nobody can tell
 * its parts, nor a person from a group.
 */
record PersonName(String family, String given) {
  static Optional<PersonName> of(String name) {
    String[] parts = name.split(",", -1);
    if (parts.length != 2 || parts[0].isBlank() || parts[1].isBlank()) {
      return Optional.empty();
    }
    return Optional.of(new PersonName(parts[0].strip(), parts[1].strip()));
  }
}

package org.novacat.jobs.zip;

import static java.util.Objects.requireNonNull;

import org.novacat.layouts.id.ContentHash;

/**
 * What is known of an entry when it has been written.
 *
 * @param name where it is unpacked
 * @param length bytes, unpacked
 * @param sha256 of these bytes
 * @param crc32 of these bytes, as the zip file has it
 */
public record ZippedEntry(EntryName name, long length, ContentHash sha256, long crc32) {
  public ZippedEntry {
    requireNonNull(name, "name is null");
    requireNonNull(sha256, "sha256 is null");
  }
}

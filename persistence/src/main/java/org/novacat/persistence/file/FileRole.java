package org.novacat.persistence.file;

/** What a stored object is to its product. */
public enum FileRole {
  /** The file as it came, unchangeable. */
  RAW,
  /** Where the raw file came from. */
  SOURCE,
  /** The archive that the raw file was taken from. */
  ARCHIVE,
  /** A member of the archive that is no product. */
  MEMBER,
  /** The file as it was when it was refused. */
  QUARANTINE,
  /** Why it was refused. */
  QUARANTINE_CONTEXT,
  SPECTRUM,
  METADATA,
  PREVIEW
}

package org.novacat.jobs.register.source;

/** Why a file or a manifest row was not registered. Codes are reported and counted. */
public enum RejectCode {
  /** A manifest row lacks a required value or has one that cannot be read. */
  ROW_INVALID,
  /** A name or address is too long, or a name hides characters. */
  NAME_INVALID,
  /** Another source of the same command cannot be read as a manifest or folder at all. */
  LIST_UNREADABLE,
  /** Two rows, or two files that are not said to be the same, name the same product. */
  DUPLICATE_PRODUCT_KEY,
  /** No nova of that name. */
  NOVA_UNKNOWN,
  /** The name belongs to several novae. */
  NOVA_AMBIGUOUS,
  /** Nobody says whose spectrum it is. */
  NOVA_UNSTATED,
  /** Two names that stand beside it are not of one nova. */
  NOVA_CONFLICT,
  /** The sidecar, or what else is said beside the file, cannot be read or followed. */
  SIDECAR_INVALID,
  /** Two places do not agree on who may see it. */
  RIGHTS_CONFLICT,
  /** What the user named is text in which no spectrum was found. */
  NOT_A_SPECTRUM,
  /** The locator is of no kind that can be fetched. */
  LOCATOR_UNSUPPORTED,
  /** Nothing lies at the locator. */
  SOURCE_MISSING,
  /** Something lies there that may not be read, or the server refuses. */
  SOURCE_DENIED,
  /** A folder, a link to one, a pipe, a socket or a device lies there. */
  SOURCE_NOT_A_FILE,
  /** The transfer failed after all retries, or its answer makes no sense. */
  SOURCE_UNREACHABLE,
  /** The server does not answer, or its bytes come too slowly. */
  SOURCE_TOO_SLOW,
  /** The temporary folder cannot keep the bytes. */
  SOURCE_NOT_KEPT,
  /** A fault of novacat's own at this file. */
  SOURCE_FAILED,
  /** The memory does not suffice for this file, not even alone. */
  OUT_OF_MEMORY,
  /** The file is empty. */
  SOURCE_EMPTY,
  /** The file is larger than {@code --max-file-bytes}. */
  SOURCE_TOO_LARGE,
  /** The bytes are not those that the manifest promised. */
  SHA256_MISMATCH,
  /** The archive, or a member of it, is damaged or of a kind that cannot be unpacked. */
  ARCHIVE_UNREADABLE,
  /** A member's name leads out of the archive, or is no legal object key. */
  ARCHIVE_UNSAFE_NAME,
  /** Too many members, too many bytes, or too high a compression ratio. */
  ARCHIVE_LIMIT,
  /** A member is an archive itself. */
  ARCHIVE_NESTED,
  /** The archive has no spectrum in it. */
  ARCHIVE_EMPTY,
  /** The product is registered with other bytes and validated: raw bytes are immutable. */
  RAW_IMMUTABLE,
  /** The product is registered with other facts. */
  PRODUCT_CONFLICT
}

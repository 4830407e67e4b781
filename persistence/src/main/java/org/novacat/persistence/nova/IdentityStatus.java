package org.novacat.persistence.nova;

/** Whether a nova is known to be one of its own. */
public enum IdentityStatus {
  /** It is. */
  ACTIVE,
  /** It lies so near another nova that a person must say whether the two are one. */
  QUARANTINED,
  /** It turned out to be another nova; its names lead there now. */
  MERGED
}

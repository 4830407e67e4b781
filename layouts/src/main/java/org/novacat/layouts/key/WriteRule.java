package org.novacat.layouts.key;

/** How often the object at a key may be written. */
public enum WriteRule {
  /** Written once, with If-None-Match, and never again. */
  IMMUTABLE,

  /** Raw bytes: may be acquired anew until they have been validated, then immutable. */
  IMMUTABLE_ONCE_VALID,

  /** Made from immutable objects: may be made again at any time, with the same result. */
  DERIVED,

  /** Replaced in place, in one PUT with If-Match on the version that was read. */
  REPLACED
}

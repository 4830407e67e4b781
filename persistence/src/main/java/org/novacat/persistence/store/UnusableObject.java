package org.novacat.persistence.store;

import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.key.ObjectKey;

/** An object is not the one that an item points at; the message says which, and what to do. */
public final class UnusableObject extends RuntimeException {
  private final Fault fault;

  /** What is wrong with an object. */
  public enum Fault {
    /** It is not there. */
    MISSING,
    /** It has other bytes. */
    CHANGED,
    /** It is sound as far as one can say, and longer than the caller can take. */
    TOO_LARGE
  }

  private UnusableObject(Fault fault, ObjectKey key, String what, String remedy) {
    super("Cannot use object '%s': %s (%s)".formatted(key, what, remedy));
    this.fault = fault;
  }

  /** What is wrong with the object. */
  public Fault fault() {
    return fault;
  }

  <T> ReadResult<T> result() {
    return new ReadResult.Unusable<>(this);
  }

  public static UnusableObject missing(ObjectKey key) {
    return new UnusableObject(Fault.MISSING, key, "it is not there", "see 'novacat verify'");
  }

  public static UnusableObject changed(ObjectKey key, ContentHash expected, ContentHash found) {
    return changed(key, "its SHA-256 is %s, the table says %s".formatted(found, expected));
  }

  static UnusableObject ofLength(Pointer pointer, long found) {
    String what = "it has %s bytes, the table says %s".formatted(found, pointer.byteLength());
    return changed(pointer.key(), what);
  }

  private static UnusableObject changed(ObjectKey key, String what) {
    return new UnusableObject(Fault.CHANGED, key, what, "see 'novacat verify --deep'");
  }

  static UnusableObject tooLarge(ObjectKey key, long most) {
    String what = "it is larger than %s bytes".formatted(most);
    return new UnusableObject(Fault.TOO_LARGE, key, what, "make it shorter");
  }
}

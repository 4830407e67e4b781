package org.novacat.persistence.table;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/** One request failed in a way that trying again may mend. Never leaves the persistence module. */
public final class TransientStoreException extends RuntimeException {
  /** What may have become of the request. */
  public enum Effect {
    /** It was turned away before anything happened: throttling, no connection. */
    NONE,
    /** It may have been carried out: a lost reply, a time-out, an internal error. */
    POSSIBLE
  }

  private final Effect effect;
  private final String remedy;

  public TransientStoreException(Effect effect, String message, @Nullable Throwable cause) {
    this(effect, message, "run the command again later", cause);
  }

  /**
   * A failure that a person can do something about.
   *
   * @param remedy what to do when trying again does not mend it
   */
  public TransientStoreException(
      Effect effect, String message, String remedy, @Nullable Throwable cause) {
    super(message, cause);
    this.effect = requireNonNull(effect, "effect is null");
    this.remedy = requireNonNull(remedy, "remedy is null");
  }

  /** The same of a request that changes nothing, whatever became of it. */
  public TransientStoreException without() {
    return new TransientStoreException(Effect.NONE, String.valueOf(getMessage()), remedy, this);
  }

  /** What to do when trying again does not mend it. */
  public String remedy() {
    return remedy;
  }

  /** What may have become of the request. */
  public Effect effect() {
    return effect;
  }
}

package org.novacat.persistence.table;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/** One request failed in a way that trying again may mend. Never leaves the persistence module. */
public final class TransientStoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What may have become of the request. */
  public enum Effect {
    /** It was turned away before anything happened: throttling, no connection. */
    NONE,
    /** It may have been carried out: a lost reply, a time-out, an internal error. */
    POSSIBLE
  }

  private final Effect effect;

  public TransientStoreException(Effect effect, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.effect = requireNonNull(effect, "effect is null");
  }

  /** What may have become of the request. */
  public Effect effect() {
    return effect;
  }
}

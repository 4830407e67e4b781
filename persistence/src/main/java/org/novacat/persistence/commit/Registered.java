package org.novacat.persistence.commit;

import org.novacat.persistence.product.ProductRef;

/** What became of a registration. Each gets exactly one. */
public sealed interface Registered {
  Registration registration();

  /** The product is new. */
  record Created(Registration registration, ProductRef product) implements Registered {}

  /** The product was known without its bytes; now they are recorded. */
  record Acquired(Registration registration, ProductRef product) implements Registered {}

  /** The product was known with the same facts; nothing was written. */
  record AlreadyThere(Registration registration, ProductRef product) implements Registered {}

  /** It contradicts what is known; nothing was written. */
  record Conflict(Registration registration, String why) implements Registered {}

  /** It may or may not be registered; registering it again tells. */
  record Unknown(Registration registration, String why) implements Registered {}
}

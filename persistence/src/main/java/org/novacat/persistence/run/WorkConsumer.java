package org.novacat.persistence.run;

import java.util.List;

/** Who makes something from novae, and so has to see what changes of them. */
public enum WorkConsumer {
  /** The one photometry table of a nova. */
  TABLE,
  /** What is known of a nova as one archive for others. */
  BUNDLE,
  /** What is published. */
  RELEASE,
  /** The tables over all novae. */
  STORE;

  /** Those that see what novae are, and what their products hold. */
  public static final List<WorkConsumer> OF_PRODUCTS = List.of(BUNDLE, RELEASE, STORE);

  /** Those that also list what they leave out, and why. */
  public static final List<WorkConsumer> OF_LISTS = List.of(BUNDLE, RELEASE);
}

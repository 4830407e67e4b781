package org.novacat.persistence.nova;

import java.util.List;

/** Which novae a name leads to. */
public sealed interface Resolution {
  /** One. */
  record One(Nova nova) implements Resolution {}

  /** None. */
  record None(String name) implements Resolution {}

  /** More than one, in order of their ids; the name alone does not say which. */
  record Several(String name, List<Nova> novae) implements Resolution {
    public Several {
      novae = List.copyOf(novae);
    }
  }
}

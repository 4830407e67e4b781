package org.novacat.persistence.item;

/** A record that is an item of its own; its last component is what every item carries. */
public interface Stored {
  /** When and by whom it was written. */
  ItemMeta meta();
}

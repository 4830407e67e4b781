package org.novacat.persistence.item;

/** What a name is to its nova. */
public enum NameKind {
  PRIMARY,
  ALIAS,
  /** No name: the entry that lists the nova among all. */
  DIRECTORY
}

package org.novacat.persistence.nova;

/** What a name is to its nova. */
public enum NameKind {
  PRIMARY,
  ALIAS,
  /** No name: the entry that lists the nova among all. */
  DIRECTORY
}

package org.novacat.jobs.credit;

/** Where a fact of a credit comes from; the first that has it says it. */
public enum Origin {
  /** A person or a manifest said it of this spectrum or file. */
  ITEM,
  /** The header of the file says it. */
  HEADER,
  /** It holds for all that comes from the provider. */
  PROVIDER,
  /** Nobody says it. */
  NOBODY
}

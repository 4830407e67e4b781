package org.novacat.layouts.key;

/** Who may see what lies in a bucket. */
public enum BucketRole {
  /** Scientific data; never exposed. */
  PRIVATE,
  /** The public site and what was approved for it. */
  PUBLIC
}

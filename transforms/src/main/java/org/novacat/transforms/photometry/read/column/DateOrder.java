package org.novacat.transforms.photometry.read.column;

/** What stands first in dates such as {@code 03/04/2021}. */
public enum DateOrder {
  /** The day. */
  DMY,
  /** The month. */
  MDY,
  /** Nothing says, so such dates cannot be read. */
  UNSTATED
}

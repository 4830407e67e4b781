package org.novacat.layouts.novacat;

/**
 * Which item answers for the object at a key. An object without its item is what a killed run left,
 * or the item is lost.
 */
public enum Voucher {
  /** The item of the object itself, which has its length and SHA-256. */
  FILE_OBJECT,
  /** The product of the key, which has length and SHA-256 of its raw bytes. */
  PRODUCT,
  /** The photometry upload of the key, which has the SHA-256 of what its last verdict left. */
  UPLOAD,
  /** The part of the upload of the key about a nova, which has length and SHA-256. */
  PART,
  /** The photometry table of the nova, which has the SHA-256 of all but earlier schemas' tables. */
  TABLE,
  /** The bundle of the nova, which has the SHA-256. */
  BUNDLE,
  /** The release, whose list of files has their SHA-256; for what is current, that which is. */
  RELEASE,
  /** The run, whose summary has the SHA-256. */
  JOB_RUN,
  /** None: people put it there. */
  NOBODY
}

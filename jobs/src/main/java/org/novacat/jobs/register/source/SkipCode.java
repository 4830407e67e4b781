package org.novacat.jobs.register.source;

/** Why a file that lies among others is not registered, though nothing is wrong with it. */
public enum SkipCode {
  /** Its name begins with a dot. */
  HIDDEN,
  /** It says something of another file. */
  SIDECAR,
  /** It says something of many files, a row each. */
  METADATA_TABLE,
  /** It lists files. */
  MANIFEST,
  /** It is photometry. */
  LIGHT_CURVE,
  /** It is text in which no spectrum was found. */
  NOT_A_SPECTRUM,
  /** Files that end so are not looked into. */
  UNKNOWN_ENDING,
  /** novacat made it of another. */
  MADE
}

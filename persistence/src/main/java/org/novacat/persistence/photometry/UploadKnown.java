package org.novacat.persistence.photometry;

/** What came of making an upload known. */
public enum UploadKnown {
  /** It was not known; now it waits. */
  NEW,
  /** It was known with other companions or for another nova; it waits again. */
  AGAIN,
  /** It was known just so; nothing was written. */
  ALREADY
}

package org.novacat.persistence.state;

/** What can happen to an upload. */
public enum UploadEvent {
  /** Its bytes came. */
  REGISTERED,
  /** Somebody gave it other companions, or said that it is of another nova. */
  SAID_ANEW,
  /** A run let rows of it into tables. */
  ACCEPTED,
  /** A run refused it as a whole. */
  REFUSED,
  /** A person lets it have another try. */
  RETRY_APPROVED,
  /** A person refuses it for good. */
  REJECTED
}

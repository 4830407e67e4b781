package org.novacat.persistence.state;

/** Whether a run should take a product up. */
public enum Eligibility {
  ACQUIRE,
  NONE
}

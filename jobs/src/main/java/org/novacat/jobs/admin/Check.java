package org.novacat.jobs.admin;

/**
 * One thing that {@code doctor} looked at.
 *
 * @param what it is
 * @param passed whether it is as it should be
 * @param detail what was found, and where it fails what to do
 */
record Check(String what, boolean passed, String detail) {
  /** Something that can be looked at, and may fail. */
  interface Look {
    String detail() throws Exception;
  }

  /** Looks; what is thrown is the failure. */
  @SuppressWarnings("CatchingUnchecked") // whatever goes wrong is what a doctor is for
  static Check of(String what, Look look) {
    try {
      return new Check(what, true, look.detail());
    } catch (Exception e) {
      return new Check(what, false, String.valueOf(e.getMessage()));
    }
  }
}

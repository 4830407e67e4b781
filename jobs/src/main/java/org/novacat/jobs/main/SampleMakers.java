package org.novacat.jobs.main;

import org.novacat.jobs.cli.UserError;

/** Whether this program can make samples: the uber-jar cannot. */
final class SampleMakers {
  private static final String ONE = "org.novacat.jobs.samples.SampleArchive";

  private SampleMakers() {}

  /**
   * Checks that it can.
   *
   * @throws UserError when it cannot
   */
  static void require() {
    try {
      Class.forName(ONE, false, SampleMakers.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new UserError(
          "Cannot make samples: this jar has no makers of them, being made for clusters"
              + " (make them with ./novacat in a checkout)");
    }
  }
}

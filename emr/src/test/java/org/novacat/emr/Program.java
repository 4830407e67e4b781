package org.novacat.emr;

import java.util.List;

/** The program somewhere. What fails there is an assertion that fails. */
interface Program {
  /** Runs a command with Spark; what it says on standard output. */
  String submit(List<String> words);

  /** Runs commands that need no Spark, one after the other; what they say on standard output. */
  String run(List<List<String>> commands);
}

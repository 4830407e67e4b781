package org.novacat.jobs.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What a job has to say at its end: one value, shown to people and stored for programs. */
public interface Report {
  /** For standard output under {@code --output json}, and for {@code output.json}. */
  ObjectNode json();

  /** For a terminal. */
  List<String> lines();
}

package org.novacat.jobs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.novacat.jobs.cli.ExitCode;

/** How a command ended and what it said. */
record Ran(int code, String out, String err) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Itself, when the command ended so. */
  Ran expect(ExitCode expected) {
    assertThat(code).as("exit code; output:%n%s%nerrors:%n%s", out, err).isEqualTo(expected.code());
    return this;
  }

  /** The one JSON line that {@code --output json} prints. */
  JsonNode json() {
    assertThat(out.strip().lines()).as(err).hasSize(1);
    try {
      return JSON.readTree(out);
    } catch (JsonProcessingException e) {
      throw new AssertionError("No JSON: " + out, e);
    }
  }
}

package org.novacat.jobs.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.novacat.jobs.cli.ExitCode;

/** How a command ended and what it said. */
public record Ran(int code, String out, String err) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Itself, when the command ended so. */
  public Ran expect(ExitCode expected) {
    assertThat(code).as("exit code; output:%n%s%nerrors:%n%s", out, err).isEqualTo(expected.code());
    return this;
  }

  /** Its standard output as JSON Lines; fails where a line is none. */
  public List<JsonNode> jsonLines() {
    return out.lines().map(Ran::parsed).toList();
  }

  /** Its standard output as the one JSON line that it must be. */
  public JsonNode json() {
    assertThat(out.lines()).as(err).hasSize(1);
    return parsed(out);
  }

  private static JsonNode parsed(String line) {
    try {
      JsonNode node = JSON.readTree(line);
      assertThat(node.isObject()).as(line).isTrue();
      return node;
    } catch (JsonProcessingException e) {
      throw new AssertionError("No JSON: " + line, e);
    }
  }
}

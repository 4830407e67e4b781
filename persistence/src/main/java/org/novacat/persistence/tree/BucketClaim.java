package org.novacat.persistence.tree;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.novacat.persistence.store.Content;

/**
 * What stands in the place of a tree's marker while a run publishes it: who does, until when nobody
 * else may, how far he is, and the marker that is to take its place. It is no JSON, so that no
 * reader takes it for the marker.
 *
 * @param whole whether all objects but the summary are there, and were looked at
 * @param marker the bytes of the marker itself
 */
record BucketClaim(String run, Instant until, boolean whole, byte[] marker) {
  private static final Pattern LINE =
      Pattern.compile(
          "Being published by run (\\S+) until (\\S+), (in part|whole); not readable yet\\n");

  Content content() {
    byte[] line =
        "Being published by run %s until %s, %s; not readable yet\n"
            .formatted(run, until, whole ? "whole" : "in part")
            .getBytes(UTF_8);
    byte[] all = Arrays.copyOf(line, line.length + marker.length);
    System.arraycopy(marker, 0, all, line.length, marker.length);
    return Content.of(all);
  }

  /** The claim in the place of a marker; empty when it is none. */
  static Optional<BucketClaim> read(byte[] bytes) {
    int end = 0;
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
    }
    Matcher line = LINE.matcher(new String(bytes, 0, Math.min(end + 1, bytes.length), UTF_8));
    return line.matches()
        ? Optional.of(
            new BucketClaim(
                line.group(1),
                Instant.parse(line.group(2)),
                line.group(3).equals("whole"),
                Arrays.copyOfRange(bytes, end + 1, bytes.length)))
        : Optional.empty();
  }
}

package org.novacat.persistence.run;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.novacat.layouts.id.ContentHash;
import org.novacat.persistence.lock.LockRequest;

/**
 * What a run sets out to do, as its idempotency key: {@code workflow:subject:schema_version}, and
 * where a source is asked again and again, {@code :} and the time bucket. The same work has the
 * same key in every process. Strictly internal: its text is for the table, so this package alone
 * can read it, and it enters no event and no object.
 */
public final class RunKey {
  private static final DateTimeFormatter BUCKET =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** A lock has the key in its partition key, which the table limits. */
  private static final int LONGEST_SUBJECT = 250;

  private final String text;

  private RunKey(String text) {
    this.text = text;
  }

  /**
   * The key of work that is done once.
   *
   * @param workflow without {@code :} and {@code #}
   * @param subject what it is about, such as an id, or the hash of a plan
   * @param schemaVersion of what comes out; other versions are other work
   */
  public static RunKey of(String workflow, String subject, int schemaVersion) {
    boolean isName = !workflow.isBlank() && !workflow.contains(":") && !workflow.contains("#");
    boolean isSubject = !subject.isBlank() && subject.length() <= LONGEST_SUBJECT;
    if (!isName || !isSubject || schemaVersion < 1) {
      throw new IllegalArgumentException(
          "Cannot make key of workflow '%s', subject '%s', schema version %s: a workflow has a name without ':' and '#', a subject 1 to %s letters, versions count from 1"
              .formatted(workflow, subject, schemaVersion, LONGEST_SUBJECT));
    }
    return new RunKey("%s:%s:%s".formatted(workflow, subject, schemaVersion));
  }

  /**
   * The key of work that looks at a source, which is done once in each bucket of time.
   *
   * @param at when it is done
   * @param bucket how long a bucket is, whole seconds; buckets are counted from 1970-01-01 UTC
   */
  public static RunKey polled(
      String workflow, String subject, int schemaVersion, Instant at, Duration bucket) {
    long length = bucket.toSeconds();
    if (length < 1 || !Duration.ofSeconds(length).equals(bucket)) {
      throw new IllegalArgumentException(
          "Cannot make key of workflow '%s': a bucket of %s is not one of whole seconds"
              .formatted(workflow, bucket));
    }
    Instant begin = Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), length) * length);
    return new RunKey(of(workflow, subject, schemaVersion).text + ":" + BUCKET.format(begin));
  }

  /** What {@link #text} gave. */
  static RunKey stored(String text) {
    return new RunKey(requireNonNull(text, "text is null"));
  }

  String text() {
    return text;
  }

  /** The name of the workflow. */
  public String workflow() {
    return text.substring(0, text.indexOf(':'));
  }

  /**
   * Asks for the lock of this work, which answers whoever asks again with what came of it.
   *
   * @param payload of the canonical plan
   */
  public LockRequest once(ContentHash payload) {
    return LockRequest.once(text, payload);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RunKey key && text.equals(key.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** Not the key: what is printed may end in an object. */
  @Override
  public String toString() {
    return "key of " + workflow();
  }
}

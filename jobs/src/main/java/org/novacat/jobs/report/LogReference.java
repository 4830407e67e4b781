package org.novacat.jobs.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.novacat.persistence.log.LogPointers;

/** Where a document, or a report, says in which log the run that made it tells more. */
public final class LogReference {
  private static final String NAME = "log_reference";

  private LogReference() {}

  /**
   * Puts it into a document.
   *
   * @param logs null where nobody keeps the log; nothing is put then
   */
  public static void put(ObjectNode document, @Nullable LogPointers logs) {
    if (logs != null) {
      ObjectNode reference = document.withObject("/" + NAME);
      reference.put("group", logs.group()).put("stream", logs.stream());
      reference.put("run_id", logs.runId());
    }
  }

  /** Whether two documents say the same but for it. */
  public static boolean aloneDiffers(ObjectNode one, ObjectNode other) {
    return Arrays.equals(without(one), without(other));
  }

  private static byte[] without(ObjectNode document) {
    ObjectNode copy = document.deepCopy();
    copy.remove(NAME);
    return Json.document(copy);
  }
}

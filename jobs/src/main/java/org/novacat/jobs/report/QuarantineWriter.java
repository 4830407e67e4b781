package org.novacat.jobs.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.novacat.layouts.key.LayoutKey;
import org.novacat.persistence.store.Archive;
import org.novacat.persistence.store.Content;
import org.novacat.persistence.store.Pointer;
import org.novacat.persistence.store.WriteResult;

/**
 * Puts what was refused, and why, where people look for it.
 *
 * @param context key of the document that says why, in the folder of a time
 * @param objects what lies beside it there, by key
 */
public record QuarantineWriter(
    Function<Instant, LayoutKey> context, Function<Instant, Map<LayoutKey, byte[]>> objects) {
  /**
   * Puts all of it into the folder of this time, or of the next second in whose folder no other
   * attempt, with another end, has left something: that stays as it is.
   *
   * @return where it lies, the document first
   */
  public List<Pointer> put(Archive archive, Instant from, ObjectNode why) {
    for (Instant at = from; ; at = at.plusSeconds(1)) {
      List<Pointer> put = putAt(archive, at, why);
      if (!put.isEmpty()) {
        return put;
      }
    }
  }

  private List<Pointer> putAt(Archive archive, Instant at, ObjectNode why) {
    Pointer document = LogReference.keep(archive, context.apply(at), why);
    if (document == null) {
      return List.of();
    }
    List<Pointer> put = new ArrayList<>(List.of(document));
    for (Map.Entry<LayoutKey, byte[]> one : objects.apply(at).entrySet()) {
      if (!(archive.write(one.getKey(), Content.of(one.getValue()))
          instanceof WriteResult.Written written)) {
        return List.of();
      }
      put.add(written.pointer());
    }
    return put;
  }
}

package org.novacat.jobs.publish;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.novacat.jobs.job.Note;
import org.novacat.jobs.publish.record.Losses;

/** Tells how a release differs from another. */
final class Changes {
  private Changes() {}

  /** One sentence a kind of change, and how many novae, spectra and rows there are. */
  static List<Note> notes(Losses losses) {
    Map<Losses.Kind, Long> kinds = new TreeMap<>();
    losses.changes().forEach(change -> kinds.merge(change.kind(), 1L, Long::sum));
    String counts =
        "%s novae (%s before), %s spectra (%s), %s rows of photometry (%s)"
            .formatted(
                losses.after().novae(),
                losses.before().novae(),
                losses.after().spectra(),
                losses.before().spectra(),
                losses.after().rows(),
                losses.before().rows());
    return kinds.isEmpty()
        ? List.of(Note.sentence(counts))
        : List.of(Note.sentence(counts), Note.sentence(kinds.toString()));
  }

  /** One change. */
  static Note note(Losses.Change change) {
    String what = change.product().isEmpty() ? change.nova() : change.product();
    return new Note(what, change.kind().name(), change.line());
  }
}

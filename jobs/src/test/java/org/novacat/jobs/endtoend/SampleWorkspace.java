package org.novacat.jobs.endtoend;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.novacat.jobs.samples.SampleArchive;
import org.novacat.jobs.samples.SampleFile;
import org.novacat.jobs.samples.SampleFile.Expected;
import org.novacat.jobs.samples.SampleNova;

/** Brings a sample archive into a workspace, and says what should become of it. */
final class SampleWorkspace {
  private SampleWorkspace() {}

  /** Adds the novae, so that copies of the workspace have equal ids for them. */
  static void addNovae(Workspace workspace, SampleArchive archive) {
    for (SampleNova nova : archive.novae()) {
      List<String> words = new ArrayList<>(List.of("nova", "add", nova.name()));
      words.addAll(List.of("--ra", Double.toString(nova.raDeg())));
      words.addAll(List.of("--dec", Double.toString(nova.decDeg())));
      workspace.succeed(words.toArray(String[]::new));
    }
  }

  /** Registers all files but the one whose bytes are not the promised ones. */
  static Ran register(Workspace workspace, SampleArchive archive) {
    return workspace.succeed("register", archive.manifest().toString(), "--output", "json");
  }

  /** Number of files that become products. */
  static int products(SampleArchive archive) {
    return archive.files().size() - expected(archive, Expected.NotRegistered.class);
  }

  /** How the products end, as {@link Snapshot#standings} tells it. */
  static Map<String, Long> standings(SampleArchive archive) {
    Map<String, Long> standings = new TreeMap<>();
    standings.put("VALID", (long) expected(archive, Expected.Valid.class));
    standings.put("QUARANTINED", (long) expected(archive, Expected.Quarantined.class));
    standings.put("DUPLICATE", (long) expected(archive, Expected.DuplicateOf.class));
    return standings;
  }

  private static int expected(SampleArchive archive, Class<? extends Expected> how) {
    return (int) archive.files().stream().map(SampleFile::expected).filter(how::isInstance).count();
  }
}

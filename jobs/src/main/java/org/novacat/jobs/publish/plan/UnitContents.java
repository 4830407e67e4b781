package org.novacat.jobs.publish.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.novacat.jobs.content.Fingerprint;
import org.novacat.jobs.content.NovaContent;
import org.novacat.jobs.publish.record.ReleaseUnit;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.NovaId;

/** Which units a release has, and of what content: all that decides whether a unit is made anew. */
public final class UnitContents {
  /** Of all that is written; another one has everything made anew. */
  private static final String FORM = "release/2";

  private UnitContents() {}

  /** The content of the unit of a nova. */
  static ContentHash ofNova(NovaContent nova) {
    return new Fingerprint().add(FORM).add(nova.fingerprint()).hash();
  }

  /** The content of the page of a nova that turned out to be another one. */
  static ContentHash ofMerged(NovaId merged, NovaContent survivor) {
    return new Fingerprint()
        .add(FORM)
        .add(merged)
        .add(survivor.id())
        .add(survivor.primaryName())
        .hash();
  }

  /**
   * The tables over a nova: novae whose ids begin with one digit share them, so that a change of
   * one leaves most as they are, and the files are in the order of the ids as a whole.
   */
  static String tablesOf(NovaId nova) {
    return "tables/" + nova.toString().charAt(0);
  }

  /** The name of the page of a nova that turned out to be another one. */
  static String merged(NovaId nova) {
    return "merged/" + nova;
  }

  /** Whether a nova is shown: it is one of its own beyond doubt, and there is something of it. */
  static boolean isShown(NovaContent nova) {
    return !nova.inDoubt() && nova.mergedInto() == null && !nova.isEmpty();
  }

  /** The content of all units but the last, which is made of them. */
  public static SortedMap<String, ContentHash> of(Iterable<NovaContent> contents) {
    SortedMap<String, ContentHash> units = new TreeMap<>();
    SortedMap<String, List<ContentHash>> tables = new TreeMap<>();
    for (NovaContent nova : contents) {
      if (isShown(nova)) {
        units.put(ReleaseUnit.ofNova(nova.id()), ofNova(nova));
        nova.absorbed().forEach(merged -> units.put(merged(merged), ofMerged(merged, nova)));
        tables
            .computeIfAbsent(tablesOf(nova.id()), any -> new ArrayList<>())
            .add(nova.fingerprint());
      }
    }
    tables.forEach((name, novae) -> units.put(name, tables(novae)));
    return units;
  }

  private static ContentHash tables(List<ContentHash> novae) {
    Fingerprint all = new Fingerprint().add(FORM).add(novae.size());
    novae.forEach(all::add);
    return all.hash();
  }

  /**
   * What a release holds.
   *
   * @param baseUrl where it will be published; "" when nobody says
   */
  public static ContentHash release(SortedMap<String, ContentHash> units, String baseUrl) {
    return new Fingerprint()
        .add(FORM)
        .add(baseUrl)
        .addAll(units.keySet())
        .addAll(units.values())
        .hash();
  }
}

package org.novacat.jobs.publish;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.job.Note;
import org.novacat.jobs.photometry.outgoing.RowsNotKept;
import org.novacat.jobs.publish.record.ReleaseUnit;
import org.novacat.jobs.publish.record.ReleasedProduct;
import org.novacat.jobs.run.Stores;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.ReleaseId;
import org.novacat.persistence.release.CurrentRelease;
import org.novacat.persistence.release.Release;
import org.novacat.persistence.store.Archive;
import org.novacat.persistence.store.StoreException;
import org.novacat.persistence.store.UnusableObject;

/**
 * Finds releases that visitors are not led to, and that hold what was withdrawn: whoever has an
 * address in one reads it there until the release is removed.
 */
final class OldReleases {
  private final Stores stores;
  private final Archive site;
  private final Withdrawn withdrawn;

  OldReleases(Stores stores, Archive site, Clock clock) {
    this.stores = stores;
    this.site = site;
    this.withdrawn = new Withdrawn(stores, clock);
  }

  /**
   * A sentence for each, with what removes it; one alone when it cannot be found out. The list of
   * each release is read.
   *
   * @param isNew whether what visitors see was made just now, of what everybody may see
   */
  List<Note> notes(boolean isNew) {
    List<Release> all = stores.catalog().releases().list().toList();
    ReleaseId current = stores.catalog().releases().current().map(CurrentRelease::id).orElse(null);
    List<Note> notes = new ArrayList<>();
    try {
      Map<DataProductId, ReleasedProduct> shown = isNew ? shown(all, current) : Map.of();
      for (int i = 0; i < all.size(); i++) {
        boolean isCurrent = all.get(i).id().equals(current);
        if (!isCurrent) {
          String remedy = "remove it with 'novacat publish prune --keep %s'";
          add(notes, all.get(i), remedy.formatted(all.size() - 1 - i), shown);
        } else if (!isNew) {
          add(notes, all.get(i), "run 'novacat bundle', and 'novacat publish' to the end", shown);
        }
      }
    } catch (StoreException e) {
      notes.add(Note.sentence(unknown("another release", e)));
    }
    return notes;
  }

  private Map<DataProductId, ReleasedProduct> shown(
      List<Release> all, @Nullable ReleaseId current) {
    try {
      return all.stream()
          .filter(release -> release.id().equals(current))
          .findFirst()
          .map(this::shown)
          .orElse(Map.of());
    } catch (UnusableObject e) {
      return Map.of(); // so that every product of the others is looked at
    }
  }

  private Map<DataProductId, ReleasedProduct> shown(Release release) {
    return CurrentPointer.units(site, release).values().stream()
        .flatMap(unit -> unit.products().stream())
        .collect(toMap(ReleasedProduct::id, product -> product, (one, other) -> one));
  }

  private void add(
      List<Note> notes, Release old, String remedy, Map<DataProductId, ReleasedProduct> shown) {
    try {
      List<String> names = withdrawn.of(suspects(old, shown));
      if (!names.isEmpty()) {
        notes.add(Note.sentence(stillThere(old, names, remedy)));
      }
    } catch (UnusableObject | RowsNotKept e) {
      notes.add(Note.sentence(unknown("release " + old.id(), e)));
    }
  }

  private static String unknown(String what, RuntimeException why) {
    return "It is not known whether %s has what was withdrawn: %s (see 'novacat publish list')"
        .formatted(what, why.getMessage());
  }

  private static String stillThere(Release old, List<String> names, String remedy) {
    return "Release %s can still be read, and has %s products that are not public any more, or rows of them, such as '%s' (%s)"
        .formatted(old.id(), names.size(), names.get(0), remedy);
  }

  /** What visitors see now as well is public, so most need no look. */
  private Collection<ReleaseUnit> suspects(Release old, Map<DataProductId, ReleasedProduct> shown) {
    return CurrentPointer.units(site, old).values().stream()
        .map(
            unit ->
                new ReleaseUnit(
                    unit.name(),
                    unit.title(),
                    unit.content(),
                    List.of(),
                    unit.products().stream()
                        .filter(product -> !isWithin(product, shown.get(product.id())))
                        .toList()))
        .toList();
  }

  private static boolean isWithin(ReleasedProduct product, @Nullable ReleasedProduct shown) {
    boolean isListed = product.isSpectrum() || !product.uploads().isEmpty();
    return shown != null
        && isListed
        && product.rows() <= shown.rows()
        && new HashSet<>(shown.uploads()).containsAll(product.uploads());
  }
}

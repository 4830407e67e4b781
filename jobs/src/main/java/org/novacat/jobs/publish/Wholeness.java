package org.novacat.jobs.publish;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.cli.UserError;
import org.novacat.jobs.publish.record.ReleaseUnit;
import org.novacat.layouts.novacat.NovaCatKeys;
import org.novacat.persistence.release.Release;
import org.novacat.persistence.store.Archive;
import org.novacat.persistence.store.Pointer;
import org.novacat.persistence.store.UnusableObject;

/** Finds out whether all objects of a release are there. */
final class Wholeness {
  private Wholeness() {}

  /**
   * Looks whether all are there and as long as they were; their bytes are not read.
   *
   * @param remedy what to do when one is not, in an error message
   * @throws UserError when one is not
   */
  static void require(Archive site, Release release, String remedy) {
    Map<Pointer, UnusableObject> unusable =
        site.unusable(NovaCatKeys.releaseFolder(release.id()), objects(site, release));
    if (!unusable.isEmpty()) {
      throw new UserError(
          "Cannot lead visitors to release '%s': %s of its objects cannot be used, such as: %s (%s)"
              .formatted(
                  release.id(),
                  unusable.size(),
                  unusable.values().iterator().next().getMessage(),
                  remedy),
          ExitCode.DAMAGED);
    }
  }

  /** Whether an object is missing or has other bytes; reads all of them until it finds one. */
  static boolean isDamaged(Archive site, Release release) {
    try {
      List<Pointer> objects = objects(site, release);
      return !site.unusable(NovaCatKeys.releaseFolder(release.id()), objects).isEmpty()
          || objects.stream().anyMatch(object -> !isSound(site, object));
    } catch (UnusableObject e) {
      return true; // the list of them
    }
  }

  private static boolean isSound(Archive site, Pointer object) {
    return site.sha256(object.key()).filter(object.sha256()::equals).isPresent();
  }

  private static List<Pointer> objects(Archive site, Release release) {
    Collection<ReleaseUnit> units = CurrentPointer.units(site, release).values();
    return units.stream()
        .flatMap(unit -> unit.files().stream())
        .map(file -> file.pointer(site.bucket(), release.id()))
        .toList();
  }
}

package org.novacat.jobs.run;

import java.util.Optional;
import org.novacat.jobs.cli.UserError;
import org.novacat.persistence.store.Archive;
import org.novacat.persistence.store.Pointer;

/**
 * A slip in the options leads to a bucket that items know nothing of. There every raw file would be
 * found missing, and its product would go to quarantine.
 */
public final class OtherBucket {
  private OtherBucket() {}

  /**
   * Looks for the first raw file of a run where it is said to be. A bucket that was moved, with
   * what is in it, is the same bucket.
   *
   * @param first empty when there is none
   * @throws UserError when it is said to be in another bucket than this, and is not in this
   */
  public static void refuse(Archive archive, Optional<Pointer> first) {
    first
        .filter(raw -> !raw.bucket().equals(archive.bucket()))
        .filter(raw -> archive.find(raw.key()).isEmpty())
        .ifPresent(
            raw -> {
              throw new UserError(
                  "Cannot use bucket '%s': object '%s' is not in it, and its item says that it is in '%s' (give the --store of that one)"
                      .formatted(archive.bucket(), raw.key(), raw.bucket()));
            });
  }
}

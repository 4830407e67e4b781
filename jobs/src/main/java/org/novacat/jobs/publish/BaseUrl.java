package org.novacat.jobs.publish;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.cli.UserError;
import org.novacat.jobs.report.Json;
import org.novacat.layouts.id.ReleaseId;
import org.novacat.layouts.key.LayoutKey;
import org.novacat.layouts.novacat.NovaCatKeys;
import org.novacat.persistence.store.Archive;

/** Finds out where a release says that the public bucket is found. */
final class BaseUrl {
  private static final long MOST_BYTES = 1L << 20;

  private BaseUrl() {}

  /**
   * What a release says, which the next one says too unless somebody says otherwise.
   *
   * @param site the public bucket
   * @param release null before the first
   * @return "" when addresses in it begin at the document that holds them
   * @throws UserError when it cannot be read
   */
  static String of(Archive site, @Nullable ReleaseId release) {
    return release == null ? "" : find(site, release).orElseThrow(() -> unknown(release));
  }

  /** The same; empty when it cannot be read. */
  static Optional<String> find(Archive site, ReleaseId release) {
    LayoutKey record = NovaCatKeys.release(release, ReleasePaths.RECORD);
    return site.unverified(record.key(), MOST_BYTES).flatMap(BaseUrl::read);
  }

  private static Optional<String> read(byte[] record) {
    try {
      return Optional.of(Json.parse(record).path("base_url").asText());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** An address that is lost would make those of the next release relative without a word. */
  private static UserError unknown(ReleaseId release) {
    return new UserError(
        "Cannot tell the base URL of release '%s': its release.json cannot be read (say it with --base-url, and --base-url \"\" for none)"
            .formatted(release),
        ExitCode.DAMAGED);
  }
}

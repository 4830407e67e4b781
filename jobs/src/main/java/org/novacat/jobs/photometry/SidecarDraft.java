package org.novacat.jobs.photometry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.cli.UserError;
import org.novacat.jobs.report.Json;
import org.novacat.transforms.photometry.read.plan.Understanding;
import org.novacat.transforms.photometry.read.sidecar.Sidecar;
import org.novacat.transforms.photometry.read.sidecar.SidecarJson;

/** Drafts of sidecars: every name that would help, each still to be filled in by a person. */
final class SidecarDraft {
  private SidecarDraft() {}

  /**
   * Writes a draft beside a file.
   *
   * @return where; null when there is nothing to say
   * @throws UserError when there is a sidecar already, or it cannot be written
   */
  static @Nullable Path write(Path file, List<Understanding.Wish> wishes) {
    if (wishes.isEmpty()) {
      return null;
    }
    Path sidecar = file.resolveSibling(file.getFileName() + Sidecar.SUFFIX);
    try {
      return Files.write(sidecar, Json.document(draft(wishes)), StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw new UserError(
          "Cannot write '%s': there is a sidecar already (edit it)".formatted(sidecar));
    } catch (IOException e) {
      throw new UserError(
          "Cannot write '%s': %s (check that you may write there)"
              .formatted(sidecar, e.getMessage()));
    }
  }

  /** What is filled in by nobody is refused by the reader of sidecars. */
  private static ObjectNode draft(List<Understanding.Wish> wishes) {
    ObjectNode draft = Json.object();
    for (Understanding.Wish wish : wishes) {
      draft.put(
          wish.key(),
          "%s, such as %s: %s".formatted(SidecarJson.TO_FILL_IN, wish.example(), wish.reason()));
    }
    return draft;
  }
}

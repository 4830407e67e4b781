package org.novacat.jobs.register;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.register.UploadAcquirer.PreparedUpload;
import org.novacat.jobs.register.source.RejectCode;
import org.novacat.jobs.register.source.RejectedException;
import org.novacat.layouts.credit.Access;
import org.novacat.layouts.id.IngestFileId;

/**
 * Who may see the uploads of one run, by their bytes: where files of equal bytes do not agree, none
 * of them is to be registered, since what is public once cannot be taken back. It is known when all
 * files are, whatever their order. Safe for many threads.
 */
final class EqualUploads {
  private final Map<IngestFileId, Said> all = new ConcurrentHashMap<>();

  /**
   * What is said of some bytes.
   *
   * @param where the first file that has them
   * @param access who may see it; null where what is said beside it cannot be read
   * @param other a file that does not agree with it; null for none
   */
  private record Said(String where, @Nullable Access access, @Nullable String other) {
    Said and(Said next) {
      return other != null || Objects.equals(access, next.access)
          ? this
          : new Said(where, access, next.where);
    }
  }

  /**
   * Is told of a file.
   *
   * @param access who may see it; null where what is said beside it cannot be read, and may be
   *     anything
   */
  void add(IngestFileId bytes, String where, @Nullable Access access) {
    all.merge(bytes, new Said(where, access, null), Said::and);
  }

  /**
   * Checks that nothing is known that contradicts a file.
   *
   * @throws RejectedException when a file of equal bytes does not agree on who may see it
   */
  void check(IngestFileId bytes, String where) throws RejectedException {
    Said said = all.get(bytes);
    if (said != null && said.other != null) {
      throw new RejectedException(
          RejectCode.RIGHTS_CONFLICT,
          "Cannot register '%s': its bytes are those of '%s', and the two do not agree on who may see them (say the same of both, or leave one of them out)"
              .formatted(where, where.equals(said.where) ? said.other : said.where));
    }
  }

  /** What fetching a file came to, once all of the run are known. */
  PreparedUpload checked(PreparedUpload prepared) {
    IngestFileId bytes = prepared.bytes();
    try {
      if (bytes != null) {
        check(bytes, prepared.where());
      }
      return prepared;
    } catch (RejectedException e) {
      return new PreparedUpload.Refused(e.rejection(prepared.where()));
    }
  }
}

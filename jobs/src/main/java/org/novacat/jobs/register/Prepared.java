package org.novacat.jobs.register;

import java.util.List;
import org.novacat.jobs.register.source.RejectedException.Rejection;
import org.novacat.jobs.register.source.Skipped;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.commit.Registration;
import org.novacat.persistence.file.FileObject;

/** What became of one candidate, or of one member of an archive, before the table is written. */
sealed interface Prepared {
  /** The file, or the manifest and its line, for the report. */
  String where();

  /** Its bytes are in the store; the table must learn of it. */
  record Stored(String where, Registration registration) implements Prepared {}

  /**
   * The archive of the members that follow is in the store; no product itself.
   *
   * @param files it, which comes first, and members that are no products
   * @param putBack whether it was known, and was missing or damaged
   */
  record Archived(
      String where, NovaId nova, DataProductId id, List<FileObject> files, boolean putBack)
      implements Prepared {}

  /** The table knew it with other bytes, which were never found valid; these are in their place. */
  record Replaced(String where) implements Prepared {}

  /**
   * The table knows it with these bytes already.
   *
   * @param putBack whether its object was missing or damaged, and was put back
   */
  record Known(String where, boolean putBack) implements Prepared {}

  record Refused(Rejection rejection) implements Prepared {
    @Override
    public String where() {
      return rejection.where();
    }
  }

  /**
   * What is in an archive beside its spectra, which are told before.
   *
   * @param remarks on what is stated of them
   */
  record Aside(String where, List<Skipped> skipped, List<String> remarks) implements Prepared {
    public Aside {
      skipped = List.copyOf(skipped);
      remarks = List.copyOf(remarks);
    }
  }
}

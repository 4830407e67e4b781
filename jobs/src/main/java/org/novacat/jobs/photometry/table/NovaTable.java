package org.novacat.jobs.photometry.table;

import org.novacat.jobs.cli.UserError;
import org.novacat.jobs.run.Stores;
import org.novacat.persistence.nova.Nova;
import org.novacat.persistence.photometry.PhotometryTable;

/** Finds the photometry table of a nova. */
public final class NovaTable {
  private NovaTable() {}

  /**
   * What points at the table.
   *
   * @param verb what the user wants to do with it, for the message
   * @throws UserError when the nova has none
   */
  public static PhotometryTable of(Stores stores, Nova nova, String verb) {
    return stores
        .catalog()
        .photometryTables()
        .find(nova.id())
        .orElseThrow(
            () ->
                new UserError(
                    "Cannot %s photometry of '%s': it has none (novacat register --photometry, then novacat ingest-photometry)"
                        .formatted(verb, nova.primaryName())));
  }
}

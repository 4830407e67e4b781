package org.novacat.transforms.photometry.read.row;

import org.novacat.layouts.photometry.Origin;
import org.novacat.layouts.text.Excerpt;
import org.novacat.transforms.photometry.read.column.Role;
import org.novacat.transforms.photometry.read.column.ValueCell;
import org.novacat.transforms.photometry.read.plan.RowPlan;
import org.novacat.transforms.photometry.read.settings.ReadSettings;
import org.novacat.transforms.photometry.read.sidecar.SidecarKey;
import org.novacat.transforms.photometry.read.table.RowCursor;

/** Reads where a row comes from; rows of one observer in turn share one value. */
final class OriginReader {
  private final RowPlan plan;
  private final int telescope;
  private final int instrument;
  private final int observer;
  private final int reference;
  private Origin last;
  private String lastKey = "";

  OriginReader(RowPlan plan) {
    this.plan = plan;
    this.telescope = column(Role.TELESCOPE, SidecarKey.TELESCOPE);
    this.instrument = column(Role.INSTRUMENT, SidecarKey.INSTRUMENT);
    this.observer = column(Role.OBSERVER, SidecarKey.OBSERVER);
    this.reference = column(Role.REFERENCE, SidecarKey.BIBCODE);
    this.last = plan.origin();
  }

  /** What a sidecar asserts is above what a column says. */
  private int column(Role role, SidecarKey key) {
    return plan.sidecar().text(key).isEmpty() ? plan.index(role) : -1;
  }

  Origin origin(RowCursor row) {
    Origin base = plan.origin();
    String obs =
        cell(row, observer, plan.table().rows().observer(row.sourceRow(), base.observer()));
    if (telescope < 0 && instrument < 0 && reference < 0 && obs.equals(base.observer())) {
      return base;
    }
    String tel = cell(row, telescope, base.telescope());
    String inst = cell(row, instrument, base.instrument());
    String ref = cell(row, reference, "");
    String key = tel + '\n' + inst + '\n' + obs + '\n' + ref;
    if (!key.equals(lastKey)) {
      lastKey = key;
      last = origin(ref, tel, inst, obs);
    }
    return last;
  }

  private Origin origin(String reference, String telescope, String instrument, String observer) {
    Origin base = plan.origin();
    boolean bibcode = reference.length() == 19 && Character.isDigit(reference.charAt(0));
    boolean doi = reference.startsWith("10.") && reference.indexOf('/') > 0;
    return new Origin(
        bibcode ? reference : base.bibcode(),
        doi ? reference : base.doi(),
        base.dataUrl(),
        base.catalog(),
        base.tableRef(),
        telescope,
        instrument,
        observer);
  }

  private static String cell(RowCursor row, int column, String otherwise) {
    String cell = column < 0 ? "" : row.cell(column);
    return ValueCell.isNull(cell) ? otherwise : Excerpt.of(cell, ReadSettings.LONGEST_CELL);
  }
}

package org.novacat.jobs.photometry.upload;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.novacat.layouts.id.NovaId;

/** Which of the novae of an upload each of its lines or rows belongs to. */
final class Owners {
  /** A line that is no row, such as a header or a comment. */
  static final int OF_ALL = -1;

  /** A row that enters no table. */
  static final int OF_NOBODY = -2;

  private int[] owner = new int[0];

  /** The owners of the rows that a survey went through, as numbers in the list of novae. */
  Owners(Survey survey, Shares shares, List<NovaId> novae) {
    Map<NovaId, Integer> numbers = new HashMap<>();
    novae.forEach(nova -> numbers.put(nova, numbers.size()));
    for (int i = 0; i < survey.bad().size(); i++) {
      mark(survey.bad().row(i), OF_NOBODY);
    }
    for (int i = 0; i < survey.rows().size(); i++) {
      NovaId nova = shares.nova(survey.objectOfRow().get(i));
      mark(survey.rows().get(i), nova == null ? OF_NOBODY : numbers.get(nova));
    }
  }

  private void mark(int row, int whose) {
    int before = owner.length;
    if (row >= before) {
      owner = Arrays.copyOf(owner, Math.max(row + 1, before * 2));
      Arrays.fill(owner, before, owner.length, OF_ALL);
    }
    owner[row] = whose;
  }

  /** The number of the nova that has a row, or one of the constants. */
  int of(int row) {
    return row < owner.length ? owner[row] : OF_ALL;
  }
}

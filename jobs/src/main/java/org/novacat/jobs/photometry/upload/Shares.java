package org.novacat.jobs.photometry.upload;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.nova.NovaBook;

/**
 * Whose the rows of a file are. A row belongs to the nova that it names; one that names none, to
 * the nova of the file; and where the only name in a file is nobody's, to the nova that the person
 * who gave the file named.
 */
final class Shares {
  private final List<String> objects;
  private final List<@Nullable NovaId> novae = new ArrayList<>();

  /**
   * What of an upload is about one nova.
   *
   * @param rows good ones
   * @param objects names under which they stand in the file; "" for rows that name none
   */
  record Portion(NovaId nova, long rows, List<String> objects) {}

  private Shares(List<String> objects) {
    this.objects = objects;
  }

  /**
   * Looks up all names of a file.
   *
   * @param objects as rows have them; "" where they have none
   * @param ofFile the name that the file or its sidecar gives for all; "" when none
   * @param given whose the file is, when somebody said so
   */
  static Shares of(List<String> objects, String ofFile, @Nullable NovaId given, NovaBook book) {
    Shares shares = new Shares(objects);
    for (String object : objects) {
      NovaId nova = book.only(object.isEmpty() ? ofFile : object);
      boolean alone = objects.size() == 1 || object.isEmpty();
      shares.novae.add(nova == null && alone ? given : nova);
    }
    return shares;
  }

  /** The nova of the {@code number}-th name; null when nobody is called so, or several are. */
  @Nullable NovaId nova(int number) {
    return novae.get(number);
  }

  /** What each nova has of the rows of a survey, novae in the order of their ids. */
  List<Portion> portions(Survey survey) {
    Map<NovaId, long[]> rows = new TreeMap<>();
    for (int i = 0; i < survey.rows().size(); i++) {
      NovaId nova = novae.get(survey.objectOfRow().get(i));
      if (nova != null) {
        rows.computeIfAbsent(nova, id -> new long[1])[0]++;
      }
    }
    List<Portion> portions = new ArrayList<>();
    rows.forEach((nova, count) -> portions.add(new Portion(nova, count[0], names(nova))));
    return portions;
  }

  private List<String> names(NovaId nova) {
    return IntStream.range(0, objects.size())
        .filter(number -> nova.equals(novae.get(number)))
        .mapToObj(objects::get)
        .toList();
  }
}

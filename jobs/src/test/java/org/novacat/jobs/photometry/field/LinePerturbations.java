package org.novacat.jobs.photometry.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.novacat.transforms.photometry.read.column.Role;

/** Lines that are added to a text. */
final class LinePerturbations {
  private static final List<String> FREE =
      List.of(
          "clouds came up after midnight",
          "reduced with care, see the log",
          "12.3 45.6 0.1 V",
          "2459000.5,11.2,0.1,V,a row that was taken out",
          "V1974 Cyg was looked at too",
          "-----",
          "values < 15 are doubtful?",
          "die Limits sind mit < markiert",
          "a, b; c | d",
          "\"quoted\" and 'quoted'",
          "");

  private static final List<String> UNKNOWN =
      List.of("Wobble: 17", "Dome = closed at 3", "Guider: ok", "Mirror temperature: -4.5");

  private static final Map<Role, List<String>> FACTS =
      Map.of(
          Role.BAND, List.of("Filter: B", "Band = R", "filter: Ic"),
          Role.OBJECT, List.of("Object: V1674 Her", "Target = RS Oph", "Star: T CrB"),
          Role.OBSERVER, List.of("Observer: XYZ", "obscode = ABC"));

  private LinePerturbations() {}

  static @Nullable Perturbed freeComment(Original original, Random random) {
    String comment = Draw.of(FREE, random);
    return comment(original, random, comment, (edited, at) -> Law.ends(edited.ends(), false));
  }

  static @Nullable Perturbed keyComment(Original original, Random random) {
    String comment = Draw.of(UNKNOWN, random);
    String key = comment.replaceFirst("\\s*[:=].*", "");
    return comment(
        original,
        random,
        comment,
        (edited, at) -> Law.ends(edited.ends(), false).and(Law.left(key)));
  }

  /** A comment that says of the rows below what no column says. */
  static @Nullable Perturbed factComment(Original original, Random random) {
    Role role = Draw.of(List.of(Role.BAND, Role.OBJECT, Role.OBSERVER), random);
    String comment = Draw.of(FACTS.getOrDefault(role, List.of()), random);
    // The AAVSO's reports have a directive for the observer, which counts wherever it stands.
    boolean own = role == Role.OBSERVER && original.format().startsWith("aavso");
    boolean fixed = own || List.of("ecsv", "qdp").contains(original.format());
    if (fixed || original.table() == null || !original.isOneSection()) {
      return null;
    }
    Edited above = new Edited(original).insert(0, List.of("# " + comment));
    Outcome said = Outcome.of(original.with(original.name(), above.bytes()));
    if (said.refusal() != null) {
      return null;
    }
    // A row that ends before the column is one of which no column says it.
    boolean isSaid = original.hasColumn(role) && original.table().isFull();
    return comment(
        original,
        random,
        comment,
        (edited, at) -> Law.sections(mixed(original, isSaid ? null : said, at)));
  }

  /** Ends of which those below a line are as another outcome has them, one line lower. */
  private static List<End> mixed(Original original, @Nullable Outcome below, int at) {
    List<End> ends = original.outcome().ends();
    List<End> other = below == null ? ends : below.ends();
    int first = original.outcome().ends().get(0).row();
    List<End> all = new ArrayList<>();
    for (int i = 0; i < ends.size(); i++) {
      int row = ends.get(i).row();
      boolean changed = row > at || at < first;
      all.add((changed ? other : ends).get(i).at(row > at ? row + 1 : row));
    }
    return all;
  }

  @FunctionalInterface
  private interface Demand {
    Law law(Edited edited, int at);
  }

  private static @Nullable Perturbed comment(
      Original original, Random random, String comment, Demand demand) {
    String sign = original.format().equals("qdp") ? "! " : "# ";
    if (original.table() == null || !original.isOfLines()) {
      return null;
    }
    int at = random.nextInt(lowest(original), original.lines().size() + 1);
    Edited edited = new Edited(original).insert(at, List.of(sign + comment));
    return edited.perturbed(
        "comment '%s' behind line %s".formatted(comment, at), demand.law(edited, at));
  }

  /** The first line behind which a comment may stand. */
  private static int lowest(Original original) {
    return switch (original.format()) {
      case "ecsv", "qdp" -> original.outcome().ends().get(0).row();
      case "aavso-extended", "aavso-visual", "vizier-tsv", "markdown" ->
          original.outcome().ends().get(0).row() - 1;
      default -> 0;
    };
  }

  static @Nullable Perturbed blankLine(Original original, Random random) {
    if (!original.isOfLines()) {
      return null;
    }
    int at = random.nextInt(lowest(original), original.lines().size() + 1);
    String blank = Draw.of(List.of("", "   ", "\t"), random);
    Edited edited = new Edited(original).insert(at, List.of(blank));
    return edited.perturbed("blank line behind " + at, Law.ends(edited.ends(), false));
  }

  static @Nullable Perturbed repeatedRows(Original original, Random random) {
    if (!original.isOfLines() || !original.isOneSection()) {
      return null;
    }
    Set<Integer> rows = new TreeSet<>();
    original.outcome().ends().forEach(end -> rows.add(end.row()));
    int from = Draw.of(List.copyOf(rows), random);
    int to = from;
    for (int more = random.nextInt(10); more > 0 && rows.contains(to + 1); more--) {
      to++;
    }
    Edited edited = new Edited(original).repeat(from, to, to);
    return edited.perturbed(
        "lines %s to %s once more".formatted(from, to), Law.ends(edited.ends(), false));
  }
}

package org.novacat.jobs.publish.record;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.id.DataProductId;

/**
 * What differs between two releases, product by product.
 *
 * @param before how much the first shows
 * @param after how much the second shows
 */
public record Losses(ReleaseCounts before, ReleaseCounts after, List<Change> changes) {
  private static final Set<Kind> LOST =
      Collections.unmodifiableSet(EnumSet.of(Kind.GONE, Kind.FEWER_ROWS, Kind.UNEXPLAINED));

  /** What became of a nova or product. */
  public enum Kind {
    ADDED,
    /** Other bytes came, or something else was stated of them. */
    NEW_INPUT,
    /** The same bytes were read by other rules. */
    NEW_RULES,
    /** A table has fewer rows than before, of whatever input. */
    FEWER_ROWS,
    /** Another result of the same bytes and rules, which should not be. */
    UNEXPLAINED,
    GONE
  }

  /**
   * One difference.
   *
   * @param nova its name
   * @param product its name; "" for the nova itself
   * @param detail what it was and what it is
   */
  public record Change(Kind kind, String nova, String product, String detail) {
    /** For people. */
    public String line() {
      String what = product.isEmpty() ? "nova " + nova : product + " of " + nova;
      return kind + "  " + what + (detail.isEmpty() ? "" : ": " + detail);
    }
  }

  public Losses {
    changes = List.copyOf(changes);
  }

  /** What the second release has otherwise than the first. */
  public static Losses between(
      SortedMap<String, ReleaseUnit> before, SortedMap<String, ReleaseUnit> after) {
    List<Change> changes = new ArrayList<>();
    SortedMap<String, ReleaseUnit> names = new TreeMap<>(before);
    names.putAll(after);
    for (ReleaseUnit unit : names.values()) {
      if (unit.isNova()) {
        compare(before.get(unit.name()), after.get(unit.name()), unit.title(), changes);
      }
    }
    return new Losses(ReleaseCounts.of(before.values()), ReleaseCounts.of(after.values()), changes);
  }

  private static void compare(
      @Nullable ReleaseUnit was, @Nullable ReleaseUnit is, String nova, List<Change> changes) {
    if (was == null || is == null) {
      changes.add(new Change(was == null ? Kind.ADDED : Kind.GONE, nova, "", ""));
    }
    Map<DataProductId, ReleasedProduct> old = was == null ? Map.of() : products(was);
    Map<DataProductId, ReleasedProduct> now = is == null ? Map.of() : products(is);
    for (ReleasedProduct product : now.values()) {
      ReleasedProduct one = old.get(product.id());
      if (one == null) {
        changes.add(new Change(Kind.ADDED, nova, product.name(), ""));
      } else if (!one.output().equals(product.output())) {
        changes.add(changed(nova, one, product));
      }
    }
    old.values().stream()
        .filter(product -> !now.containsKey(product.id()))
        .forEach(product -> changes.add(new Change(Kind.GONE, nova, product.name(), "")));
  }

  private static Change changed(String nova, ReleasedProduct was, ReleasedProduct is) {
    boolean isExplained = !was.input().equals(is.input()) || !was.rules().equals(is.rules());
    if (isExplained && is.rows() < was.rows()) {
      return new Change(Kind.FEWER_ROWS, nova, is.name(), rows(was, is));
    }
    if (!was.input().equals(is.input())) {
      return new Change(Kind.NEW_INPUT, nova, is.name(), rows(was, is));
    }
    return was.rules().equals(is.rules())
        ? new Change(Kind.UNEXPLAINED, nova, is.name(), "the same input and rules, " + was.rules())
        : new Change(
            Kind.NEW_RULES, nova, is.name(), "%s, was %s".formatted(is.rules(), was.rules()));
  }

  private static String rows(ReleasedProduct was, ReleasedProduct is) {
    return is.isSpectrum() ? "" : "%s rows, were %s".formatted(is.rows(), was.rows());
  }

  private static Map<DataProductId, ReleasedProduct> products(ReleaseUnit unit) {
    return unit.products().stream()
        .collect(
            toMap(ReleasedProduct::id, Function.identity(), (one, other) -> one, TreeMap::new));
  }

  /**
   * Whether the second may take the place of the first without a person's word.
   *
   * @param allowance how many in a hundred novae, spectra or rows may be missing
   */
  public boolean isAcceptable(double allowance) {
    return !isFewer(before.novae(), after.novae(), allowance)
        && !isFewer(before.spectra(), after.spectra(), allowance)
        && !isFewer(before.rows(), after.rows(), allowance)
        && changes.stream().noneMatch(change -> change.kind() == Kind.UNEXPLAINED);
  }

  private static boolean isFewer(long before, long after, double allowance) {
    return after < before - Math.floor(before * allowance / 100);
  }

  /** What a person has to accept. */
  public List<Change> lost() {
    return changes.stream().filter(change -> LOST.contains(change.kind())).toList();
  }
}

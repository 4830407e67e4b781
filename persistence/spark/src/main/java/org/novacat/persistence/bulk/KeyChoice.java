package org.novacat.persistence.bulk;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.sources.EqualTo;
import org.apache.spark.sql.sources.Filter;
import org.apache.spark.sql.sources.GreaterThan;
import org.apache.spark.sql.sources.GreaterThanOrEqual;
import org.apache.spark.sql.sources.In;
import org.apache.spark.sql.sources.LessThan;
import org.apache.spark.sql.sources.LessThanOrEqual;
import org.apache.spark.sql.sources.StringStartsWith;
import org.jspecify.annotations.Nullable;
import org.novacat.persistence.table.ItemKey;
import org.novacat.persistence.table.KeyLimits;
import org.novacat.persistence.table.Query.Source;
import org.novacat.persistence.table.SortRange;
import org.novacat.persistence.table.Table;
import org.novacat.persistence.table.Texts;

/**
 * The partitions, and the sort keys in them, that filters leave: what a Query is asked for.
 *
 * @param source table or index
 * @param partitions keys of partitions; none when no item can pass
 * @param sort which sort keys
 * @param told filters that this says in full
 */
record KeyChoice(Source source, List<String> partitions, SortRange sort, Set<Filter> told)
    implements Serializable {
  KeyChoice {
    partitions = List.copyOf(partitions);
    told = Set.copyOf(told);
  }

  /** Names of the two keys of a source. */
  static String partitionName(Source source) {
    return source == Source.TABLE ? ItemKey.PARTITION : Table.INDEX_PARTITION;
  }

  static String sortName(Source source) {
    return source == Source.TABLE ? ItemKey.SORT : Table.INDEX_SORT;
  }

  /** The choice that filters, all of which must pass, leave; null when they name no partition. */
  static @Nullable KeyChoice of(Source source, List<Filter> filters) {
    for (Filter filter : filters) {
      List<String> partitions = partitions(filter, partitionName(source));
      if (partitions != null) {
        return new Sorting(sortName(source), filters).choice(source, partitions, filter);
      }
    }
    return null;
  }

  private static @Nullable List<String> partitions(Filter filter, String name) {
    if (filter instanceof EqualTo equal
        && equal.attribute().equals(name)
        && equal.value() instanceof String text) {
      return possible(List.of(text));
    }
    if (filter instanceof In in && in.attribute().equals(name)) {
      return possible(
          Arrays.stream(in.values())
              .filter(String.class::isInstance)
              .map(String.class::cast)
              .toList());
    }
    return null;
  }

  /** Each once, and those that a key can be. */
  private static List<String> possible(List<String> keys) {
    return new ArrayList<>(
        new LinkedHashSet<>(
            keys.stream().filter(key -> isKey(key, KeyLimits.MOST_PARTITION)).toList()));
  }

  private static boolean isKey(String key, int most) {
    return !key.isEmpty() && key.getBytes(StandardCharsets.UTF_8).length <= most;
  }

  /** Finds what filters say of the sort key. */
  private static final class Sorting {
    private final Set<Filter> told = new LinkedHashSet<>();
    private @Nullable String prefix;
    private @Nullable String least;
    private @Nullable String most;

    Sorting(String name, List<Filter> filters) {
      filters.forEach(filter -> add(filter, name));
    }

    private void add(Filter filter, String name) {
      if (!List.of(filter.references()).equals(List.of(name))) {
        return;
      }
      if (filter instanceof EqualTo equal && equal.value() instanceof String key) {
        bound(filter, key, key);
      } else if (filter instanceof GreaterThanOrEqual greater
          && greater.value() instanceof String key) {
        bound(filter, key, null);
      } else if (filter instanceof LessThanOrEqual less && less.value() instanceof String key) {
        bound(filter, null, key);
      } else if (filter instanceof StringStartsWith begins) {
        prefix(filter, begins.value());
      } else {
        open(filter);
      }
    }

    /** Bounds that are not among the keys: these are left to Spark. */
    private void open(Filter filter) {
      if (filter instanceof GreaterThan greater && greater.value() instanceof String key) {
        raise(key);
      } else if (filter instanceof LessThan less && less.value() instanceof String key) {
        lower(key);
      }
    }

    private void bound(Filter filter, @Nullable String from, @Nullable String to) {
      boolean isTold = (from == null || raise(from)) && (to == null || lower(to));
      if (isTold) {
        told.add(filter);
      }
    }

    private boolean raise(String key) {
      if (!isKey(key, KeyLimits.MOST_SORT)) {
        return key.isEmpty();
      }
      least = least == null || Texts.compare(key, least) > 0 ? key : least;
      return true;
    }

    private boolean lower(String key) {
      if (!isKey(key, KeyLimits.MOST_SORT)) {
        return false;
      }
      most = most == null || Texts.compare(key, most) < 0 ? key : most;
      return true;
    }

    private void prefix(Filter filter, String text) {
      if (isKey(text, KeyLimits.MOST_SORT) && (prefix == null || text.startsWith(prefix))) {
        prefix = text;
        told.add(filter);
      }
    }

    KeyChoice choice(Source source, List<String> partitions, Filter ofPartition) {
      told.add(ofPartition);
      if (least != null && most != null && Texts.compare(least, most) > 0) {
        return new KeyChoice(source, List.of(), SortRange.ALL, told);
      }
      if (least == null && most == null) {
        return new KeyChoice(
            source, partitions, prefix == null ? SortRange.ALL : SortRange.prefix(prefix), told);
      }
      // One condition on the sort key is all that a Query takes; a prefix beside bounds is Spark's.
      told.removeIf(StringStartsWith.class::isInstance);
      return new KeyChoice(source, partitions, new SortRange("", least, most), told);
    }
  }
}

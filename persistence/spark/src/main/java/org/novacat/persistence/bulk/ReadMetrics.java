package org.novacat.persistence.bulk;

import org.apache.spark.sql.connector.metric.CustomMetric;
import org.apache.spark.sql.connector.metric.CustomSumMetric;
import org.apache.spark.sql.connector.metric.CustomTaskMetric;
import org.novacat.persistence.table.Page;

/** What a part has cost so far, as Spark's user interface shows it. */
final class ReadMetrics {
  static final String REQUESTS = "requests";
  static final String RETRIES = "retries";
  static final String READ_UNITS = "readUnits";
  static final String ITEMS = "itemsReturned";

  private long requests;
  private long retries;
  private double units;
  private long items;

  void count(Page page) {
    requests++;
    units += page.capacity();
    items += page.items().size();
  }

  void countRetry() {
    retries++;
  }

  CustomTaskMetric[] values() {
    return new CustomTaskMetric[] {
      value(REQUESTS, requests),
      value(RETRIES, retries),
      value(READ_UNITS, (long) Math.ceil(units)),
      value(ITEMS, items)
    };
  }

  static CustomMetric[] supported() {
    return new CustomMetric[] {new Requests(), new Retries(), new ReadUnits(), new Items()};
  }

  private static CustomTaskMetric value(String name, long value) {
    return new CustomTaskMetric() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public long value() {
        return value;
      }
    };
  }

  /** A sum over tasks; Spark makes an instance of the class by its name to add up. */
  private abstract static class Sum extends CustomSumMetric {
    private final String name;
    private final String description;

    Sum(String name, String description) {
      this.name = name;
      this.description = description;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public String description() {
      return description;
    }
  }

  /** Pages that were asked for. */
  public static final class Requests extends Sum {
    public Requests() {
      super(REQUESTS, "pages read from the table");
    }
  }

  /** Requests made again. */
  public static final class Retries extends Sum {
    public Retries() {
      super(RETRIES, "requests made again");
    }
  }

  /** Capacity that was consumed. */
  public static final class ReadUnits extends Sum {
    public ReadUnits() {
      super(READ_UNITS, "read capacity units");
    }
  }

  /** Items that the table returned. */
  public static final class Items extends Sum {
    public Items() {
      super(ITEMS, "items returned by the table");
    }
  }
}

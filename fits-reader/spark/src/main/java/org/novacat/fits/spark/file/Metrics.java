package org.novacat.fits.spark.file;

import org.apache.spark.sql.connector.metric.CustomMetric;
import org.apache.spark.sql.connector.metric.CustomSumMetric;
import org.apache.spark.sql.connector.metric.CustomTaskMetric;

/** The figures that a scan shows in Spark's user interface. */
public final class Metrics {
  public static final String FILES = "files";
  public static final String SKIPPED = "skippedNames";
  static final String BYTES = "bytesRead";
  static final String REJECTED = "filesRejected";
  static final String MALFORMED = "malformedRecords";

  private Metrics() {}

  public static CustomMetric[] supported() {
    return new CustomMetric[] {
      new Files(), new SkippedNames(), new BytesRead(), new FilesRejected(), new MalformedRecords()
    };
  }

  public static CustomTaskMetric value(String name, long value) {
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

  /** Files that the paths hold. */
  public static final class Files extends Sum {
    public Files() {
      super(FILES, "FITS files listed");
    }
  }

  /** Names that the listing left out. */
  public static final class SkippedNames extends Sum {
    public SkippedNames() {
      super(SKIPPED, "names skipped in listing");
    }
  }

  /** Bytes asked of the store. */
  public static final class BytesRead extends Sum {
    public BytesRead() {
      super(BYTES, "bytes read from files");
    }
  }

  /** Files that a filter rejected before their data were read. */
  public static final class FilesRejected extends Sum {
    public FilesRejected() {
      super(REJECTED, "files rejected by their headers");
    }
  }

  /** Files and rows that could not be read. */
  public static final class MalformedRecords extends Sum {
    public MalformedRecords() {
      super(MALFORMED, "malformed records");
    }
  }
}

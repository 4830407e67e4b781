package org.novacat.persistence.bulk.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.novacat.persistence.table.Attribute;
import org.novacat.persistence.table.Condition;
import org.novacat.persistence.table.ItemKey;
import org.novacat.persistence.table.RawItem;
import org.novacat.persistence.table.Table;
import org.novacat.persistence.table.Write;

/**
 * Items that look like spectra of a bulk load: 3,000 of each nova, of which 2,000 wait and are in
 * the index. What a job is to find is known from here.
 */
final class BenchmarkItems {
  private static final int PER_NOVA = 3000;

  private BenchmarkItems() {}

  /** Writes items into an empty table. */
  static void write(Table table, int items) {
    List<Write> writes = new ArrayList<>();
    for (int n = 0; n < items; n++) {
      writes.add(new Write.Put(item(n), Condition.always()));
      if (writes.size() == Table.MOST_IN_ONE_REQUEST || n == items - 1) {
        table.transact(writes);
        writes.clear();
      }
    }
  }

  /** What a job is to find. */
  static Tally truth(Job job, int items) {
    Tally found = Tally.NONE;
    for (int n = 0; n < items; n++) {
      String pk = Job.nova(n / PER_NOVA);
      if (job.wants(pk, waits(n) ? pk : "")) {
        found = found.plus(new Tally(1, bytes(n), job.readsText() ? locator(n).length() : 0));
      }
    }
    return found;
  }

  private static RawItem item(int n) {
    String nova = Job.nova(n / PER_NOVA);
    String id = new UUID(0x5ec7_4a00_0000_4000L + n % 977, n).toString();
    Map<String, Attribute> attributes = new HashMap<>();
    attributes.put("entity_type", Attribute.of("DataProduct"));
    attributes.put("schema_version", Attribute.of("1.2"));
    attributes.put("created_at", Attribute.of("2026-02-21T20:45:10.123Z"));
    attributes.put("updated_at", Attribute.of(text("2026-02-21T20:45:%02d.5Z", n % 60)));
    attributes.put("version", Attribute.of(1 + n % 7));
    attributes.put("data_product_id", Attribute.of(id));
    attributes.put("nova_id", Attribute.of(nova));
    attributes.put("provider", Attribute.of(n % 2 == 0 ? "eso" : "mast"));
    attributes.put("locator", Attribute.of(locator(n)));
    attributes.put("byte_length", Attribute.of(bytes(n)));
    attributes.put("content_hash", Attribute.of(text("%064x", n * 7919L)));
    attributes.put("is_public", new Attribute.Flag(n % 3 == 0));
    attributes.put("raw", pointer(nova, id, n));
    attributes.put("locators", new Attribute.Many(List.of(Attribute.of("url:" + locator(n)))));
    attributes.putAll(state(nova, id, n));
    return new RawItem(new ItemKey(nova, "PRODUCT#SPECTRA#eso#" + id), attributes);
  }

  private static Map<String, Attribute> state(String nova, String id, int n) {
    boolean waits = waits(n);
    Map<String, Attribute> attributes = new HashMap<>();
    attributes.put("acquisition_status", Attribute.of(waits ? "STUB" : "ACQUIRED"));
    attributes.put("validation_status", Attribute.of(waits ? "UNVALIDATED" : "VALID"));
    attributes.put("eligibility", Attribute.of(waits ? "ACQUIRE" : "NONE"));
    if (waits) {
      attributes.put(Table.INDEX_PARTITION, Attribute.of(nova));
      attributes.put(Table.INDEX_SORT, Attribute.of("ELIG#ACQUIRE#SPECTRA#eso#" + id));
    }
    return attributes;
  }

  private static Attribute pointer(String nova, String id, int n) {
    return new Attribute.Group(
        Map.of(
            "bucket", Attribute.of("nova-cat-private-data"),
            "key", Attribute.of("raw/spectra/%s/%s/primary.fits".formatted(nova, id)),
            "etag", Attribute.of(text("%032x", n * 104_729L)),
            "bytes", Attribute.of(bytes(n))));
  }

  private static boolean waits(int n) {
    return n % 3 != 0;
  }

  private static long bytes(int n) {
    return 2880L * (1 + n % 101);
  }

  private static String locator(int n) {
    return text("https://archive.example/spectra/%05d/", n % 1000) + n;
  }

  private static String text(String format, long number) {
    return String.format(Locale.ROOT, format, number);
  }
}

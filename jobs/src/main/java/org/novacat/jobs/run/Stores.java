package org.novacat.jobs.run;

import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import org.novacat.jobs.cli.UserError;
import org.novacat.persistence.Catalog;
import org.novacat.persistence.bucket.ArchiveLocation;
import org.novacat.persistence.bucket.ObjectStores;
import org.novacat.persistence.bucket.StoreLocation;
import org.novacat.persistence.dynamodb.TableSettings;
import org.novacat.persistence.embedded.EmbeddedTables;
import org.novacat.persistence.log.RunContext;
import org.novacat.persistence.retry.RetryPolicy;
import org.novacat.persistence.retry.WaitListener;
import org.novacat.persistence.retry.Waits;
import org.novacat.persistence.store.Archive;
import org.novacat.persistence.store.ObjectStore;
import org.novacat.persistence.table.TableSource;

/** The table and the private bucket that a command works on, open. */
public final class Stores implements AutoCloseable {
  private final Catalog catalog;
  private final Archive archive;
  private final StoreLocation location;
  private final Waits waits;

  /**
   * A catalogue and an open bucket; closing this closes both.
   *
   * @param location how executors open the bucket
   * @param bucket its name, as items record it
   */
  public Stores(Catalog catalog, ObjectStore objects, StoreLocation location, String bucket) {
    this(catalog, new Archive(objects, bucket), location, Waits.said(WaitListener.NONE));
  }

  private Stores(Catalog catalog, Archive archive, StoreLocation location, Waits waits) {
    this.catalog = catalog;
    this.archive = archive;
    this.location = location;
    this.waits = waits;
  }

  /**
   * Opens both and makes nothing.
   *
   * @param run on whose behalf the table is used
   * @param policy how long single steps are tried
   * @param waits told when it takes long
   * @throws UserError when there is no such workspace, or one of an older novacat
   * @throws org.novacat.persistence.failure.TableMissingException when the table does not exist
   * @throws org.novacat.persistence.store.StoreException when the bucket cannot be opened
   */
  public static Stores open(
      StoreOptions options, RunContext run, Clock clock, RetryPolicy policy, WaitListener waits) {
    check(options);
    if (isNew(options)) {
      throw new UserError(
          "Cannot open workspace '%s': %s (name another with --workspace, or make this one with 'novacat init')"
              .formatted(
                  options.workspace(),
                  Files.exists(options.workspace())
                      ? "there is no table in it"
                      : "there is no such folder"));
    }
    return opened(options, run, clock, policy, waits);
  }

  /** The same for a command that brings something in: makes a workspace where there is none. */
  public static Stores openOrMake(
      StoreOptions options, RunContext run, Clock clock, RetryPolicy policy, WaitListener waits) {
    check(options);
    if (isNew(options)) {
      init(options);
    }
    return opened(options, run, clock, policy, waits);
  }

  private static Stores opened(
      StoreOptions options,
      RunContext run,
      Clock clock,
      RetryPolicy policy,
      WaitListener listener) {
    keepTemporaryFiles(options);
    StoreLocation bucket = options.privateBucket();
    Waits waits = Waits.said(listener);
    ObjectStore objects = UserError.ifRefused(() -> ObjectStores.open(bucket, policy, waits));
    try {
      Catalog catalog = Catalog.open(table(options), run, clock, policy, waits);
      return new Stores(
          catalog, new Archive(objects, options.privateBucketName()), bucket, waits.share());
    } catch (RuntimeException e) {
      objects.close();
      throw e;
    }
  }

  /**
   * Creates table and buckets, each where it is missing.
   *
   * @return whether the table was created now
   */
  public static boolean init(StoreOptions options) {
    check(options);
    create(options.privateBucket());
    if (options.hasPublicBucket()) {
      create(options.publicBucket());
    }
    keepTemporaryFiles(options);
    return switch (table(options).init()) {
      case CREATED -> true;
      case ALREADY_THERE -> false;
    };
  }

  private static void create(StoreLocation bucket) {
    Waits quiet = Waits.said(WaitListener.NONE);
    UserError.ifRefused(() -> ObjectStores.create(bucket, RetryPolicy.PROMPT, quiet)).close();
  }

  /** In the workspace, as soon as there is one and before a library asks where. */
  private static void keepTemporaryFiles(StoreOptions options) {
    if (options.embeddedTable() || options.embeddedStore()) {
      Scratch.in(options.workspace());
    }
  }

  /** Whether {@link #openOrMake} would make the workspace that the options name. */
  public static boolean isNew(StoreOptions options) {
    return hasNoTable(options) && options.embeddedStore();
  }

  private static boolean hasNoTable(StoreOptions options) {
    return options.embeddedTable() && !Files.exists(options.tableFolder());
  }

  /**
   * A slip in an option is found before anything is made or opened.
   *
   * @throws UserError when an option cannot be used, or the workspace is one of an older novacat
   */
  public static void check(StoreOptions options) {
    requireBuckets(options);
    UserError.ifRefused(
        () -> new TableSettings(options.table(), options.region(), options.endpoint()));
    if (hasNoTable(options) && Files.exists(options.serversFolder())) {
      throw new UserError(
          "Cannot use workspace '%1$s': its table was kept by a database server that novacat no longer has, in '%2$s' (make it anew from its raw files in another folder: for each nova, novacat register %1$s/buckets/nova-cat-private-data/raw/spectra/NOVA_ID --nova NAME --workspace NEW; docs/operations.md, 'Workspaces of older versions', has the rest)"
              .formatted(options.workspace(), options.serversFolder()));
    }
  }

  private static void requireBuckets(StoreOptions options) {
    List<StoreLocation> buckets =
        options.hasPublicBucket()
            ? List.of(options.privateBucket(), options.publicBucket())
            : List.of(options.privateBucket());
    for (StoreLocation bucket : buckets) {
      if (bucket.isOnS3()) {
        UserError.ifRefused(() -> ObjectStores.settings(bucket));
      }
    }
  }

  private static TableSource table(StoreOptions options) {
    return options.embeddedTable()
        ? new EmbeddedTables(options.tableFolder(), options.table())
        : new TableSettings(options.table(), options.region(), options.endpoint());
  }

  /** The table. */
  public Catalog catalog() {
    return catalog;
  }

  /** Where the private bucket is. */
  public StoreLocation location() {
    return location;
  }

  /** The objects of the private bucket. */
  public Archive archive() {
    return archive;
  }

  /**
   * How an executor opens the private bucket for objects that can be made again from raw bytes. A
   * local folder need not push each of them to the disk before it goes on (decision 0007).
   */
  public ArchiveLocation derivedLocation() {
    return new ArchiveLocation(
        location.isOnS3() ? location : location.with(StoreLocation.DURABILITY, "later"),
        archive.bucket());
  }

  @Override
  public void close() {
    waits.unshare();
    catalog.close();
    archive.close();
  }
}

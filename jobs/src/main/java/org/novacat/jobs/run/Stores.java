package org.novacat.jobs.run;

import java.nio.file.Files;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.cli.UserError;
import org.novacat.persistence.Catalog;
import org.novacat.persistence.dynamodb.TableSettings;
import org.novacat.persistence.local.DynamoDbLocal;
import org.novacat.persistence.local.LocalServerOptions;
import org.novacat.persistence.log.RunContext;
import org.novacat.persistence.store.ObjectStore;
import org.novacat.persistence.store.ObjectStores;
import org.novacat.persistence.store.StoreLocation;

/**
 * The table and the private bucket that a command works on, open. With the embedded defaults the
 * database is started where it does not run, and a workspace made where there is none.
 */
public final class Stores implements AutoCloseable {
  private final @Nullable DynamoDbLocal server;
  private final Catalog catalog;
  private final ObjectStore objects;
  private final StoreLocation location;
  private final String bucket;

  private Stores(
      @Nullable DynamoDbLocal server, Catalog catalog, ObjectStore objects, StoreOptions options) {
    this.server = server;
    this.catalog = catalog;
    this.objects = objects;
    this.location = options.privateBucket();
    this.bucket = options.privateBucketName();
  }

  /**
   * Opens both.
   *
   * @param run on whose behalf the table is used
   * @throws org.novacat.persistence.failure.TableMissingException when the table does not exist; a
   *     new workspace gets one
   * @throws org.novacat.persistence.store.StoreException when the bucket cannot be opened
   */
  public static Stores open(StoreOptions options, RunContext run, Clock clock) {
    check(options);
    if (isNew(options)) {
      init(options);
    }
    ObjectStore objects = UserError.ifRefused(() -> ObjectStores.open(options.privateBucket()));
    try {
      return opened(options, run, clock, objects);
    } catch (RuntimeException e) {
      objects.close();
      throw e;
    }
  }

  private static Stores opened(
      StoreOptions options, RunContext run, Clock clock, ObjectStore objects) {
    DynamoDbLocal server = serve(options);
    try {
      Catalog catalog = Catalog.open(settings(options, server), run, clock);
      return new Stores(server, catalog, objects, options);
    } catch (RuntimeException e) {
      close(server);
      throw e;
    }
  }

  /**
   * Creates table and, where they are folders, buckets, each where it is missing.
   *
   * @return whether the table was created now
   */
  public static boolean init(StoreOptions options) {
    check(options);
    UserError.ifRefused(() -> ObjectStores.create(options.privateBucket())).close();
    if (options.embeddedStore()) {
      ObjectStores.create(options.publicBucket()).close();
    }
    DynamoDbLocal server = serve(options);
    try {
      return switch (Catalog.init(settings(options, server))) {
        case CREATED -> true;
        case ALREADY_THERE -> false;
      };
    } finally {
      close(server);
    }
  }

  /** Whether {@link #open} would make the workspace that the options name. */
  public static boolean isNew(StoreOptions options) {
    return options.embeddedTable()
        && options.embeddedStore()
        && !Files.exists(options.databaseFolder());
  }

  private static @Nullable DynamoDbLocal serve(StoreOptions options) {
    return options.embeddedTable()
        ? DynamoDbLocal.ensureRunning(options.databaseFolder(), LocalServerOptions.defaults())
        : null;
  }

  /** A slip in an option is found before anything is made or started. */
  private static void check(StoreOptions options) {
    UserError.ifRefused(
        () -> TableSettings.aws(options.table(), options.region(), options.endpoint()));
  }

  private static TableSettings settings(StoreOptions options, @Nullable DynamoDbLocal server) {
    return server == null
        ? TableSettings.aws(options.table(), options.region(), options.endpoint())
        : TableSettings.embedded(options.table(), server.endpoint());
  }

  /** The table. */
  public Catalog catalog() {
    return catalog;
  }

  /** The private bucket. */
  public ObjectStore objects() {
    return objects;
  }

  /**
   * How an executor opens the private bucket for objects that can be made again from raw bytes. A
   * local folder need not push each of them to the disk before it goes on (decision 0007).
   */
  public StoreLocation derivedLocation() {
    boolean local = "file".equals(location.uri().getScheme());
    return local ? location.with("durability", "later") : location;
  }

  /** Name of the private bucket, as items record it. */
  public String bucket() {
    return bucket;
  }

  @Override
  public void close() {
    catalog.close();
    objects.close();
    close(server);
  }

  private static void close(@Nullable DynamoDbLocal server) {
    if (server != null) {
      server.close();
    }
  }
}

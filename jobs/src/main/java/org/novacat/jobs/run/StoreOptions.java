package org.novacat.jobs.run;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.cli.UserError;
import org.novacat.persistence.bucket.StoreLocation;
import org.novacat.persistence.log.LogPointers;
import picocli.CommandLine.Option;

/** Which table and which bucket a command works on. */
public final class StoreOptions {
  private static final String PRIVATE_BUCKET = "nova-cat-private-data";
  private static final String PUBLIC_BUCKET = "nova-cat-public-site";

  @Option(
      names = "--workspace",
      paramLabel = "DIR",
      defaultValue = "novacat-data",
      description = "Folder of the embedded stores. Default: ./novacat-data")
  private Path workspace = Path.of("novacat-data");

  @Option(
      names = "--store",
      paramLabel = "URI",
      description = "Private bucket. Default: the one of the workspace")
  private @Nullable String store;

  @Option(
      names = "--table",
      paramLabel = "NAME",
      defaultValue = "NovaCat",
      description = "DynamoDB table. Default: NovaCat")
  private String table = "NovaCat";

  @Option(
      names = "--dynamodb-endpoint",
      paramLabel = "URI",
      description =
          "Server of the table, or 'aws' for AWS's own. Default: the embedded one of the workspace")
  private @Nullable String dynamoDbEndpoint;

  @Option(
      names = "--region",
      paramLabel = "NAME",
      description = "AWS region. Default: that of the AWS environment")
  private @Nullable String region;

  @Option(
      names = "--log-reference",
      paramLabel = "GROUP:STREAM:ID",
      description = "Where the platform keeps the log of this run. Default: nowhere")
  private @Nullable String logReference;

  /**
   * Where the log of this run lies; null where nobody keeps it.
   *
   * @throws UserError when the option is no such place
   */
  @Nullable LogPointers logs() {
    String named = logReference;
    return named == null ? null : UserError.ifRefused(() -> LogPointers.parse(named));
  }

  /**
   * The folder of the embedded stores.
   *
   * @throws UserError when it is a file, or lies below one
   */
  public Path workspace() {
    Path folder = workspace.toAbsolutePath().normalize();
    for (Path path = folder; path != null; path = path.getParent()) {
      if (Files.exists(path) && !Files.isDirectory(path)) {
        throw new UserError(
            "Cannot use workspace '%s': '%s' is a file (name a folder; one that is missing is made)"
                .formatted(folder, path));
      }
    }
    return folder;
  }

  /** Where the embedded table keeps its files. */
  public Path tableFolder() {
    return workspace().resolve("table");
  }

  /** Where a server that novacat no longer has kept the table of older workspaces. */
  Path serversFolder() {
    return workspace().resolve("dynamodb");
  }

  /** All that the embedded stores keep, and the temporary files of the commands at work on them. */
  public List<Path> folders() {
    return List.of(tableFolder(), serversFolder(), buckets(), Scratch.below(workspace()));
  }

  /** The table, as options of the data source {@code novacat-table}. */
  public Map<String, String> tableOptions() {
    Map<String, String> options = new TreeMap<>(Map.of("table", table));
    if (embeddedTable()) {
      options.put("path", tableFolder().toString());
      return options;
    }
    if (region != null) {
      options.put("region", region);
    }
    URI server = endpoint();
    if (server != null) {
      options.put("endpoint", server.toString());
    }
    return options;
  }

  /** Whether the table is the embedded one. */
  public boolean embeddedTable() {
    return dynamoDbEndpoint == null;
  }

  /** Whether the bucket is a folder of the workspace. */
  public boolean embeddedStore() {
    return store == null;
  }

  /** Name of the table. */
  public String table() {
    return table;
  }

  /** Region of the table; null for that of the AWS environment. */
  public @Nullable String region() {
    return region;
  }

  /**
   * Server of the table; null for AWS's own.
   *
   * @throws UserError when the option is no address
   */
  public @Nullable URI endpoint() {
    String named = dynamoDbEndpoint;
    if (named == null || named.equals("aws")) {
      return null;
    }
    if (!named.matches("https?://[^/?#\\s]+/?")) {
      throw new UserError(
          "Cannot use DynamoDB endpoint '%s': it is no address (write http://host:port, or aws)"
              .formatted(named));
    }
    return UserError.ifRefused(() -> URI.create(named));
  }

  /**
   * The private bucket.
   *
   * @throws UserError when the option names no store that can be opened
   */
  public StoreLocation privateBucket() {
    String named = store;
    return named == null
        ? StoreLocation.local(bucketFolder(PRIVATE_BUCKET))
        : UserError.ifRefused(() -> StoreLocation.parse(named));
  }

  /** Name of the private bucket, as items record it. */
  public String privateBucketName() {
    if (store == null) {
      return PRIVATE_BUCKET;
    }
    String path = store.replaceAll("/+$", "");
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The public bucket of the workspace. */
  public StoreLocation publicBucket() {
    return StoreLocation.local(bucketFolder(PUBLIC_BUCKET));
  }

  private Path bucketFolder(String bucket) {
    return buckets().resolve(bucket);
  }

  private Path buckets() {
    return workspace().resolve("buckets");
  }
}

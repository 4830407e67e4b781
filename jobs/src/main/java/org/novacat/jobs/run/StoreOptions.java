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
import org.novacat.persistence.tree.TreeLocation;
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
      description = "Private bucket: s3a://bucket, or a folder. Default: the one of the workspace")
  private @Nullable String store;

  @Option(
      names = "--public-store",
      paramLabel = "URI",
      description =
          "Public bucket, another one than the private. Default: the one of the workspace")
  private @Nullable String publicStore;

  @Option(
      names = "--s3-endpoint",
      paramLabel = "URI",
      description = "Server of buckets on S3. Default: AWS's own")
  private @Nullable String s3Endpoint;

  @Option(
      names = "--s3-path-style",
      arity = "1",
      paramLabel = "BOOLEAN",
      description =
          "Whether the bucket stands in the path of addresses, not in their host. Default: true with --s3-endpoint, else false")
  private @Nullable Boolean s3PathStyle;

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
      description = "AWS region of table and buckets. Default: that of the AWS environment")
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
    return named == null || named.equals("aws")
        ? null
        : address("DynamoDB endpoint", named, "write http://host:port, or aws");
  }

  private static URI address(String what, String named, String remedy) {
    if (named.contains("@")) {
      throw new UserError(
          "Cannot use %s with credentials in it (put them where AWS's default chain looks)"
              .formatted(what));
    }
    if (!named.matches("https?://[^/?#\\s]+/?")) {
      throw new UserError(
          "Cannot use %s '%s': it is no address (%s)".formatted(what, named, remedy));
    }
    return UserError.ifRefused(() -> URI.create(named));
  }

  /**
   * The private bucket.
   *
   * @throws UserError when the option names no store that can be opened
   */
  public StoreLocation privateBucket() {
    return location(store, PRIVATE_BUCKET);
  }

  private StoreLocation location(@Nullable String named, String folder) {
    if (named == null) {
      return StoreLocation.local(bucketFolder(folder));
    }
    StoreLocation location = UserError.ifRefused(() -> StoreLocation.parse(named));
    return location.isOnS3() ? onS3(location) : location;
  }

  /** How its server is reached, which is said once for all clients. */
  private StoreLocation onS3(StoreLocation location) {
    StoreLocation reached = location;
    String server = s3Endpoint;
    if (region != null) {
      reached = reached.with(StoreLocation.REGION, region);
    }
    if (server != null) {
      URI uri = address("S3 endpoint", server, "write http://host:port");
      reached = reached.with(StoreLocation.ENDPOINT, uri.toString());
    }
    boolean inPath = s3PathStyle == null ? server != null : s3PathStyle;
    return reached.with(StoreLocation.PATH_STYLE, Boolean.toString(inPath));
  }

  /**
   * A folder, or a place in a bucket on S3, which is reached as the other buckets are.
   *
   * @throws UserError when it is neither
   */
  public TreeLocation tree(String named) {
    TreeLocation location = UserError.ifRefused(() -> TreeLocation.parse(named));
    return location.isOnS3() ? location.in(onS3(location.bucket())) : location;
  }

  /** Name of the private bucket, as items record it. */
  public String privateBucketName() {
    return name(store, PRIVATE_BUCKET);
  }

  /** Name of the public bucket, as items record it. */
  public String publicBucketName() {
    return name(publicStore, PUBLIC_BUCKET);
  }

  private static String name(@Nullable String named, String folder) {
    if (named == null) {
      return folder;
    }
    String path = named.replaceAll("/+$", "");
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /**
   * The public bucket, which everybody may read.
   *
   * @throws UserError when the option names no store that can be opened, or the private bucket
   */
  public StoreLocation publicBucket() {
    StoreLocation bucket = location(publicStore, PUBLIC_BUCKET);
    if (bucket.isSameBucket(privateBucket())) {
      throw new UserError(
          "Cannot use public bucket '%s': it is the private one, and everybody would read it (name another with --public-store)"
              .formatted(bucket));
    }
    return bucket;
  }

  /** Whether the public bucket is one that {@code init} makes: of the workspace, or named. */
  public boolean hasPublicBucket() {
    return publicStore != null || embeddedStore();
  }

  private Path bucketFolder(String bucket) {
    return buckets().resolve(bucket);
  }

  private Path buckets() {
    return workspace().resolve("buckets");
  }
}

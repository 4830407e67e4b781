package org.novacat.persistence.dynamodb;

import java.time.Duration;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/** Clients for settings. */
final class Clients {
  private static final int CONNECTIONS = 64;

  /** The steps BeginJobRun and AcquireIdempotencyLock have ten seconds; so has every request. */
  private static final Duration REQUEST_TIME = Duration.ofSeconds(10);

  private Clients() {}

  /** A client that answers or fails within ten seconds and leaves trying again to us. */
  static DynamoDbClient open(TableSettings settings) {
    DynamoDbClientBuilder builder =
        DynamoDbClient.builder()
            .credentialsProvider(DefaultCredentialsProvider.builder().build())
            .httpClientBuilder(
                ApacheHttpClient.builder()
                    .maxConnections(CONNECTIONS)
                    .connectionTimeout(Duration.ofSeconds(2))
                    .socketTimeout(REQUEST_TIME))
            .overrideConfiguration(
                o ->
                    o.retryStrategy(AwsRetryStrategy.doNotRetry())
                        .apiCallTimeout(REQUEST_TIME.plusSeconds(1)));
    if (settings.region() != null) {
      builder.region(Region.of(settings.region()));
    }
    if (settings.endpoint() != null) {
      builder.endpointOverride(settings.endpoint());
    }
    return builder.build();
  }
}

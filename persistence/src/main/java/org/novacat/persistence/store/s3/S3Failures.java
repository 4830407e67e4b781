package org.novacat.persistence.store.s3;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.novacat.persistence.store.StoreDenied;
import org.novacat.persistence.store.StoreException;
import org.novacat.persistence.table.TransientStoreException;
import org.novacat.persistence.table.TransientStoreException.Effect;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * What an exception of the SDK means: try again, and may it have happened, or give up. What only
 * the request knows to read, a condition that did not hold or an object that is not there, passes
 * as {@link S3Exception}.
 */
final class S3Failures {
  static final int NOT_FOUND = 404;
  static final int NOT_MODIFIED = 304;
  static final int PRECONDITION_FAILED = 412;
  static final int RANGE_NOT_SATISFIABLE = 416;
  private static final int NOT_IMPLEMENTED = 501;

  /** For the request that made them to read. */
  private static final Set<Integer> MEANT =
      Set.of(NOT_MODIFIED, NOT_FOUND, PRECONDITION_FAILED, RANGE_NOT_SATISFIABLE);

  /** Turned away before anything happened (S3 API Reference, "Error responses"). */
  private static final Set<String> TURNED_AWAY =
      Set.of(
          "SlowDown",
          "ServiceUnavailable",
          "RequestLimitExceeded",
          "ThrottlingException",
          "TooManyRequests",
          "ConditionalRequestConflict",
          "OperationAborted");

  /** The connection was too slow; nothing of a body that did not come is kept. */
  private static final Set<String> CUT = Set.of("RequestTimeout", "IncompleteBody", "BadDigest");

  private static final String NO_REGION = "give --region, or set AWS_REGION";

  private static final String NO_CREDENTIALS =
      "set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or give a profile or the machine a role";

  private static final String NETWORK = "check the endpoint and the network";

  /** The SDK lists each of its providers and what each one said. */
  private static final Pattern CHAIN = Pattern.compile("(?s) from any of the providers in.*");

  private final S3Settings settings;

  S3Failures(S3Settings settings) {
    this.settings = settings;
  }

  /**
   * Makes a request and gives its failure our meaning.
   *
   * @param what the request does, for messages: {@code read object 'a/b'}
   * @throws S3Exception with one of the statuses above
   */
  <T> T translated(String what, Supplier<T> request) {
    try {
      return request.get();
    } catch (S3Exception e) {
      throw service(what, e);
    } catch (SdkClientException e) {
      throw client(what, e);
    }
  }

  private RuntimeException service(String what, S3Exception e) {
    String code = code(e);
    if (code.equals("NoSuchBucket")) {
      return new StoreDenied(
          "Cannot %s in '%s': there is no such bucket (make it with 'novacat init', or name another)"
              .formatted(what, settings),
          e);
    }
    if (TURNED_AWAY.contains(code) || CUT.contains(code) || e.statusCode() == 429) {
      return new TransientStoreException(Effect.NONE, e.statusCode() + " " + code, e);
    }
    if (MEANT.contains(e.statusCode()) || code.equals("InvalidPart")) {
      return e;
    }
    boolean fails = e.statusCode() >= 500 && e.statusCode() != NOT_IMPLEMENTED;
    return fails || code.equals("InternalError")
        ? new TransientStoreException(Effect.POSSIBLE, e.statusCode() + " " + code, e)
        : denied(what, code, e);
  }

  static String code(S3Exception e) {
    return e.awsErrorDetails() == null || e.awsErrorDetails().errorCode() == null
        ? ""
        : e.awsErrorDetails().errorCode();
  }

  private StoreException denied(String what, String code, S3Exception e) {
    return new StoreDenied(
        "Cannot %s in '%s': the store refused with %s%s (%s)"
            .formatted(what, settings, e.statusCode(), said(code, e), remedy(code, e)),
        e);
  }

  /** The answer to a look has no body, and so says no more than its status. */
  private static String said(String code, S3Exception e) {
    String why = e.awsErrorDetails() == null ? null : e.awsErrorDetails().errorMessage();
    return (code.isEmpty() ? "" : " " + code) + (why == null ? "" : ": " + why);
  }

  private static String remedy(String code, S3Exception e) {
    return switch (code) {
      case "RequestTimeTooSkewed" -> "set the clock of this machine";
      case "InvalidAccessKeyId", "SignatureDoesNotMatch", "ExpiredToken", "InvalidToken" ->
          "check the credentials where AWS's default chain looks";
      case "PermanentRedirect",
          "AuthorizationHeaderMalformed",
          "IllegalLocationConstraintException" ->
          "give the bucket's own region with --region" + region(e).map(" "::concat).orElse("");
      case "NotImplemented" ->
          "this server lacks what novacat needs; 'novacat doctor' lists what else it lacks";
      case "EntityTooLarge" -> "an object has at most 5 TiB";
      default ->
          e.statusCode() == 301 || e.statusCode() == 307
              ? "give the bucket's own region with --region" + region(e).map(" "::concat).orElse("")
              : "check credentials, region and permissions for the bucket"
                  + region(e).map(", whose region is "::concat).orElse("");
    };
  }

  private static Optional<String> region(S3Exception e) {
    return e.awsErrorDetails() == null || e.awsErrorDetails().sdkHttpResponse() == null
        ? Optional.empty()
        : e.awsErrorDetails().sdkHttpResponse().firstMatchingHeader("x-amz-bucket-region");
  }

  private RuntimeException client(String what, SdkClientException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SSLException) {
        return new StoreDenied(
            "Cannot %s in '%s': %s (does the endpoint begin with http:// or https:// as its server does, and does this machine trust its certificate?)"
                .formatted(what, settings, cause.getMessage()),
            e);
      }
      if (cause instanceof ConnectException
          || cause instanceof UnknownHostException
          || cause instanceof NoRouteToHostException) {
        return new TransientStoreException(Effect.NONE, cause.toString(), NETWORK, e);
      }
    }
    String message = String.valueOf(e.getMessage());
    return message.startsWith("Unable to load")
        ? new StoreDenied(
            "Cannot %s in '%s': %s (%s)"
                .formatted(
                    what,
                    settings,
                    CHAIN.matcher(message).replaceFirst(""),
                    message.startsWith("Unable to load region") ? NO_REGION : NO_CREDENTIALS),
            e)
        : new TransientStoreException(Effect.POSSIBLE, message, NETWORK, e);
  }
}

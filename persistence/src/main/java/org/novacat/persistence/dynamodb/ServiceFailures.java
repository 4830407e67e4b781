package org.novacat.persistence.dynamodb;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.novacat.persistence.failure.StoreRefusedException;
import org.novacat.persistence.failure.TableMissingException;
import org.novacat.persistence.table.TransactResult;
import org.novacat.persistence.table.TransactResult.Code;
import org.novacat.persistence.table.TransactResult.Reason;
import org.novacat.persistence.table.TransientStoreException;
import org.novacat.persistence.table.TransientStoreException.Effect;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** What an exception of the SDK means: try again, and may it have happened, or give up. */
final class ServiceFailures {
  /** Turned away before anything happened (DynamoDB Developer Guide, "Error handling"). */
  private static final Set<String> TURNED_AWAY =
      Set.of(
          "ProvisionedThroughputExceededException",
          "RequestLimitExceeded",
          "ThrottlingException",
          "LimitExceededException",
          "TransactionConflictException");

  private static final String NETWORK = "check the endpoint and the network";

  /** What is wrong with who asks, not with what is asked. */
  private static final Set<String> WHO_ASKS =
      Set.of(
          "AccessDeniedException",
          "ExpiredTokenException",
          "IncompleteSignatureException",
          "InvalidClientTokenId",
          "InvalidSignatureException",
          "MissingAuthenticationTokenException",
          "NotAuthorized",
          "OptInRequired",
          "SignatureDoesNotMatch",
          "UnrecognizedClientException");

  /** The SDK lists each of its providers and what each one said. */
  private static final Pattern CHAIN = Pattern.compile("(?s) from any of the providers in.*");

  private final String table;

  ServiceFailures(String table) {
    this.table = table;
  }

  /** Makes a request and gives its failure our meaning. */
  <T> T translated(Supplier<T> request) {
    try {
      return request.get();
    } catch (ResourceNotFoundException e) {
      throw new TableMissingException(table);
    } catch (AwsServiceException e) {
      throw service(e);
    } catch (SdkClientException e) {
      throw client(e);
    }
  }

  private RuntimeException service(AwsServiceException e) {
    String code = e.awsErrorDetails() == null ? "" : e.awsErrorDetails().errorCode();
    if (TURNED_AWAY.contains(code)) {
      return new TransientStoreException(Effect.NONE, code, e);
    }
    if (e.statusCode() >= 500 || code.equals("TransactionInProgressException")) {
      return new TransientStoreException(Effect.POSSIBLE, e.statusCode() + " " + code, e);
    }
    String why = e.awsErrorDetails() == null ? "" : e.awsErrorDetails().errorMessage();
    return new StoreRefusedException(
        "Cannot use table '%s': the service refused with %s: %s (%s)"
            .formatted(table, code, why, remedy(code, String.valueOf(why))),
        e);
  }

  private static String remedy(String code, String why) {
    if (WHO_ASKS.contains(code)) {
      return "check credentials and permissions";
    }
    if (why.contains("hashkey") || why.contains("rangekey")) {
      return "a key is longer than DynamoDB takes; shorten the name or address in it";
    }
    return why.contains("Item size")
        ? "an item is larger than the 400 kB that DynamoDB takes; credentials and network are fine"
        : "this is a request that DynamoDB does not take, please report it";
  }

  private RuntimeException client(SdkClientException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConnectException
          || cause instanceof UnknownHostException
          || cause instanceof NoRouteToHostException) {
        return new TransientStoreException(Effect.NONE, cause.toString(), NETWORK, e);
      }
    }
    String message = String.valueOf(e.getMessage());
    return message.startsWith("Unable to load")
        ? new StoreRefusedException(
            "Cannot use table '%s': %s (set AWS_REGION and credentials where AWS's default chain looks)"
                .formatted(table, CHAIN.matcher(message).replaceFirst("")),
            e)
        : new TransientStoreException(Effect.POSSIBLE, message, NETWORK, e);
  }

  /**
   * Why a transaction was cancelled.
   *
   * @throws StoreRefusedException when a write of it is one that DynamoDB never accepts
   */
  TransactResult.Cancelled cancelled(TransactionCanceledException e) {
    List<Reason> reasons = e.cancellationReasons().stream().map(r -> reason(r, e)).toList();
    return new TransactResult.Cancelled(reasons);
  }

  private Reason reason(CancellationReason reason, TransactionCanceledException e) {
    return switch (reason.code()) {
      case "None" -> new Reason(Code.NONE, null);
      case "ConditionalCheckFailed" ->
          new Reason(
              Code.CONDITION_FAILED,
              reason.hasItem() && !reason.item().isEmpty() ? Values.item(reason.item()) : null);
      case "TransactionConflict" -> new Reason(Code.CONFLICT, null);
      case "ProvisionedThroughputExceeded", "ThrottlingError" -> new Reason(Code.THROTTLED, null);
      default ->
          throw new StoreRefusedException(
              "Cannot write to table '%s': a transaction was refused with %s: %s (%s)"
                  .formatted(
                      table,
                      reason.code(),
                      reason.message(),
                      remedy(reason.code(), String.valueOf(reason.message()))),
              e);
    };
  }
}

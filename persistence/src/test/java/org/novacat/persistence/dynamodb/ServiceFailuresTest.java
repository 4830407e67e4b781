package org.novacat.persistence.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.novacat.persistence.failure.StoreRefusedException;
import org.novacat.persistence.failure.TableMissingException;
import org.novacat.persistence.table.TransactResult.Cancelled;
import org.novacat.persistence.table.TransactResult.Code;
import org.novacat.persistence.table.TransactResult.Reason;
import org.novacat.persistence.table.TransientStoreException;
import org.novacat.persistence.table.TransientStoreException.Effect;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

class ServiceFailuresTest {
  private final ServiceFailures failures = new ServiceFailures("NovaCat");

  @ParameterizedTest
  @CsvSource({
    "400, ProvisionedThroughputExceededException, NONE",
    "400, ThrottlingException, NONE",
    "400, RequestLimitExceeded, NONE",
    "400, TransactionConflictException, NONE",
    "400, TransactionInProgressException, POSSIBLE",
    "500, InternalServerError, POSSIBLE",
    "503, ServiceUnavailable, POSSIBLE"
  })
  void answersThatMayPass_sayWhatMayHaveHappened(int status, String code, Effect effect) {
    assertThat(translated(service(status, code)))
        .isInstanceOfSatisfying(
            TransientStoreException.class, e -> assertThat(e.effect()).isEqualTo(effect));
  }

  @ParameterizedTest
  @CsvSource({
    "400, AccessDeniedException",
    "400, UnrecognizedClientException",
    "400, ExpiredTokenException",
    "400, InvalidSignatureException",
    "403, SignatureDoesNotMatch"
  })
  void refusalsOfWhoAsks_areAMatterOfCredentials(int status, String code) {
    assertThat(translated(service(status, code)))
        .isInstanceOf(StoreRefusedException.class)
        .hasMessage(
            "Cannot use table 'NovaCat': the service refused with %s: no (check credentials and permissions)"
                .formatted(code));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Item size has exceeded the maximum allowed size"
            + "|an item is larger than the 400 kB that DynamoDB takes; credentials and network are"
            + " fine",
        "Item size to update has exceeded the maximum allowed size"
            + "|an item is larger than the 400 kB that DynamoDB takes; credentials and network are"
            + " fine",
        "Size of hashkey has exceeded the maximum size limit of2048 bytes"
            + "|a key is longer than DynamoDB takes; shorten the name or address in it",
        "The parameter cannot be converted to a numeric value"
            + "|this is a request that DynamoDB does not take, please report it"
      })
  void refusalsOfWhatIsAsked_areNoMatterOfCredentials(String why, String remedy) {
    assertThat(translated(service(400, "ValidationException", why)))
        .isInstanceOf(StoreRefusedException.class)
        .hasMessage(
            "Cannot use table 'NovaCat': the service refused with ValidationException: %s (%s)"
                .formatted(why, remedy));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ItemCollectionSizeLimitExceededException",
        "SerializationException",
        "UnknownOperationException",
        "ARefusalThatIsNewToUs"
      })
  void otherRefusals_sendNobodyToHisCredentials(String code) {
    assertThat(translated(service(400, code)))
        .isInstanceOf(StoreRefusedException.class)
        .hasMessageEndingWith("(this is a request that DynamoDB does not take, please report it)");
  }

  @Test
  void missingTable_isNamed() {
    assertThat(translated(ResourceNotFoundException.builder().message("no").build()))
        .isInstanceOf(TableMissingException.class)
        .hasMessage("Cannot open table 'NovaCat': it does not exist (run 'novacat init')");
  }

  @Test
  void noConnection_cannotHaveHappened() {
    for (Exception cause :
        new Exception[] {new ConnectException("refused"), new UnknownHostException("nowhere")}) {
      assertThat(effect(SdkClientException.create("cannot", cause))).isEqualTo(Effect.NONE);
    }
  }

  @Test
  void lostReplies_mayHaveHappened() {
    assertThat(effect(SdkClientException.create("cannot", new SocketTimeoutException("read"))))
        .isEqualTo(Effect.POSSIBLE);
    assertThat(effect(ApiCallTimeoutException.create(11_000))).isEqualTo(Effect.POSSIBLE);
  }

  @Test
  void missingCredentials_areARefusal() {
    assertThat(translated(SdkClientException.create("Unable to load credentials from any of ...")))
        .isInstanceOf(StoreRefusedException.class)
        .hasMessageContaining("set AWS_REGION and credentials where AWS's default chain looks");
  }

  @Test
  void reasonsOfACancellation_keepTheirPlaces() {
    Cancelled cancelled =
        failures.cancelled(
            cancellation(
                "None", "TransactionConflict", "ThrottlingError", "ConditionalCheckFailed"));

    assertThat(cancelled.reasons())
        .containsExactly(
            new Reason(Code.NONE, null),
            new Reason(Code.CONFLICT, null),
            new Reason(Code.THROTTLED, null),
            new Reason(Code.CONDITION_FAILED, null));
  }

  @Test
  void writeThatIsNeverAccepted_isARefusal() {
    assertThatThrownBy(() -> failures.cancelled(cancellation("None", "ValidationError")))
        .isInstanceOf(StoreRefusedException.class)
        .hasMessageContaining("a transaction was refused with ValidationError")
        .hasMessageEndingWith("(this is a request that DynamoDB does not take, please report it)");
  }

  private Effect effect(RuntimeException thrown) {
    return ((TransientStoreException) translated(thrown)).effect();
  }

  private RuntimeException translated(RuntimeException thrown) {
    return catchThrowableOfType(
        RuntimeException.class,
        () ->
            failures.translated(
                () -> {
                  throw thrown;
                }));
  }

  private static RuntimeException service(int status, String code) {
    return service(status, code, "no");
  }

  private static RuntimeException service(int status, String code, String why) {
    return DynamoDbException.builder()
        .statusCode(status)
        .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).errorMessage(why).build())
        .build();
  }

  private static TransactionCanceledException cancellation(String... codes) {
    return TransactionCanceledException.builder()
        .cancellationReasons(
            java.util.Arrays.stream(codes)
                .map(code -> CancellationReason.builder().code(code).build())
                .toList())
        .build();
  }
}

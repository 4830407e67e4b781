package org.novacat.persistence.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ProductTransitionsTest {
  @Test
  void table_isTheOneInTheDesign() {
    assertThat(ProductTransitions.TABLE.all().stream().map(ProductTransitionsTest::line))
        .containsExactly(
            "- REGISTERED UNVALIDATED/STUB/ACQUIRE",
            "- REGISTERED_WITH_BYTES UNVALIDATED/ACQUIRED/ACQUIRE",
            "UNVALIDATED/STUB/ACQUIRE ACQUIRED UNVALIDATED/ACQUIRED/ACQUIRE",
            "UNVALIDATED/STUB/ACQUIRE ACQUISITION_FAILED UNVALIDATED/FAILED_RETRYABLE/ACQUIRE",
            "UNVALIDATED/FAILED_RETRYABLE/ACQUIRE ACQUIRED UNVALIDATED/ACQUIRED/ACQUIRE",
            "UNVALIDATED/FAILED_RETRYABLE/ACQUIRE ACQUISITION_FAILED UNVALIDATED/FAILED_RETRYABLE/ACQUIRE",
            "UNVALIDATED/SKIPPED_BACKOFF/ACQUIRE ACQUIRED UNVALIDATED/ACQUIRED/ACQUIRE",
            "UNVALIDATED/SKIPPED_BACKOFF/ACQUIRE ACQUISITION_FAILED UNVALIDATED/FAILED_RETRYABLE/ACQUIRE",
            "UNVALIDATED/STUB/ACQUIRE BYTES_COMING UNVALIDATED/ACQUIRING/NONE",
            "UNVALIDATED/FAILED_RETRYABLE/ACQUIRE BYTES_COMING UNVALIDATED/ACQUIRING/NONE",
            "UNVALIDATED/SKIPPED_BACKOFF/ACQUIRE BYTES_COMING UNVALIDATED/ACQUIRING/NONE",
            "UNVALIDATED/ACQUIRING/NONE BYTES_COMING UNVALIDATED/ACQUIRING/NONE",
            "UNVALIDATED/ACQUIRED/ACQUIRE BYTES_COMING UNVALIDATED/ACQUIRING/NONE",
            "QUARANTINED/ACQUIRED/ACQUIRE BYTES_COMING UNVALIDATED/ACQUIRING/NONE",
            "QUARANTINED/ACQUIRED/NONE BYTES_COMING UNVALIDATED/ACQUIRING/NONE",
            "UNVALIDATED/SKIPPED_DUPLICATE/NONE BYTES_COMING UNVALIDATED/ACQUIRING/NONE",
            "UNVALIDATED/ACQUIRING/NONE ACQUIRED UNVALIDATED/ACQUIRED/ACQUIRE",
            "UNVALIDATED/ACQUIRED/ACQUIRE VALIDATED VALID/ACQUIRED/NONE",
            "UNVALIDATED/ACQUIRED/ACQUIRE QUARANTINED QUARANTINED/ACQUIRED/NONE",
            "UNVALIDATED/ACQUIRED/ACQUIRE FOUND_DUPLICATE UNVALIDATED/SKIPPED_DUPLICATE/NONE",
            "UNVALIDATED/ACQUIRED/ACQUIRE VALIDATION_POSTPONED UNVALIDATED/ACQUIRED/ACQUIRE",
            "QUARANTINED/ACQUIRED/ACQUIRE VALIDATED VALID/ACQUIRED/NONE",
            "QUARANTINED/ACQUIRED/ACQUIRE QUARANTINED QUARANTINED/ACQUIRED/NONE",
            "QUARANTINED/ACQUIRED/ACQUIRE FOUND_DUPLICATE UNVALIDATED/SKIPPED_DUPLICATE/NONE",
            "QUARANTINED/ACQUIRED/ACQUIRE VALIDATION_POSTPONED QUARANTINED/ACQUIRED/ACQUIRE",
            "QUARANTINED/ACQUIRED/NONE RETRY_APPROVED QUARANTINED/ACQUIRED/ACQUIRE",
            "QUARANTINED/ACQUIRED/NONE REJECTED TERMINAL_INVALID/ACQUIRED/NONE",
            "VALID/ACQUIRED/NONE REPROCESS VALID/ACQUIRED/ACQUIRE",
            "VALID/ACQUIRED/ACQUIRE REPROCESS VALID/ACQUIRED/ACQUIRE",
            "VALID/ACQUIRED/ACQUIRE VALIDATED VALID/ACQUIRED/NONE",
            "VALID/ACQUIRED/ACQUIRE QUARANTINED VALID/ACQUIRED/NONE",
            "VALID/ACQUIRED/ACQUIRE VALIDATION_POSTPONED VALID/ACQUIRED/ACQUIRE");
  }

  @Test
  void noEvent_leadsTwoWaysFromOneState() {
    Map<String, Long> ways =
        ProductTransitions.TABLE.all().stream()
            .collect(Collectors.groupingBy(t -> t.from() + " " + t.event(), Collectors.counting()));

    assertThat(ways.values()).containsOnly(1L);
  }

  @Test
  void onlyAPersonOrOtherBytes_letAProductOutOfQuarantine() {
    List<ProductEvent> out =
        ProductTransitions.TABLE.all().stream()
            .filter(
                t -> t.from() != null && t.from().toString().equals("QUARANTINED/ACQUIRED/NONE"))
            .map(Transition::event)
            .toList();

    assertThat(out)
        .containsExactly(
            ProductEvent.BYTES_COMING, ProductEvent.RETRY_APPROVED, ProductEvent.REJECTED);
  }

  @Test
  void bytesOfAValidProduct_orOfOneThatIsRefusedForGood_neverChange() {
    assertThat(ProductTransitions.TABLE.all())
        .filteredOn(
            t -> t.event() == ProductEvent.BYTES_COMING || t.event() == ProductEvent.ACQUIRED)
        .noneMatch(
            t ->
                t.from().validation() == ValidationStatus.VALID
                    || t.from().validation() == ValidationStatus.TERMINAL_INVALID);
  }

  @Test
  void verdictOnContent_endsEligibility() {
    assertThat(ProductTransitions.TABLE.all())
        .filteredOn(
            t ->
                t.event() == ProductEvent.VALIDATED
                    || t.event() == ProductEvent.QUARANTINED
                    || t.event() == ProductEvent.REJECTED)
        .allMatch(t -> t.to().eligibility() == Eligibility.NONE);
  }

  /** So that a product is never without its last good result, nor open to other bytes. */
  @Test
  void validProduct_isValidWhateverHappens() {
    assertThat(ProductTransitions.TABLE.all())
        .filteredOn(t -> t.from() != null && t.from().validation() == ValidationStatus.VALID)
        .hasSize(5)
        .allMatch(t -> t.to().validation() == ValidationStatus.VALID)
        .noneMatch(t -> t.to().acquisition() != AcquisitionStatus.ACQUIRED);
  }

  @Test
  void everyEventAndEveryReachableState_isInTheTable() {
    Set<ProductEvent> events =
        ProductTransitions.TABLE.all().stream().map(Transition::event).collect(Collectors.toSet());
    Set<ProductState> reached = new HashSet<>();
    ProductTransitions.TABLE.all().forEach(t -> reached.add(t.to()));

    assertThat(events).containsExactlyInAnyOrder(ProductEvent.values());
    assertThat(reached)
        .allMatch(
            state ->
                ProductTransitions.TABLE.all().stream().anyMatch(t -> state.equals(t.from()))
                    || state.eligibility() == Eligibility.NONE);
  }

  @Test
  void illegalStep_leadsNowhere() {
    ProductState valid = ProductState.parse("VALID/ACQUIRED/NONE");

    for (ProductEvent event : EnumSet.complementOf(EnumSet.of(ProductEvent.REPROCESS))) {
      assertThat(ProductTransitions.TABLE.next(valid, event)).as(event.name()).isEmpty();
    }
    assertThat(ProductTransitions.TABLE.next(null, ProductEvent.VALIDATED)).isEmpty();
  }

  @Test
  void stateThatIsNone_isRefused() {
    assertThatThrownBy(() -> ProductState.parse("VALID"))
        .hasMessage("Cannot read product state 'VALID': it is not of the form VALID/ACQUIRED/NONE");
  }

  private static String line(Transition<ProductState, ProductEvent> step) {
    String from = step.from() == null ? "-" : step.from().toString();
    return "%s %s %s".formatted(from, step.event(), step.to());
  }
}

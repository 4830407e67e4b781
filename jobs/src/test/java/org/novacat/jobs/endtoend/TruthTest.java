package org.novacat.jobs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That the comparison with the truth sees what it is there to see. */
class TruthTest {
  private static final double TOLERANCE = 1e-9;

  private final Truth truth = new Truth("x.fits", "spectrum", List.of(order(400), order(500)));

  @Test
  void equalValues_inOtherUnits_areEqual() {
    assertThat(difference(List.of(stored(4000, 1), stored(5000, 1)), 0)).isZero();
  }

  @Test
  void droppedOrder_mayBeAnyOne() {
    assertThat(difference(List.of(stored(4000, 1)), 1)).isZero();
    assertThat(difference(List.of(stored(5000, 1)), 1)).isZero();
  }

  @Test
  void orderThatNoNoteMentions_isMissed() {
    assertThat(difference(List.of(stored(4000, 1)), 0)).isInfinite();
  }

  @Test
  void wrongWavelengths_areSeen() {
    assertThat(difference(List.of(stored(4000, 1), stored(5000.0001, 1)), 0))
        .isGreaterThan(TOLERANCE);
  }

  @Test
  void wrongFlux_isSeen() {
    assertThat(difference(List.of(stored(4000, 1), stored(5000, 1.00001)), 0))
        .isGreaterThan(TOLERANCE);
  }

  @Test
  void wrongFluxBesideADroppedOrder_isSeen() {
    assertThat(difference(List.of(stored(4000, 1.00001)), 1)).isGreaterThan(TOLERANCE);
  }

  private double difference(List<StoredSeries> stored, long dropped) {
    return truth.difference(stored, dropped, TOLERANCE);
  }

  private static StoredSeries stored(double start, double flux) {
    return StoredSeries.begin("x", 0).plus(start, flux * 1e-17).plus(start + 10, flux * 2e-17);
  }

  /** Two samples, in nm, decreasing: so stored ones are reversed. */
  private static JsonNode order(int start) {
    try {
      return new ObjectMapper()
          .readTree(
              """
              {"axis": {"n": 2, "first": %s, "last": %s, "sum_finite": %s,
                        "unit": "nm", "monotonic": "dec"},
               "flux": {"n": 2, "first": 2, "last": 1, "sum_finite": 3,
                        "unit": "1E-17 erg/cm^2/s/Ang"}}
              """
                  .formatted(start + 1, start, 2 * start + 1));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}

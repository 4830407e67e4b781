package org.novacat.transforms.spectrum;

import static org.novacat.layouts.spectrum.QuarantineReason.NOT_A_SPECTRUM;
import static org.novacat.layouts.spectrum.QuarantineReason.OTHER;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.spectrum.NormalizedOrder;
import org.novacat.layouts.spectrum.NormalizedSpectrum;
import org.novacat.layouts.spectrum.Observation;
import org.novacat.layouts.spectrum.ObservationTime;
import org.novacat.layouts.spectrum.Refusal;
import org.novacat.layouts.spectrum.SourceSpectrum;
import org.novacat.layouts.spectrum.SpectrumSummary;
import org.novacat.layouts.spectrum.SpectrumTrust;
import org.novacat.transforms.spectrum.OrderNormalizer.TraitedOrder;

/**
 * Turns the spectra of one file into one validated spectrum in canonical units, or refuses them.
 *
 * <p>Sampling stays as it is: nothing is resampled, smoothed or rejected, and NaN stays NaN. A bad
 * order is dropped with a note; the spectrum stays valid while one good order is left.
 */
public final class SpectrumNormalizer {
  private final List<NormalizedOrder> orders = new ArrayList<>();
  private final Set<String> notes = new LinkedHashSet<>();
  private final DroppedOrders dropped = new DroppedOrders();
  private @Nullable Traits traits;

  private SpectrumNormalizer() {}

  /**
   * Normalises the spectra of one file. Pure: equal arguments give equal results.
   *
   * @param spectra the spectrum, or its orders, as the file holds them
   * @param observation what the headers say about how it was taken
   * @param context what it is checked against
   */
  public static NormalizeResult normalize(
      List<SourceSpectrum> spectra, Observation observation, ValidationContext context) {
    Optional<Refusal> misplaced = ObservationChecks.position(observation, context);
    if (misplaced.isPresent()) {
      return new NormalizeResult.Refused(misplaced.get());
    }
    if (spectra.isEmpty()) {
      return new NormalizeResult.Refused(
          Refusal.of(NOT_A_SPECTRUM, "NO_SPECTRUM", "The file holds no spectrum"));
    }
    SpectrumNormalizer normalizer = new SpectrumNormalizer();
    spectra.forEach(normalizer::add);
    return normalizer.finish(observation, context);
  }

  private void add(SourceSpectrum source) {
    Checked<TraitedOrder> result = OrderNormalizer.normalize(source);
    if (result instanceof Checked.Passed<TraitedOrder> passed) {
      keep(passed.value(), passed.notes());
    } else if (result instanceof Checked.Failed<TraitedOrder> failed) {
      dropped.add(source.order(), failed.refusal());
    }
  }

  /** The first good order decides on medium and unit; others must agree. */
  private void keep(TraitedOrder found, List<String> itsNotes) {
    Traits common = traits == null ? found.traits() : traits;
    if (common.agreesWith(found.traits())) {
      traits = common.atMost(found.traits());
      orders.add(found.order());
      notes.addAll(itsNotes);
    } else {
      dropped.add(
          found.order().order(),
          Refusal.of(
              OTHER,
              "ORDER_DIFFERS",
              "It has %s, the orders before it %s".formatted(found.traits(), common)));
    }
  }

  private NormalizeResult finish(Observation observation, ValidationContext context) {
    Traits common = traits;
    if (common == null) {
      return new NormalizeResult.Refused(dropped.refusal());
    }
    ObservationChecks.timeNote(observation, context).ifPresent(notes::add);
    ObservationChecks.placeNote(observation, context).ifPresent(notes::add);
    notes.addAll(dropped.notes());
    NormalizedSpectrum spectrum =
        new NormalizedSpectrum(
            orders,
            common.medium(),
            common.mediumSource(),
            common.fluxUnit(),
            common.calibration(),
            List.copyOf(notes));
    return new NormalizeResult.Normalized(spectrum, summary(spectrum, observation, context));
  }

  private static SpectrumSummary summary(
      NormalizedSpectrum spectrum, Observation observation, ValidationContext context) {
    List<NormalizedOrder> orders = spectrum.orders();
    ObservationTime time = ObservationChecks.time(observation, context);
    return new SpectrumSummary(
        observation.instrument(),
        observation.telescope(),
        time == null ? null : (Double) time.mjd(),
        time == null ? null : time.precisionDays(),
        time == null ? null : time.spanDays(),
        positive(observation.exposureSeconds()),
        orders.stream().mapToDouble(order -> order.wavelength()[0]).min().orElseThrow(),
        orders.stream()
            .mapToDouble(order -> order.wavelength()[order.length() - 1])
            .max()
            .orElseThrow(),
        spectrum.length(),
        orders.size(),
        DerSnr.of(orders),
        spectrum.fluxUnit(),
        spectrum.calibration(),
        SpectrumTrust.UNKNOWN);
  }

  private static @Nullable Double positive(@Nullable Double seconds) {
    return seconds != null && seconds > 0 && Double.isFinite(seconds) ? seconds : null;
  }

  /** The orders of a file that did not pass, in the file's order. */
  private static final class DroppedOrders {
    private record Dropped(int order, Refusal refusal) {}

    private final List<Dropped> dropped = new ArrayList<>();

    void add(int order, Refusal refusal) {
      dropped.add(new Dropped(order, refusal));
    }

    /** One sentence an order. */
    List<String> notes() {
      return dropped.stream()
          .map(
              one ->
                  "Order %s is dropped, %s: %s."
                      .formatted(one.order(), one.refusal().detail(), one.refusal().message()))
          .toList();
    }

    /**
     * The refusal of a file of which no order passed: its most frequent one, the first on a tie.
     */
    Refusal refusal() {
      Map<String, List<Dropped>> byDetail = new LinkedHashMap<>();
      dropped.forEach(
          one ->
              byDetail
                  .computeIfAbsent(one.refusal().detail(), detail -> new ArrayList<>())
                  .add(one));
      Refusal first = mostFrequent(byDetail).get(0).refusal();
      if (dropped.size() == 1) {
        return first;
      }
      Map<String, String> facts = new TreeMap<>(first.facts());
      facts.put("orders", Integer.toString(dropped.size()));
      byDetail.forEach((detail, ones) -> facts.put("orders." + detail, "" + ones.size()));
      return new Refusal(
          first.reason(),
          first.detail(),
          "None of %s orders is usable: %s".formatted(dropped.size(), first.message()),
          facts);
    }

    private static List<Dropped> mostFrequent(Map<String, List<Dropped>> byDetail) {
      // max() keeps the last of equals, so ask for the first smallest of the reverse.
      return byDetail.values().stream()
          .min(Comparator.comparingInt((List<Dropped> ones) -> -ones.size()))
          .orElseThrow();
    }
  }
}

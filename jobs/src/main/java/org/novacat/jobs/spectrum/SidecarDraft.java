package org.novacat.jobs.spectrum;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.register.source.StatedFile;
import org.novacat.jobs.report.Json;
import org.novacat.layouts.spectrum.FluxType;
import org.novacat.layouts.spectrum.ReadResult;
import org.novacat.layouts.spectrum.SourceSpectrum;
import org.novacat.layouts.spectrum.SourceType;
import org.novacat.layouts.spectrum.StatedFact;
import org.novacat.layouts.spectrum.StatedFacts;
import org.novacat.transforms.photometry.read.sidecar.SidecarJson;

/**
 * The sidecar that a file needs: what is stated of it already, what was understood of it as a
 * comment, and what is missing, to be filled in. What is missing is found by trying: a refusal
 * names a fact, and the file is read again with an example of it, until nothing else is asked for.
 */
final class SidecarDraft {
  private static final int MOST_TRIES = StatedFact.values().length;
  private static final String COMMENT = "comment";

  private SidecarDraft() {}

  /** Empty where nothing is missing. */
  static ObjectNode of(SpectrumFiles reader, StatedFile file) {
    Map<StatedFact, String> missing = new EnumMap<>(StatedFact.class);
    ReadResult result = reader.read(file);
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      StatedFact asked = asked(result);
      if (asked == null || missing.containsKey(asked)) {
        break;
      }
      missing.put(asked, example(asked));
      result = reader.read(file, with(file.stated(), missing));
    }
    if (result instanceof ReadResult.Read read && read.observation().time() == null) {
      missing.putIfAbsent(StatedFact.DATE, example(StatedFact.DATE));
    }
    return missing.isEmpty() ? Json.object() : draft(file.stated(), missing, result);
  }

  /** The fact that a refusal asks for; null when it asks for none. */
  private static @Nullable StatedFact asked(ReadResult result) {
    return result.<@Nullable StatedFact>match(
        read -> null,
        rejected ->
            StatedFact.of(rejected.refusal().facts().getOrDefault("state", "")).orElse(null));
  }

  private static StatedFacts with(StatedFacts stated, Map<StatedFact, String> more) {
    Map<StatedFact, String> facts = new EnumMap<>(StatedFact.class);
    facts.putAll(stated.facts());
    facts.putAll(more);
    return new StatedFacts(facts, "a draft of a sidecar");
  }

  private static ObjectNode draft(
      StatedFacts stated, Map<StatedFact, String> missing, ReadResult result) {
    ObjectNode draft = Json.object();
    String understood = understood(result);
    if (!understood.isEmpty()) {
      draft.put(COMMENT, understood);
    }
    stated.facts().forEach((fact, text) -> draft.put(fact.key(), text));
    missing.forEach(
        (fact, example) ->
            draft.put(
                fact.key(),
                "%s, such as %s, or leave the name out"
                    .formatted(SidecarJson.TO_FILL_IN, example)));
    return draft;
  }

  private static String understood(ReadResult result) {
    return result.match(SidecarDraft::understood, rejected -> "");
  }

  private static String understood(ReadResult.Read read) {
    List<String> said = new ArrayList<>();
    SourceSpectrum first = read.spectra().get(0);
    said.add(read.profile());
    said.add("%s samples".formatted(first.length()));
    said.add("axis from " + first.axis().source());
    if (!read.observation().object().isBlank()) {
      said.add("object " + read.observation().object());
    }
    return "Understood: " + String.join(", ", said);
  }

  /** A value, for people and for trying. */
  private static String example(StatedFact fact) {
    return switch (fact) {
      case WAVELENGTH_COLUMN -> "1";
      case FLUX_COLUMN -> "2";
      case UNCERTAINTY_COLUMN -> "3";
      case MASK_COLUMN -> "4";
      case WAVELENGTH_UNIT -> "Angstrom";
      case FLUX_UNIT -> "erg/s/cm2/Angstrom";
      case FLUX_CALIBRATION -> "relative";
      case MEDIUM -> "air";
      case UNCERTAINTY_KIND -> "sigma";
      case OBJECT -> "V339 Del";
      case MJD -> "56520.93";
      case JD -> "2456521.43";
      case DATE -> "2013-08-16T22:20:00";
      case TIME_SCALE -> "UTC";
      case TIME_PRECISION_DAYS -> "0.01";
      case EXPOSURE_SECONDS -> "1200";
      case TELESCOPE -> "CTIO 1 m";
      case INSTRUMENT -> "2D-Frutti";
      case OBSERVER -> "Williams";
      case RA_DEG -> "305.878";
      case DEC_DEG -> "20.768";
      case SOURCE_TYPE -> SourceType.SYNTHETIC.code();
      case FLUX_TYPE -> FluxType.FLUX.code();
      case SIMULATOR -> "CMFGEN";
      case TEFF -> "12000";
      case LOGG -> "1.5";
      case FEH -> "0.0";
    };
  }
}

package org.novacat.transforms.photometry.band;

import static org.novacat.layouts.photometry.ResolutionConfidence.HIGH;
import static org.novacat.layouts.photometry.ResolutionConfidence.LOW;
import static org.novacat.layouts.photometry.ResolutionConfidence.MEDIUM;
import static org.novacat.layouts.photometry.ResolutionType.CANONICAL;
import static org.novacat.layouts.photometry.ResolutionType.GENERIC_FALLBACK;
import static org.novacat.layouts.photometry.ResolutionType.SIDECAR_ASSERTION;
import static org.novacat.layouts.photometry.ResolutionType.SYNONYM;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.photometry.Band;
import org.novacat.layouts.photometry.ResolutionConfidence;
import org.novacat.layouts.photometry.ResolutionType;
import org.novacat.layouts.photometry.RowRejectionCode;
import org.novacat.layouts.photometry.SpectralCoordinate;
import org.novacat.layouts.photometry.SpectralKind;
import org.novacat.layouts.text.Tsv;

/**
 * From the filter text of a file to a band, by the nine rules of the photometry specification,
 * section 3; the first that hits wins. A pure function of registry and query; answers are kept,
 * since a file asks the same again and again. Safe for use by many threads.
 */
public final class BandResolver {
  /** {@code Johnson V}, {@code 2MASS_Ks}: who defined the band, and its letter. */
  private static final Pattern COMBINED =
      Pattern.compile("(2MASS|[A-Za-z][A-Za-z0-9/.-]{2,})[ _].+");

  private static final Pattern NUMBER = Pattern.compile("\\d*\\.?\\d*");

  /** Enough for every spelling of an archive; what a file of nonsense adds is not kept. */
  private static final int MOST_KEPT = 10_000;

  private final BandRegistry registry;
  private final Providers providers;
  private final SpectralText spectralText;
  private final OwnedText owned;
  private final Map<BandQuery, BandResult> kept = new ConcurrentHashMap<>();

  /** A resolver to the bands of a registry. */
  public BandResolver(BandRegistry registry) {
    this.registry = registry;
    this.providers = Providers.of(Tsv.resource(BandResolver.class, "providers.tsv"), registry);
    this.spectralText = new SpectralText(registry);
    this.owned = new OwnedText(providers);
  }

  /** The band of a measurement, or the code with which its row is rejected. */
  public BandResult resolve(BandQuery query) {
    BandResult known = kept.get(query);
    if (known != null) {
      return known;
    }
    BandResult result = query.asserted().isEmpty() ? ofFile(query) : ofSidecar(query);
    if (kept.size() < MOST_KEPT) {
      kept.put(query, result);
    }
    return result;
  }

  /** Rule 1. */
  private BandResult ofSidecar(BandQuery query) {
    BandResult asserted = ofFile(about(query, query.asserted()));
    BandResult found = query.text().isBlank() ? asserted : ofFile(query);
    return asserted.match(
        sidecar ->
            found.match(file -> weighed(sidecar, file), missing -> weighed(sidecar, sidecar)),
        missing -> missing);
  }

  private BandResult weighed(BandResult.Resolved sidecar, BandResult.Resolved file) {
    boolean agree = sidecar.band().group().equals(file.band().group());
    String conflict =
        agree
            ? ""
            : "the sidecar says %s, the file %s".formatted(sidecar.band().id(), file.band().id());
    boolean sure = agree && !sidecar.band().doubtful();
    return new BandResult.Resolved(
        sidecar.band(), SIDECAR_ASSERTION, sure ? MEDIUM : LOW, sidecar.spectral(), conflict);
  }

  private static BandQuery about(BandQuery query, String text) {
    return new BandQuery(
        text,
        query.quantity(),
        query.spectral(),
        query.format(),
        query.telescope(),
        query.instrument(),
        "");
  }

  /** Rules 2 to 9. */
  private BandResult ofFile(BandQuery query) {
    String text = BandText.normal(query.text());
    if (text.isEmpty() && query.spectral() == null) {
      return unresolved(RowRejectionCode.BAND_MISSING, "no band is given", List.of());
    }
    return registry
        .find(text)
        .or(() -> registry.bySvoId(text))
        .or(() -> ofProvider(query, text))
        .map(band -> resolved(query, band, CANONICAL, HIGH))
        .orElseGet(() -> ofWords(query, text));
  }

  /** Rule 3. */
  private Optional<Band> ofProvider(BandQuery query, String text) {
    Collection<Band> meant = providers.meant(providers.named(query.format()), text);
    return meant.size() == 1 ? meant.stream().findFirst() : Optional.empty();
  }

  /** Rule 4, and behind it the others. */
  private BandResult ofWords(BandQuery query, String text) {
    Optional<Band> combined =
        COMBINED.matcher(text).matches() ? registry.byAlias(text) : Optional.empty();
    return combined
        .or(() -> registry.byAlias(text).isPresent() ? Optional.empty() : owned.parted(text))
        .map(band -> resolved(query, band, CANONICAL, MEDIUM))
        .orElseGet(() -> ofNumber(query, text));
  }

  /** Rule 5. */
  private BandResult ofNumber(BandQuery query, String text) {
    SpectralCoordinate written = SpectralText.frequency(text);
    SpectralCoordinate beside = NUMBER.matcher(text).matches() ? query.spectral() : null;
    SpectralCoordinate given = written == null ? beside : written;
    Optional<Band> band =
        given != null && SpectralKind.ofUnit(given.unit()) == SpectralKind.FREQUENCY
            ? spectralText.nearest(given.value())
            : spectralText.energies(text);
    return band.map(found -> numbered(query, found, given)).orElseGet(() -> ofLetters(query, text));
  }

  private BandResult numbered(BandQuery query, Band band, @Nullable SpectralCoordinate given) {
    BandResult plain = resolved(query, band, SYNONYM, MEDIUM);
    return given == null
        ? plain
        : plain.match(
            found ->
                new BandResult.Resolved(
                    found.band(), found.type(), found.confidence(), given, found.conflict()),
            excluded -> excluded);
  }

  /** Rules 6 to 9. */
  private BandResult ofLetters(BandQuery query, String text) {
    Band bare = registry.byAlias(text).orElse(null);
    BandCandidates all = BandCandidates.of(bare, providers.meantByAnyone(text));
    if (all.bands().isEmpty()) {
      return ofOwner(query, text);
    }
    return bare != null && all.specific().equals(List.of(bare))
        ? resolved(query, bare, CANONICAL, MEDIUM)
        : ofContext(query, text, all);
  }

  /** Rule 4 again, for texts that could have been an alias. */
  private BandResult ofOwner(BandQuery query, String text) {
    return owned
        .joined(text)
        .map(band -> resolved(query, band, CANONICAL, MEDIUM))
        .orElseGet(
            () ->
                unresolved(
                    RowRejectionCode.BAND_UNRECOGNIZED,
                    "no band is called '%s'".formatted(text),
                    List.of()));
  }

  /** Rule 7. */
  private BandResult ofContext(BandQuery query, String text, BandCandidates all) {
    BandContext context = BandContext.of(query, providers);
    if (context.contradictory()) {
      String detail =
          "instrument '%s' and telescope '%s' have no band '%s' in common"
              .formatted(query.instrument(), query.telescope(), text);
      return unresolved(RowRejectionCode.BAND_CONTEXT_CONFLICT, detail, all.bands());
    }
    BandCandidates left =
        all.within(context, providers, text).of(query.quantity()).of(query.spectral());
    if (left.bands().isEmpty()) {
      String detail = "what the file says of itself leaves no band '%s'".formatted(text);
      return unresolved(RowRejectionCode.BAND_CONTEXT_EXCLUDES_ALL, detail, all.bands());
    }
    return context.decisive() && left.bands().size() == 1
        ? resolved(query, left.bands().get(0), SYNONYM, HIGH)
        : ofLeft(query, text, left);
  }

  /** Context did not decide, or only by what was measured; then rules 8 and 9. */
  private BandResult ofLeft(BandQuery query, String text, BandCandidates left) {
    if (left.onlyRadio()) {
      return resolved(query, left.bands().get(0), SYNONYM, MEDIUM);
    }
    Band bare = left.bare();
    if (bare == null || !left.bands().contains(bare)) {
      String detail = "'%s' is ambiguous, and nothing says which it is".formatted(text);
      return unresolved(RowRejectionCode.BAND_UNRECOGNIZED, detail, left.bands());
    }
    return bare.generic()
        ? resolved(query, bare, GENERIC_FALLBACK, LOW)
        : resolved(query, bare, CANONICAL, MEDIUM);
  }

  private static BandResult resolved(
      BandQuery query, Band band, ResolutionType type, ResolutionConfidence confidence) {
    if (band.excluded()) {
      return unresolved(
          RowRejectionCode.BAND_EXCLUDED,
          "'%s' is excluded: %s".formatted(query.text(), band.exclusionReason()),
          List.of(band));
    }
    SpectralCoordinate spectral = query.spectral();
    boolean fits =
        spectral != null
            && SpectralKind.ofUnit(spectral.unit()) == SpectralKind.ofUnit(band.spectralUnit());
    return new BandResult.Resolved(
        band, type, band.doubtful() ? LOW : confidence, fits ? spectral : null, "");
  }

  private static BandResult unresolved(
      RowRejectionCode code, String detail, Collection<Band> candidates) {
    return new BandResult.Unresolved(code, detail, candidates.stream().map(Band::id).toList());
  }
}

package org.novacat.jobs.credit;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.id.Provider;
import org.novacat.persistence.file.Rights;

/**
 * Finds the credit of something: what was said of it comes first, then what its header says, then
 * what holds for its provider. Pure.
 */
public final class Credits {
  private final Map<CreditField, Origin> origins = new EnumMap<>(CreditField.class);
  private final Rights item;
  private final HeaderFacts header;
  private final @Nullable KnownProvider provider;

  private Credits(Rights item, Map<String, String> header, @Nullable KnownProvider provider) {
    this.item = item;
    this.header = HeaderFacts.of(header);
    this.provider = provider;
  }

  /**
   * The credit of a spectrum.
   *
   * @param item what was said of it
   * @param header cards of its header by keyword, as {@link #headerFacts} finds them
   */
  public static Credit of(Provider provider, Rights item, Map<String, String> header) {
    return new Credits(item, header, KnownProvider.of(provider).orElse(null)).credit();
  }

  /** The credit of something of which no provider is known. */
  public static Credit of(Rights item) {
    return new Credits(item, Map.of(), null).credit();
  }

  /**
   * What the header of a spectrum says, from its {@code metadata.json}.
   *
   * @throws IllegalArgumentException when the bytes are no JSON object
   */
  public static Map<String, String> headerFacts(byte[] metadata) {
    return HeaderFacts.ofMetadata(metadata);
  }

  private Credit credit() {
    origins.put(CreditField.RIGHTS, item.rights().isBlank() ? Origin.NOBODY : Origin.ITEM);
    String licence =
        first(
            CreditField.LICENCE,
            item.licence(),
            header.licence(),
            provider == null ? "" : provider.licence());
    return new Credit(
        item.access(),
        licence.isEmpty() ? Credit.NOT_STATED : Licence.of(licence).name(),
        publication(CreditField.BIBCODE, item.bibcode(), header.bibcode()),
        publication(CreditField.DOI, item.doi(), header.doi()),
        observers(),
        first(
            CreditField.ACKNOWLEDGEMENT,
            item.acknowledgement(),
            "",
            provider == null ? "" : provider.acknowledgement(header)),
        first(CreditField.SOURCE_URL, item.sourceUrl(), "", database(Database::url)),
        provider == null ? null : provider.database(),
        new TreeMap<>(origins));
  }

  /** A bibcode and a DOI are of one publication, so both come from one origin. */
  private String publication(CreditField field, String ofItem, String ofHeader) {
    boolean itemHas = !item.bibcode().isBlank() || !item.doi().isBlank();
    boolean headerHas = !header.bibcode().isEmpty() || !header.doi().isEmpty();
    String ofProvider =
        field == CreditField.BIBCODE ? database(Database::bibcode) : database(Database::doi);
    return first(field, ofItem, itemHas ? "" : ofHeader, itemHas || headerHas ? "" : ofProvider);
  }

  private List<String> observers() {
    List<String> said = item.observers();
    List<String> names = said.isEmpty() ? header.observers() : said;
    Origin of = said.isEmpty() ? Origin.HEADER : Origin.ITEM;
    origins.put(CreditField.OBSERVERS, names.isEmpty() ? Origin.NOBODY : of);
    return names;
  }

  private String first(CreditField field, String ofItem, String ofHeader, String ofProvider) {
    if (!ofItem.isBlank()) {
      origins.put(field, Origin.ITEM);
      return ofItem.strip();
    } else if (!ofHeader.isEmpty()) {
      origins.put(field, Origin.HEADER);
      return ofHeader;
    }
    origins.put(field, ofProvider.isEmpty() ? Origin.NOBODY : Origin.PROVIDER);
    return ofProvider;
  }

  private String database(Function<Database, String> fact) {
    return provider == null ? "" : fact.apply(provider.database());
  }
}

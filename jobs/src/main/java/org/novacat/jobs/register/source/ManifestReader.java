package org.novacat.jobs.register.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.cli.NoRoom;
import org.novacat.jobs.cli.UserError;
import org.novacat.jobs.credit.CreditField;
import org.novacat.jobs.register.source.RejectedException.Rejection;
import org.novacat.layouts.credit.Access;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.NameRules;
import org.novacat.layouts.id.Provider;
import org.novacat.layouts.spectrum.StatedFact;
import org.novacat.layouts.spectrum.StatedFacts;
import org.novacat.persistence.file.Rights;

/**
 * Reads a manifest: CSV with a header line, or JSON Lines, with the columns {@code nova}, {@code
 * provider}, {@code product_key}, {@code locator} and {@code sha256}, and those of {@link
 * CreditField}. A locator is always needed, a nova unless the command line names one for all rows;
 * relative paths begin at the manifest.
 */
public final class ManifestReader {
  private static final int LONGEST_HEADER = 1 << 16;

  private static final List<String> COLUMNS =
      List.of("nova", "provider", "product_key", "locator", "sha256");

  private static final List<String> FACTS =
      Arrays.stream(StatedFact.values()).map(StatedFact::key).toList();

  private static final List<String> CREDIT =
      Arrays.stream(CreditField.values()).map(CreditField::key).toList();

  private final Path manifest;
  private final ManifestFormats formats;
  private final @Nullable String defaultNova;
  private final Provider defaultProvider;
  private final List<Candidate> accepted = new CandidateSpool();
  private final List<Rejection> rejected = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();
  private final List<Withheld> withheld = new ArrayList<>();

  /** Which candidate is the first of each product. */
  private final Map<DataProductId, Integer> seen = new HashMap<>();

  private ManifestReader(
      Path manifest, @Nullable String defaultNova, Provider defaultProvider, List<String> columns) {
    this.manifest = manifest;
    this.formats =
        new ManifestFormats(manifest, Stream.concat(columns.stream(), CREDIT.stream()).toList());
    this.defaultNova = defaultNova;
    this.defaultProvider = defaultProvider;
  }

  /**
   * Reads all rows; a bad row is rejected alone.
   *
   * @param defaultNova for rows without one; null when each row must have its own
   * @throws UserError when the file cannot be read or has a column that is not known
   */
  public static Candidates read(
      Path manifest, @Nullable String defaultNova, Provider defaultProvider) {
    return new ManifestReader(manifest, defaultNova, defaultProvider, COLUMNS).read();
  }

  /**
   * The same of a manifest of spectra, whose columns may also state what a sidecar does, see {@link
   * StatedFact}. A sidecar beside a file counts first.
   */
  public static Candidates ofSpectra(
      Path manifest, @Nullable String defaultNova, Provider defaultProvider) {
    List<String> columns = Stream.concat(COLUMNS.stream(), FACTS.stream()).toList();
    return new ManifestReader(manifest, defaultNova, defaultProvider, columns).read();
  }

  private Candidates read() {
    try {
      if (manifest.toString().toLowerCase(Locale.ROOT).matches(".*\\.(jsonl|ndjson)")) {
        formats.jsonLines(this::row, this::bad);
      } else {
        formats.csv(this::row, this::bad);
      }
    } catch (UserError | NoRoom e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      broken(String.valueOf(e.getMessage()));
    }
    return new Candidates(accepted, rejected, List.of(), remarks, withheld);
  }

  /** Whether a file lists uploads and is none itself: one of its columns is a locator. */
  public static boolean listsUploads(Path file) {
    if (!FileNames.isManifest(String.valueOf(file.getFileName())) || !Files.isRegularFile(file)) {
      return false;
    }
    return firstWords(file).contains("locator");
  }

  /**
   * Whether a file is meant as a list of spectra: it is JSON Lines, or empty, or one of its columns
   * is one that no spectrum has.
   */
  public static boolean listsSpectra(Path file) {
    String name = String.valueOf(file.getFileName());
    if (!FileNames.isManifest(name) || !Files.isRegularFile(file)) {
      return false;
    }
    List<String> words = firstWords(file);
    return !FileNames.isText(name) || words.isEmpty() || words.stream().anyMatch(COLUMNS::contains);
  }

  /** Whether bytes are those of a list of files. */
  static boolean isManifest(String name, byte[] bytes) {
    return FileNames.isManifest(name) && firstWords(bytes).contains("locator");
  }

  /** Whether a list of files says who may see them, in a column or in any of its JSON lines. */
  static boolean saysRights(byte[] bytes) {
    return firstWords(bytes).contains(CreditField.RIGHTS.key())
        || new String(bytes, StandardCharsets.ISO_8859_1)
            .contains('"' + CreditField.RIGHTS.key() + '"');
  }

  private static List<String> firstWords(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return firstWords(in.readNBytes(LONGEST_HEADER));
    } catch (IOException e) {
      throw new UserError(
          "Cannot read '%s': %s (check that it may be read)".formatted(file, e.getMessage()));
    }
  }

  private static List<String> firstWords(byte[] bytes) {
    String start =
        new String(bytes, 0, Math.min(bytes.length, LONGEST_HEADER), StandardCharsets.ISO_8859_1);
    String first = start.lines().findFirst().orElse("");
    return Arrays.stream(first.toLowerCase(Locale.ROOT).split("[^a-z0-9_]+"))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  /**
   * The rows before the place stay; a manifest without any is the user's mistake, and so is one
   * whose lost rows may say who may see files that others name.
   */
  private void broken(String why) {
    String message =
        "Cannot read manifest '%s': %s (it must be UTF-8 CSV with a header, or .jsonl)"
            .formatted(manifest, why);
    if ((accepted.isEmpty() && rejected.isEmpty()) || saysRights(manifest)) {
      throw new UserError(message);
    }
    rejected.add(new Rejection(manifest.toString(), RejectCode.LIST_UNREADABLE, message));
  }

  /** Whether the head of a list says that its rows say who may see their files. */
  public static boolean saysRights(Path file) {
    return Files.isRegularFile(file) && firstWords(file).contains(CreditField.RIGHTS.key());
  }

  private void row(long line, Map<String, String> values) {
    String where = where(line);
    try {
      Candidate candidate = candidate(where, values);
      Integer first = seen.putIfAbsent(candidate.productId(), accepted.size());
      if (first == null) {
        accepted.add(candidate);
      } else {
        rejected.add(candidate.twice(accepted.get(first)).rejection(where));
      }
    } catch (RejectedException e) {
      rejected.add(e.rejection(where));
      withhold(where, values);
    }
  }

  /** A row that says more of its file than that everybody may see it. */
  private void withhold(String where, Map<String, String> values) {
    String rights = values.getOrDefault(CreditField.RIGHTS.key(), "");
    if (!rights.isBlank() && !rights.strip().equalsIgnoreCase(Access.PUBLIC.text())) {
      withhold(where, values.values(), supplier(values.getOrDefault("provider", "")));
    }
  }

  private Provider supplier(String name) {
    try {
      return provider("", name);
    } catch (RejectedException e) {
      return defaultProvider;
    }
  }

  /** Of a row that cannot be read any word may be its locator, or its key. */
  private void withhold(String where, Collection<String> words, Provider provider) {
    Set<DataProductId> names = new HashSet<>();
    for (String word : words) {
      if (!word.isBlank()) {
        place(word.strip()).ifPresent(place -> names.add(Withheld.name(place)));
        names.add(DataProductId.ofProductKey(provider, word.strip()));
      }
    }
    withheld.add(new Withheld(where, names));
  }

  private Optional<Locator> place(String text) {
    try {
      return Optional.of(Locator.parse(text, folder()));
    } catch (RejectedException e) {
      return Optional.empty();
    }
  }

  private void bad(long line, String why, Collection<String> words) {
    String message = "Cannot read %s: %s".formatted(where(line), why);
    rejected.add(new Rejection(where(line), RejectCode.ROW_INVALID, message));
    withhold(where(line), words, defaultProvider);
  }

  private String where(long line) {
    return manifest.getFileName() + " line " + line;
  }

  private Candidate candidate(String where, Map<String, String> values) throws RejectedException {
    if (values.values().stream().anyMatch(value -> value.indexOf('\uFFFD') >= 0)) {
      throw invalid(where, "it is not UTF-8 (save the manifest as UTF-8)");
    }
    Locator place = place(where, values);
    SpectrumSidecar sidecar = sidecar(place);
    return new Candidate(
        where,
        nova(where, values.getOrDefault("nova", ""), sidecar),
        provider(where, values.getOrDefault("provider", "")),
        productKey(where, values),
        place,
        expected(where, values.getOrDefault("sha256", "")),
        stated(where, place, sidecar, values),
        rights(where, place, sidecar, values),
        sidecar.nova());
  }

  private Locator place(String where, Map<String, String> values) throws RejectedException {
    String locator = values.getOrDefault("locator", "");
    if (locator.isBlank()) {
      throw invalid(where, "it has no locator (give a file path or an address)");
    }
    return Locator.parse(locator, folder());
  }

  private String nova(String where, String said, SpectrumSidecar sidecar) throws RejectedException {
    checkName(where, "nova", said);
    String named = said.isBlank() ? sidecar.nova() : said;
    if (!named.isBlank()) {
      return named;
    }
    if (defaultNova == null) {
      throw invalid(where, "it has no nova (fill the column, or give --nova for all rows)");
    }
    return defaultNova;
  }

  private static @Nullable String productKey(String where, Map<String, String> values)
      throws RejectedException {
    String key = values.getOrDefault("product_key", "");
    checkName(where, "product_key", key);
    return key.isBlank() ? null : key;
  }

  /** The sidecar beside a file of this machine. */
  private SpectrumSidecar sidecar(Locator place) throws RejectedException {
    return formats.states() && place instanceof Locator.Local file
        ? SpectrumSidecar.beside(file.path())
        : SpectrumSidecar.NONE;
  }

  /** What the row states, and a sidecar before it. */
  private StatedFacts stated(
      String where, Locator place, SpectrumSidecar sidecar, Map<String, String> values)
      throws RejectedException {
    List<StatedFacts> said = new ArrayList<>();
    said.add(sidecar.stated());
    Map<StatedFact, String> facts = new EnumMap<>(StatedFact.class);
    for (StatedFact fact : StatedFact.values()) {
      String text = SpectrumSidecar.checked(where, fact.key(), values.getOrDefault(fact.key(), ""));
      if (!text.isEmpty()) {
        facts.put(fact, text);
      }
    }
    said.add(new StatedFacts(facts, "manifest " + where));
    said.removeIf(StatedFacts::isEmpty);
    Statements statements = Statements.of(place.fileName(), said);
    StatedFacts usable = statements.usable(RejectCode.ROW_INVALID);
    remarks.addAll(statements.remarks());
    return usable;
  }

  /** What the row says of rights and credit, and a sidecar before it. */
  private Rights rights(
      String where, Locator place, SpectrumSidecar sidecar, Map<String, String> values)
      throws RejectedException {
    Map<CreditField, String> texts = new EnumMap<>(CreditField.class);
    for (CreditField field : CreditField.values()) {
      texts.put(field, values.getOrDefault(field.key(), ""));
    }
    try {
      SaidRights row = SaidRights.of(texts, "manifest " + where);
      RightsStatements both = RightsStatements.of(place.fileName(), List.of(sidecar.rights(), row));
      remarks.addAll(both.remarks());
      return both.rights();
    } catch (IllegalArgumentException e) {
      throw invalid(where, e.getMessage());
    }
  }

  private static void checkName(String where, String column, String name) throws RejectedException {
    Optional<String> problem = NameRules.problem(name);
    if (problem.isPresent()) {
      throw new RejectedException(
          RejectCode.NAME_INVALID,
          "Cannot register %s: %s '%s': %s"
              .formatted(where, column, NameRules.shown(name), problem.get()));
    }
  }

  private Path folder() {
    Path parent = manifest.toAbsolutePath().getParent();
    return parent == null ? manifest.toAbsolutePath() : parent;
  }

  private Provider provider(String where, String name) throws RejectedException {
    if (name.isBlank()) {
      return defaultProvider;
    }
    try {
      return new Provider(name.toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw invalid(where, e.getMessage());
    }
  }

  private static @Nullable ContentHash expected(String where, String hex) throws RejectedException {
    if (hex.isBlank()) {
      return null;
    }
    try {
      return new ContentHash(hex.toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw invalid(where, e.getMessage());
    }
  }

  private static RejectedException invalid(String where, @Nullable String what) {
    return new RejectedException(
        RejectCode.ROW_INVALID, "Cannot register %s: %s".formatted(where, what));
  }
}

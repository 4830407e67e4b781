package org.novacat.jobs.register.source;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.credit.RightsJson;
import org.novacat.jobs.report.Json;
import org.novacat.jobs.report.StatedJson;
import org.novacat.layouts.id.NameRules;
import org.novacat.layouts.spectrum.StatedFacts;
import org.novacat.transforms.spectrum.text.MetadataTable;
import org.novacat.transforms.spectrum.text.TextKind;

/**
 * Tells which files of a folder or an archive are spectra, and what is stated of each. It is shown
 * the bytes of all that it wants to look at, and asked about each file then. Used once.
 *
 * <p>Of what is stated a sidecar beside the file counts first, then the {@code source.json} of a
 * file that comes out of a bucket, then the metadata tables of its folder.
 */
public final class SpectrumSorter {
  private static final String SOURCE = "source.json";

  /** How a raw file is called that lies in a bucket, with its {@link #SOURCE} beside it. */
  private static final String IN_BUCKET = "primary.";

  private final Map<String, TextKind> kinds = new HashMap<>();
  private final Map<String, TextKind> kindsIfStated = new HashMap<>();
  private final Map<String, SpectrumSidecar> sidecars = new HashMap<>();
  private final Map<String, RejectedException> badSidecars = new HashMap<>();
  private final Map<String, StatedFacts> sources = new HashMap<>();
  private final Map<String, SaidRights> rightsOfSources = new HashMap<>();
  private final Map<String, RejectedException> badSources = new HashMap<>();

  /** By folder: a text that was not looked at, which may say something of those beside it. */
  private final Map<String, Unread> badTables = new HashMap<>();

  /**
   * A file that may say something of those beside it, or does.
   *
   * @param isOfAllBelow whether it may say something of those in folders below too
   */
  private record Unread(String path, RejectedException why, boolean isOfAllBelow) {}

  private final MetadataTables tables = new MetadataTables();

  /** What a file is. */
  public sealed interface Sorted {
    /**
     * It is to be registered.
     *
     * @param facts what is stated of it
     * @param nova whose it is, as a sidecar says; "" when none does
     * @param target whose it is, as a metadata table or its name says; "" when none does
     */
    record Spectrum(StatedFacts facts, String nova, String target) implements Sorted {}

    /** It is not. */
    record Aside(SkipCode code, String why) implements Sorted {}

    /** Its sidecar is wrong, or another file that may say something of it. */
    record Wrong(RejectedException why) implements Sorted {}
  }

  /** Whether the bytes of a file are to be looked at. */
  public static boolean wants(String path) {
    String name = last(path);
    return !name.startsWith(".")
        && (FileNames.isText(name)
            || FileNames.isManifest(name)
            || name.endsWith(SpectrumSidecar.SUFFIX)
            || name.equals(SOURCE));
  }

  /** Names of the files that may say something of a file with this name alone. */
  static List<String> beside(String name) {
    String sidecar = name + SpectrumSidecar.SUFFIX;
    return name.startsWith(IN_BUCKET) ? List.of(sidecar, SOURCE) : List.of(sidecar);
  }

  /** Whether a file of this name is there only to say something of others. */
  public static boolean saysOfOthers(String path) {
    return last(path).endsWith(SpectrumSidecar.SUFFIX) || last(path).equals(SOURCE);
  }

  /**
   * Looks at a file that it wants.
   *
   * @param path with slashes
   */
  public void look(String path, byte[] bytes) {
    String name = last(path);
    if (name.endsWith(SpectrumSidecar.SUFFIX)) {
      sidecar(path, name, bytes);
    } else if (name.equals(SOURCE)) {
      source(path, bytes);
    } else if (ManifestReader.isManifest(name, bytes)) {
      manifest(path, bytes);
    } else if (FileNames.isText(name)) {
      text(path, name, bytes);
    }
  }

  /** A list that says who may see its files has to be named, or nobody would go by what it says. */
  private void manifest(String path, byte[] bytes) {
    kinds.put(path, MANIFEST);
    if (ManifestReader.saysRights(bytes)) {
      RejectedException why =
          new RejectedException(
              RejectCode.SIDECAR_INVALID,
              "Cannot register the files beside '%s': it is a list that says who may see them (register the list itself, or take it away)"
                  .formatted(NameRules.shown(path)));
      badTables.put(folder(path), new Unread(path, why, true));
    }
  }

  /**
   * Is told of a file that it wants and that cannot be looked at. What it says of other files,
   * nobody knows, and it may be that not everybody may see them: so they are wrong.
   *
   * @param path with slashes
   * @param why in a few words, for people
   */
  public void unreadable(String path, String why) {
    String name = last(path);
    if (name.endsWith(SpectrumSidecar.SUFFIX)) {
      badSidecars.put(spectrumOf(path), unread(path, why));
    } else if (name.equals(SOURCE)) {
      badSources.put(folder(path), unread(path, why));
    } else {
      badTables.put(folder(path), new Unread(path, unread(path, why), false));
    }
  }

  private static RejectedException unread(String path, String why) {
    return new RejectedException(
        RejectCode.SIDECAR_INVALID,
        "Cannot read '%s': %s; it may say who may see the files beside it (mend it, or take it away)"
            .formatted(NameRules.shown(path), why));
  }

  private static final TextKind MANIFEST =
      new TextKind(TextKind.Kind.NEITHER, "it is a list of files: name it itself");

  private void sidecar(String path, String name, byte[] bytes) {
    try {
      sidecars.put(spectrumOf(path), SpectrumSidecar.parse(name, bytes));
    } catch (RejectedException e) {
      badSidecars.put(spectrumOf(path), e);
    }
  }

  private static String spectrumOf(String sidecar) {
    return sidecar.substring(0, sidecar.length() - SpectrumSidecar.SUFFIX.length());
  }

  /** One of somebody else says nothing of ours, and stands beside no file with the name of ours. */
  private void source(String path, byte[] bytes) {
    try {
      ObjectNode document = Json.parse(bytes);
      SaidRights said = new SaidRights(RightsJson.of(document), path);
      sources.put(folder(path), StatedJson.of(document));
      rightsOfSources.put(folder(path), said);
    } catch (IllegalArgumentException e) {
      unreadable(path, String.valueOf(e.getMessage()));
    }
  }

  private void text(String path, String name, byte[] bytes) {
    TextKind kind = TextKind.of(name, bytes, false);
    kinds.put(path, kind);
    if (kind.kind() == TextKind.Kind.METADATA_TABLE) {
      Optional<MetadataTable> table = MetadataTable.parse(name, bytes);
      table.ifPresentOrElse(
          one -> tables.add(folder(path), name, one),
          () -> unreadable(path, "it names files, and is no table to its end"));
    } else if (kind.kind() == TextKind.Kind.NEITHER) {
      kindsIfStated.put(path, TextKind.of(name, bytes, true));
    }
  }

  /** What a file is, once all were looked at. */
  public Sorted sort(String path) {
    String name = last(path);
    if (name.startsWith(".")) {
      return new Sorted.Aside(SkipCode.HIDDEN, "its name begins with a dot");
    }
    if (name.endsWith(SpectrumSidecar.SUFFIX)) {
      return new Sorted.Aside(SkipCode.SIDECAR, "it says something of another file");
    }
    TextKind kind = kinds.get(path);
    if (kind != null) {
      return text(path, kind);
    }
    return FileNames.isSpectrum(name)
        ? spectrum(path)
        : new Sorted.Aside(
            SkipCode.UNKNOWN_ENDING, "files that end so are not looked into (name it itself)");
  }

  @SuppressWarnings("ReferenceEquality") // the one that says so
  private Sorted text(String path, TextKind kind) {
    if (kind == MANIFEST) {
      return new Sorted.Aside(SkipCode.MANIFEST, kind.reason());
    }
    return switch (kind.kind()) {
      case SPECTRUM -> spectrum(path);
      case METADATA_TABLE ->
          new Sorted.Aside(SkipCode.METADATA_TABLE, "it says what other files are");
      case LIGHT_CURVE ->
          new Sorted.Aside(
              SkipCode.LIGHT_CURVE, kind.reason() + " (novacat register --photometry takes it)");
      case NEITHER -> perhaps(path, kind);
    };
  }

  /** A text that is taken for a spectrum only because somebody says so. */
  private Sorted perhaps(String path, TextKind kind) {
    TextKind stated = kindsIfStated.getOrDefault(path, kind);
    return stated.kind() == TextKind.Kind.SPECTRUM && isStated(path)
        ? spectrum(path)
        : new Sorted.Aside(
            SkipCode.NOT_A_SPECTRUM,
            "%s (if it is one, say so in %s%s)"
                .formatted(kind.reason(), last(path), SpectrumSidecar.SUFFIX));
  }

  private boolean isStated(String path) {
    return sidecars.containsKey(path)
        || badSidecars.containsKey(path)
        || !tables.of(path).isEmpty()
        || sources.containsKey(folder(path))
        || isOfBadSource(path);
  }

  private boolean isOfBadSource(String path) {
    return last(path).startsWith(IN_BUCKET) && badSources.containsKey(folder(path));
  }

  /** The same where it is known to be one. */
  Sorted spectrum(String path) {
    RejectedException wrong = wrong(path);
    if (wrong != null) {
      return new Sorted.Wrong(wrong);
    }
    try {
      StatedFacts facts = stated(path, StatedFacts.NONE);
      String nova = sidecars.getOrDefault(path, SpectrumSidecar.NONE).nova();
      return new Sorted.Spectrum(facts, nova, tables.target(path));
    } catch (RejectedException e) {
      return new Sorted.Wrong(e);
    }
  }

  private @Nullable RejectedException wrong(String path) {
    RejectedException wrong = badSidecars.get(path);
    if (wrong == null && isOfBadSource(path)) {
      return badSources.get(folder(path));
    }
    Unread table = badTables.get(folder(path));
    if (wrong == null && table != null && !table.path().equals(path)) {
      return table.why();
    }
    return wrong == null ? list(folder(path)) : wrong;
  }

  /** Why a list in a folder or above keeps files out; null when none does. */
  private @Nullable RejectedException list(String folder) {
    Unread list = badTables.get(folder);
    if (list != null && list.isOfAllBelow()) {
      return list.why();
    }
    return folder.isEmpty() ? null : list(folder(folder.substring(0, folder.length() - 1)));
  }

  /**
   * What is stated of a file: by what lies beside it first, then of what it came in.
   *
   * @param whole what is stated of the archive that it came in
   * @throws RejectedException when a fact that no reader of files looks at cannot be used
   */
  public StatedFacts stated(String path, StatedFacts whole) throws RejectedException {
    return statements(path, whole).usable(RejectCode.SIDECAR_INVALID);
  }

  private Statements statements(String path, StatedFacts whole) {
    List<StatedFacts> said = new ArrayList<>();
    SpectrumSidecar sidecar = sidecars.get(path);
    if (sidecar != null) {
      said.add(sidecar.stated());
    }
    if (last(path).startsWith(IN_BUCKET)) {
      said.add(sources.getOrDefault(folder(path), StatedFacts.NONE));
    }
    said.addAll(tables.of(path));
    said.add(whole);
    said.removeIf(StatedFacts::isEmpty);
    return Statements.of(last(path), said);
  }

  /**
   * What is said of the rights of a file: by its sidecar first, then by a list that names what it
   * came in, then by the {@code source.json} of a file that comes out of a bucket, then by metadata
   * tables.
   *
   * @throws RejectedException when these do not agree on who may see it, or a table cannot be
   *     followed
   */
  public RightsStatements rights(String path, SaidRights list) throws RejectedException {
    SpectrumSidecar sidecar = sidecars.getOrDefault(path, SpectrumSidecar.NONE);
    SaidRights source =
        last(path).startsWith(IN_BUCKET)
            ? rightsOfSources.getOrDefault(folder(path), SaidRights.NONE)
            : SaidRights.NONE;
    List<SaidRights> said = new ArrayList<>(List.of(sidecar.rights(), list, source));
    said.addAll(tables.rights(path));
    return RightsStatements.of(last(path), said);
  }

  /**
   * What is to be told of the tables: which were used, what they say of files that are not there,
   * files that they say nothing of, and what is said differently.
   *
   * @param spectra the files that are spectra
   * @param whole what is stated of the archive that they came in
   */
  public List<String> remarks(Set<String> spectra, StatedFacts whole) {
    List<String> remarks = new ArrayList<>(tables.remarks(spectra));
    spectra.stream()
        .filter(path -> tables.reaches(path) && !isStated(path))
        .map(path -> "%s: no metadata table has a row of it".formatted(path))
        .forEach(remarks::add);
    spectra.forEach(path -> remarks.addAll(statements(path, whole).remarks()));
    return remarks;
  }

  static String last(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  static String folder(String path) {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }
}

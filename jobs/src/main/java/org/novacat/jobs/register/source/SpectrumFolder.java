package org.novacat.jobs.register.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.register.source.RejectedException.Rejection;
import org.novacat.jobs.register.source.SpectrumSorter.Sorted;
import org.novacat.layouts.credit.Access;
import org.novacat.layouts.id.Provider;
import org.novacat.layouts.spectrum.StatedFacts;

/**
 * The spectra of a folder: FITS files and archives by their names, texts by what is in them, each
 * with what sidecars and metadata tables state of it.
 */
public final class SpectrumFolder {
  /** A text with more bytes is taken as it is; whether it is a spectrum is found out when read. */
  private static final int MOST_LOOKED_AT = 64 << 20;

  private final SpectrumSorter sorter = new SpectrumSorter();
  private final @Nullable String nova;
  private final Provider provider;
  private final List<Candidate> accepted = new CandidateSpool();
  private final List<Rejection> rejected = new ArrayList<>();
  private final List<Skipped> skipped = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();
  private final List<Withheld> withheld = new ArrayList<>();

  private SpectrumFolder(@Nullable String nova, Provider provider) {
    this.nova = nova;
    this.provider = provider;
  }

  /**
   * All of them, in the order of their paths.
   *
   * @param stores folders to pass over
   * @param nova whose they are, where no sidecar says; null when files have to say
   * @throws org.novacat.jobs.cli.UserError when the folder cannot be listed
   */
  public static Candidates scan(
      Path folder, List<Path> stores, @Nullable String nova, Provider provider) {
    SpectrumFolder found = new SpectrumFolder(nova, provider);
    FolderScan.Listed listed = FolderScan.list(folder, stores);
    found.rejected.addAll(listed.rejected());
    Map<String, Path> files = found.looked(folder, listed);
    files.forEach(found::sort);
    Set<String> spectra = new LinkedHashSet<>(files.keySet());
    spectra.removeIf(path -> !(found.sorter.sort(path) instanceof Sorted.Spectrum));
    found.remarks.addAll(found.sorter.remarks(spectra, StatedFacts.NONE));
    return found.candidates();
  }

  /**
   * One file that the user named, with what says something of it alone: a sidecar, or the {@code
   * source.json} of a bucket. A text that is no spectrum is rejected.
   */
  public static Candidates file(Path file, @Nullable String nova, Provider provider) {
    SpectrumFolder found = new SpectrumFolder(nova, provider);
    found.lookAtNamed(file);
    found.named(String.valueOf(file.getFileName()), file);
    return found.candidates();
  }

  /**
   * The files of a folder, or one file, as register would see them; of a file that the user named
   * what it is in is found out when it is read.
   *
   * @throws org.novacat.jobs.cli.UserError when the folder cannot be listed
   */
  public static List<StatedFile> look(Path source) {
    SpectrumFolder found = new SpectrumFolder(null, Provider.LOCAL);
    if (!Files.isDirectory(source)) {
      found.lookAtNamed(source);
      return List.of(
          StatedFile.of(source, found.sorter.spectrum(String.valueOf(source.getFileName()))));
    }
    FolderScan.Listed listed = FolderScan.list(source, List.of());
    Map<String, Path> files = found.looked(source, listed);
    return files.entrySet().stream()
        .filter(file -> !FileNames.isArchive(file.getKey()))
        .map(file -> StatedFile.of(file.getValue(), found.sorter.sort(file.getKey())))
        .toList();
  }

  /** The files by their paths below the folder, all of which were looked at. */
  private Map<String, Path> looked(Path folder, FolderScan.Listed listed) {
    Map<String, Path> files = new LinkedHashMap<>();
    listed.files().forEach(file -> files.put(slashed(folder.relativize(file)), file));
    files.forEach(this::look);
    for (Path unseen : listed.unseen()) {
      String path = slashed(folder.relativize(unseen));
      unread(path, "it cannot be looked into");
    }
    return files;
  }

  private void lookAtNamed(Path file) {
    String name = String.valueOf(file.getFileName());
    look(name, file);
    SpectrumSorter.beside(name).forEach(beside -> lookBeside(file, beside));
  }

  /** A link to nothing is there too: somebody meant to say something. */
  private void lookBeside(Path file, String name) {
    Path beside = file.resolveSibling(name);
    if (Files.exists(beside, LinkOption.NOFOLLOW_LINKS)) {
      look(name, beside);
    }
  }

  private Candidates candidates() {
    return new Candidates(accepted, rejected, skipped, remarks, withheld);
  }

  private static String slashed(Path path) {
    return path.toString().replace('\\', '/');
  }

  /** A spectrum that cannot be looked at is refused when it is fetched, with the reason. */
  private void look(String path, Path file) {
    if (!SpectrumSorter.wants(path)) {
      return;
    }
    if (!Files.isRegularFile(file)) {
      unread(path, "it is no file");
      return;
    }
    try (InputStream in = Files.newInputStream(file)) {
      look(path, in.readNBytes(MOST_LOOKED_AT + 1));
    } catch (IOException e) {
      sorter.unreadable(path, e.toString());
    }
  }

  private void look(String path, byte[] bytes) {
    if (bytes.length <= MOST_LOOKED_AT) {
      sorter.look(path, bytes);
    } else {
      unread(path, "it has more than %s bytes".formatted(MOST_LOOKED_AT));
    }
  }

  /** No text that is so long, or no file at all, says anything of others. */
  private void unread(String path, String why) {
    if (SpectrumSorter.saysOfOthers(path)) {
      sorter.unreadable(path, why);
    }
  }

  private void sort(String path, Path file) {
    take(path, file, sorter.sort(path));
  }

  private void take(String path, Path file, Sorted sorted) {
    if (sorted instanceof Sorted.Spectrum spectrum) {
      accept(path, file, spectrum);
    } else if (sorted instanceof Sorted.Aside aside) {
      skipped.add(new Skipped(path, aside.code(), aside.why()));
    } else {
      wrong(file, ((Sorted.Wrong) sorted).why());
    }
  }

  /** What the user names is taken under any name, and is never passed over without a word. */
  private void named(String name, Path file) {
    Sorted sorted = sorter.sort(name);
    boolean unknown =
        sorted instanceof Sorted.Aside aside
            && (aside.code() == SkipCode.UNKNOWN_ENDING || aside.code() == SkipCode.HIDDEN);
    if (sorted instanceof Sorted.Aside aside && !unknown) {
      String remedy =
          aside.code() == SkipCode.METADATA_TABLE ? " (name the folder that they lie in)" : "";
      rejected.add(
          new Rejection(
              file.toString(),
              RejectCode.NOT_A_SPECTRUM,
              "Cannot register '%s': %s%s".formatted(file, aside.why(), remedy)));
    } else {
      take(name, file, unknown ? sorter.spectrum(name) : sorted);
    }
  }

  private void accept(String path, Path file, Sorted.Spectrum spectrum) {
    try {
      RightsStatements said = sorter.rights(path, SaidRights.NONE);
      String other = nova != null && spectrum.nova().isEmpty() ? spectrum.target() : "";
      Candidate candidate =
          FolderScan.candidate(file, whose(file, spectrum), provider)
              .stating(spectrum.facts())
              .crediting(said.rights())
              .alsoNamed(other);
      candidate(file, candidate, said.remarks());
    } catch (RejectedException e) {
      wrong(file, e);
    }
  }

  private void candidate(Path file, Candidate candidate, List<String> differences) {
    if (!candidate.nova().isEmpty()) {
      remarks.addAll(differences);
      accepted.add(candidate);
      return;
    }
    rejected.add(nobodys(file));
    if (!candidate.rights().access().equals(Access.PUBLIC)) {
      withheld.add(Withheld.of(candidate));
    }
  }

  /** What is said of it may be that nobody may see it. */
  private void wrong(Path file, RejectedException why) {
    rejected.add(why.rejection(file.toString()));
    withheld.add(Withheld.of(FolderScan.candidate(file, Candidate.NO_NOVA, provider)));
  }

  /** By its sidecar, else as the command says, else by a table; "" when nobody says. */
  private String whose(Path file, Sorted.Spectrum spectrum) {
    if (spectrum.nova().isEmpty()) {
      return nova == null ? spectrum.target() : nova;
    }
    if (nova != null && !nova.equals(spectrum.nova())) {
      remarks.add(
          "%s: its sidecar names nova '%s', and is followed; the command names '%s'"
              .formatted(file.getFileName(), spectrum.nova(), nova));
    }
    return spectrum.nova();
  }

  private static Rejection nobodys(Path file) {
    return new Rejection(
        file.toString(),
        RejectCode.NOVA_UNSTATED,
        "Cannot register '%s': nobody says whose spectrum it is (give --nova NAME, or say nova in '%s%s')"
            .formatted(file, file.getFileName(), SpectrumSidecar.SUFFIX));
  }
}

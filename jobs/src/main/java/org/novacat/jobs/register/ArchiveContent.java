package org.novacat.jobs.register;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.novacat.jobs.register.fetch.ArchiveFile;
import org.novacat.jobs.register.fetch.Fetched;
import org.novacat.jobs.register.source.Candidate;
import org.novacat.jobs.register.source.FileNames;
import org.novacat.jobs.register.source.RejectCode;
import org.novacat.jobs.register.source.RejectedException;
import org.novacat.jobs.register.source.RightsStatements;
import org.novacat.jobs.register.source.SaidRights;
import org.novacat.jobs.register.source.Skipped;
import org.novacat.jobs.register.source.SpectrumSorter;
import org.novacat.jobs.register.source.SpectrumSorter.Sorted;
import org.novacat.layouts.spectrum.StatedFacts;
import org.novacat.persistence.nova.NovaNames;

/** What the members of an archive are. */
final class ArchiveContent {
  /** A text with more bytes is taken as it is; whether it is a spectrum is found out when read. */
  private static final long MOST_LOOKED_AT = 64L << 20;

  private final SpectrumSorter sorter;
  private final List<String> names;

  private ArchiveContent(SpectrumSorter sorter, List<String> names) {
    this.sorter = sorter;
    this.names = names;
  }

  /**
   * Looks at the texts of an archive; members that cannot be had are refused when it is unpacked,
   * and the spectra of which they may say something with them.
   *
   * @param names of all members
   * @throws RejectedException as {@link ArchiveFile#unpack}
   */
  static ArchiveContent of(ArchiveFile archive, List<String> names) throws RejectedException {
    SpectrumSorter sorter = new SpectrumSorter();
    if (names.stream().anyMatch(SpectrumSorter::wants)) {
      archive.unpack(SpectrumSorter::wants, new Look(sorter));
    }
    return new ArchiveContent(sorter, List.copyOf(names));
  }

  /** Shows members to a sorter. */
  private record Look(SpectrumSorter sorter) implements ArchiveFile.MemberConsumer {
    @Override
    public void member(String path, Fetched bytes) throws RejectedException {
      try {
        if (bytes.size() <= MOST_LOOKED_AT) {
          sorter.look(path, Files.readAllBytes(bytes.file()));
        } else if (SpectrumSorter.saysOfOthers(path)) {
          sorter.unreadable(path, "it has more than %s bytes".formatted(MOST_LOOKED_AT));
        }
      } catch (IOException e) {
        throw new RejectedException(
            RejectCode.SOURCE_NOT_KEPT,
            "Cannot look at '%s': %s (check the disk)".formatted(path, e.getMessage()));
      }
    }

    @Override
    public void refused(String path, RejectedException why) {
      sorter.unreadable(path, String.valueOf(why.getMessage()));
    }
  }

  /** Whether there is any, or something in their place that has to be told. */
  boolean hasSpectra() {
    return names.stream()
        .anyMatch(
            name -> FileNames.isArchive(name) || !(sorter.sort(name) instanceof Sorted.Aside));
  }

  /** Of what is in it why the first is none, for people. */
  String why() {
    return skipped().stream()
        .findFirst()
        .map(one -> "; '%s': %s".formatted(one.name(), one.why()))
        .orElse("");
  }

  /**
   * A member as a candidate, with what is stated of it, and of the archive where nothing else is
   * said of a member; empty when it is no spectrum.
   *
   * @throws RejectedException when what is said beside it is wrong, it is said to be of another
   *     nova, or two places do not agree on who may see it
   */
  Optional<Candidate> spectrum(String path, Candidate archive) throws RejectedException {
    Sorted sorted = sorter.sort(path);
    if (sorted instanceof Sorted.Wrong wrong) {
      throw wrong.why();
    }
    if (!(sorted instanceof Sorted.Spectrum spectrum)) {
      return Optional.empty();
    }
    checkNova(path, spectrum, archive);
    StatedFacts stated = sorter.stated(path, archive.stated());
    return Optional.of(archive.stating(stated).crediting(rights(path, archive).rights()));
  }

  private static void checkNova(String path, Sorted.Spectrum spectrum, Candidate archive)
      throws RejectedException {
    String said = spectrum.nova().isEmpty() ? spectrum.target() : spectrum.nova();
    boolean sure = !spectrum.nova().isEmpty() || Candidate.isDesignation(said);
    if (sure && !isSame(said, archive.nova())) {
      throw new RejectedException(
          RejectCode.NOVA_CONFLICT,
          "Cannot register '%s!/%s': it is said to be of '%s', and the archive of '%s' (unpack the archive and register the folder)"
              .formatted(archive.where(), path, said, archive.nova()));
    }
  }

  /** What is said of the archive holds for each member, and what is said beside it comes first. */
  private RightsStatements rights(String path, Candidate archive) throws RejectedException {
    return sorter.rights(path, SaidRights.of(archive));
  }

  /** Of one that is rejected the rejection tells all. */
  private List<String> differences(String path, Candidate archive) {
    try {
      return rights(path, archive).remarks();
    } catch (RejectedException e) {
      return List.of();
    }
  }

  private static boolean isSame(String one, String other) {
    return NovaNames.isName(one)
        && NovaNames.isName(other)
        && NovaNames.normalize(one).equals(NovaNames.normalize(other));
  }

  /** What is none, with reasons, and what is to be told of what is stated. */
  Prepared.Aside aside(Candidate archive) {
    String where = archive.where();
    Set<String> spectra = new LinkedHashSet<>(names);
    spectra.removeIf(name -> !(sorter.sort(name) instanceof Sorted.Spectrum));
    List<Skipped> skipped =
        skipped().stream()
            .map(one -> new Skipped(where + "!/" + one.name(), one.code(), one.why()))
            .toList();
    List<String> said = new ArrayList<>(sorter.remarks(spectra, archive.stated()));
    spectra.forEach(path -> said.addAll(differences(path, archive)));
    List<String> remarks = said.stream().map(remark -> where + "!/" + remark).toList();
    return new Prepared.Aside(where, skipped, remarks);
  }

  private List<Skipped> skipped() {
    List<Skipped> skipped = new ArrayList<>();
    for (String name : names) {
      if (!FileNames.isArchive(name) && sorter.sort(name) instanceof Sorted.Aside aside) {
        skipped.add(new Skipped(name, aside.code(), aside.why()));
      }
    }
    return skipped;
  }
}

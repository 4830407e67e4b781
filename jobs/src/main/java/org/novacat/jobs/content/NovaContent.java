package org.novacat.jobs.content;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.file.Rights;

/**
 * What of a nova goes out, and what does not. A function of items and of the day: equal ones give
 * an equal value.
 *
 * @param aliases other names, in the order they came
 * @param raDeg right ascension, ICRS, degrees; null when not known, as {@code decDeg}
 * @param discovery facts about its discovery
 * @param mergedInto the nova that it turned out to be, in the end; null when it is one of its own.
 *     Nothing else of it goes out then: what it had belongs to that one
 * @param survivor the name of that one; null with it, and when it is not known
 * @param absorbed novae that turned out to be this one
 * @param inDoubt whether it may be the same as another one, which a person has to settle
 * @param spectra those that go out, by time, then id; undated ones last
 * @param photometry null when there is none
 * @param leftOut spectra that do not, by id
 * @param notPublic how many spectra and uploads are for nobody else to see
 * @param nextChange the day on which something of it becomes public by itself; null when nothing
 *     does
 */
public record NovaContent(
    NovaId id,
    String primaryName,
    List<String> aliases,
    @Nullable Double raDeg,
    @Nullable Double decDeg,
    SortedMap<String, String> discovery,
    @Nullable NovaId mergedInto,
    @Nullable String survivor,
    List<NovaId> absorbed,
    boolean inDoubt,
    List<SpectrumContent> spectra,
    @Nullable PhotometryContent photometry,
    List<LeftOut> leftOut,
    int notPublic,
    @Nullable LocalDate nextChange)
    implements Serializable {
  public NovaContent {
    requireNonNull(id, "id is null");
    requireNonNull(primaryName, "primaryName is null");
    aliases = List.copyOf(aliases);
    absorbed = List.copyOf(absorbed);
    discovery = Collections.unmodifiableSortedMap(new TreeMap<>(discovery));
    spectra = List.copyOf(spectra);
    leftOut = List.copyOf(leftOut);
  }

  /** Whether there is anything to go out. */
  public boolean isEmpty() {
    return spectra.isEmpty() && (photometry == null || !photometry.isPublic());
  }

  /** Bytes of all objects that go out. */
  public long bytes() {
    long table = photometry == null ? 0 : photometry.table().byteLength();
    return table + spectra.stream().mapToLong(SpectrumContent::bytes).sum();
  }

  /** Equal when equal things go out, and equal things are listed as left out. */
  public ContentHash fingerprint() {
    Fingerprint all = new Fingerprint();
    all.add(id).add(primaryName).addAll(aliases).add(raDeg).add(decDeg);
    all.addAll(discovery.keySet()).addAll(discovery.values());
    all.add(mergedInto).add(survivor).addAll(absorbed).add(inDoubt);
    all.add(spectra.size());
    spectra.forEach(spectrum -> add(all, spectrum));
    add(all, photometry);
    all.addAll(leftOut).add(notPublic);
    return all.hash();
  }

  private static void add(Fingerprint all, SpectrumContent spectrum) {
    all.add(spectrum.id())
        .add(spectrum.name())
        .add(PublicDocument.place(spectrum.locatorIdentity()));
    all.add(spectrum.raw().sha256()).add(spectrum.said());
    all.add(spectrum.spectrum().sha256()).add(spectrum.metadata().sha256());
    all.add(spectrum.preview().sha256()).add(spectrum.profile());
    add(all, spectrum.rights());
  }

  private static void add(Fingerprint all, @Nullable PhotometryContent photometry) {
    if (photometry == null) {
      all.add(null);
      return;
    }
    all.add(photometry.table().sha256()).add(photometry.metadata()).add(photometry.plot());
    all.add(photometry.uploads().size());
    for (UploadContent upload : photometry.uploads()) {
      all.add(upload.id()).add(upload.filename()).add(upload.isPublic());
      all.add(upload.rows() == null ? null : upload.rows().sha256());
      add(all, upload.rights());
    }
  }

  private static void add(Fingerprint all, Rights rights) {
    all.add(rights.licence()).add(rights.bibcode()).add(rights.doi());
    all.addAll(rights.observers()).add(rights.acknowledgement()).add(rights.sourceUrl());
  }
}

package org.novacat.spectral.check;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.novacat.spectral.Manifest;
import org.novacat.spectral.SpectralException;
import org.novacat.spectral.SpectralStore;
import org.novacat.zarr.ZarrFiles;

/**
 * The objects of a store, each held against the manifest when it is first read, so that nothing is
 * read twice for it. Without a manifest it lets through what is read.
 */
final class CheckedFiles implements ZarrFiles {
  private final ZarrFiles files;
  private final Findings findings;
  private final Map<String, Manifest.Stored> listed = new HashMap<>();
  private final Set<String> read = new HashSet<>();
  private boolean present;
  private long spectra;

  CheckedFiles(ZarrFiles files, Findings findings) {
    this.files = files;
    this.findings = findings;
    Optional<byte[]> content = files.read(SpectralStore.MANIFEST);
    if (content.isEmpty()) {
      findings.notApplicable(
          SpectralCheck.MANIFEST, "there is no manifest: a chunk that was lost reads as NaN");
      return;
    }
    try {
      Manifest manifest = Manifest.parse(content.get());
      manifest.objects().forEach(object -> listed.put(object.path(), object));
      spectra = manifest.spectra();
      present = true;
    } catch (SpectralException e) {
      findings.fault(SpectralCheck.MANIFEST, e);
    }
  }

  /** Whether there is a manifest that can be read. */
  boolean hasManifest() {
    return present;
  }

  /** Holds N_spec of the manifest against that of the store. */
  void compareSpectra(long stored) {
    if (present && spectra != stored) {
      findings.fault(
          SpectralCheck.MANIFEST, "it has %s spectra, and N_spec is %s".formatted(spectra, stored));
    }
  }

  @Override
  public void put(String path, ByteBuffer content) {
    throw new IllegalStateException("Cannot write " + path + ": a check only reads");
  }

  @Override
  public Optional<byte[]> read(String path) {
    Optional<byte[]> content = files.read(path);
    Manifest.Stored expected = listed.get(path);
    if (content.isPresent() && expected != null && read.add(path)) {
      compare(expected, Manifest.Stored.of(path, ByteBuffer.wrap(content.get())));
    }
    return content;
  }

  private void compare(Manifest.Stored expected, Manifest.Stored found) {
    if (!expected.equals(found)) {
      findings.fault(
          SpectralCheck.MANIFEST,
          "'%s' has %s bytes of CRC32C %s, and the manifest says %s of %s"
              .formatted(
                  found.path(),
                  found.length(),
                  found.crc32c(),
                  expected.length(),
                  expected.crc32c()));
    }
  }

  @Override
  public Stream<Entry> list(String prefix) {
    return files.list(prefix);
  }

  /** Looks at all that was not read, and at what is there or listed alone. */
  void finish() {
    if (!present) {
      return;
    }
    Set<String> lost = new HashSet<>(listed.keySet());
    try (Stream<Entry> all = files.list("")) {
      all.map(Entry::path)
          .forEach(
              path -> {
                lost.remove(path);
                found(path);
              });
    }
    lost.stream()
        .sorted()
        .forEach(
            path ->
                findings.fault(
                    SpectralCheck.MANIFEST, "'%s' is lost: the manifest lists it".formatted(path)));
  }

  private void found(String path) {
    if (!listed.containsKey(path) && !Manifest.FREE.contains(path)) {
      findings.fault(SpectralCheck.MANIFEST, "'%s' is not in the manifest".formatted(path));
    } else if (listed.containsKey(path) && !read.contains(path)) {
      read(path);
    }
  }
}

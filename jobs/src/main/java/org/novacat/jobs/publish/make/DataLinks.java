package org.novacat.jobs.publish.make;

import static java.util.stream.Collectors.toMap;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.content.NovaContent;
import org.novacat.jobs.content.PhotometryContent;
import org.novacat.jobs.content.SpectrumContent;
import org.novacat.jobs.publish.record.ReleaseFile;
import org.novacat.jobs.vo.DataLink;
import org.novacat.jobs.vo.DataLink.Link;
import org.novacat.jobs.vo.DataLink.Semantics;
import org.novacat.layouts.id.DataProductId;

/** Writes the DataLink documents of the products of a nova: what files there are of each. */
final class DataLinks {
  private static final String FOLDER = "datalink/";
  private static final String UP = "../";
  private static final String SPECTRUM = "spectrum";
  private static final String LIGHT_CURVE = "timeseries";

  private final ReleaseFolder folder;
  private final LinkRoot links;

  DataLinks(ReleaseFolder folder, LinkRoot links) {
    this.folder = folder;
    this.links = links;
  }

  /** Whether a file is one of these documents. */
  static boolean isOne(String path) {
    return path.startsWith(FOLDER);
  }

  /**
   * Writes them.
   *
   * @param files of the nova that are there
   */
  List<ReleaseFile> of(NovaContent nova, List<ReleaseFile> files) {
    Map<String, ReleaseFile> there = files.stream().collect(toMap(ReleaseFile::path, one -> one));
    NovaPaths paths = new NovaPaths(nova.id());
    List<ReleaseFile> written = new ArrayList<>();
    for (SpectrumContent spectrum : nova.spectra()) {
      written.add(write(spectrum.id(), spectrum(paths, spectrum, there)));
    }
    PhotometryContent photometry = nova.photometry();
    if (photometry != null && there.containsKey(paths.table())) {
      written.add(write(photometry.id(), lightCurve(paths, there)));
    }
    return written;
  }

  private ReleaseFile write(DataProductId product, List<Link> of) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      new DataLink(Identifiers.did(product), of).write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("a stream in memory failed", e);
    }
    return folder.write(NovaPaths.dataLink(product), bytes.toByteArray());
  }

  private List<Link> spectrum(
      NovaPaths paths, SpectrumContent spectrum, Map<String, ReleaseFile> there) {
    Linking all = new Linking(there);
    all.add(
        Semantics.THIS,
        paths.of(NovaPaths.data(spectrum)),
        "spectrum-fits",
        "Spectrum, normalised",
        SPECTRUM);
    all.add(
        Semantics.PROGENITOR,
        paths.of(NovaPaths.raw(spectrum)),
        "spectrum-raw",
        "File as it came",
        SPECTRUM);
    all.add(
        Semantics.PREVIEW_PLOT,
        paths.of(NovaPaths.picture(spectrum)),
        "spectrum-preview",
        "Picture",
        null);
    all.add(
        Semantics.DOCUMENTATION,
        paths.of(NovaPaths.metadata(spectrum)),
        "spectrum-metadata",
        "What was done to it, and all that is known of it",
        null);
    all.bundle(paths);
    return all.links;
  }

  private List<Link> lightCurve(NovaPaths paths, Map<String, ReleaseFile> there) {
    Linking all = new Linking(there);
    all.add(Semantics.THIS, paths.table(), "photometry-parquet", "Photometry table", LIGHT_CURVE);
    all.add(
        Semantics.DERIVATION,
        paths.of(NovaPaths.TABLE_VOTABLE),
        "photometry-votable",
        "The same as a VOTable",
        LIGHT_CURVE);
    all.add(
        Semantics.DERIVATION,
        paths.of(NovaPaths.TABLE_CSV),
        "photometry-csv",
        "The same as comma-separated values",
        LIGHT_CURVE);
    all.add(
        Semantics.PREVIEW_PLOT,
        paths.of(NovaPaths.PLOT),
        "photometry-preview",
        "Light curve as a picture",
        null);
    all.add(
        Semantics.DOCUMENTATION,
        paths.of(NovaPaths.TABLE_METADATA),
        "photometry-metadata",
        "What is in the table and where it came from",
        null);
    all.bundle(paths);
    return all.links;
  }

  /** Links to files that are there. */
  private final class Linking {
    private final Map<String, ReleaseFile> there;
    private final List<Link> links = new ArrayList<>();

    Linking(Map<String, ReleaseFile> there) {
      this.there = there;
    }

    void bundle(NovaPaths paths) {
      add(
          Semantics.PACKAGE,
          paths.of(NovaPaths.BUNDLE),
          "bundle",
          "All of the nova in one file, with how to cite it",
          null);
    }

    void add(
        Semantics semantics,
        String path,
        String kind,
        String description,
        @Nullable String qualifier) {
      ReleaseFile file = there.get(path);
      if (file == null) {
        throw new IllegalStateException("Cannot link '%s': it is not there".formatted(path));
      }
      links.add(
          new Link(
              semantics,
              DataLinks.this.links.to(path, UP),
              kind,
              description,
              MediaTypes.of(path),
              file.bytes(),
              qualifier));
    }
  }
}

package org.novacat.jobs.rights;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.cli.UserError;
import org.novacat.jobs.nova.Named;
import org.novacat.jobs.run.Stores;
import org.novacat.jobs.spectrum.ProductFinder;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.IngestFileId;
import org.novacat.layouts.id.Provider;
import org.novacat.persistence.nova.Nova;
import org.novacat.persistence.photometry.PhotometryPart;
import org.novacat.persistence.photometry.PhotometryUpload;

/** Finds the spectra and uploads that a person means. */
final class Subjects {
  private final Stores stores;

  Subjects(Stores stores) {
    this.stores = stores;
  }

  /**
   * The one with an id; else the spectrum that is meant by the begin of an id, its key or its file.
   *
   * @throws UserError when there is none, or more than one
   */
  Subject one(String text) {
    return byId(text)
        .orElseGet(
            () -> new Subject.Spectrum(new ProductFinder(stores.catalog().products()).any(text)));
  }

  /**
   * The one with an id; else all of the nova of a name; else the spectrum that is meant.
   *
   * @throws UserError when there is none, or more than one
   */
  List<Subject> oneOrNova(String text) {
    return byId(text)
        .map(List::of)
        .orElseGet(
            () ->
                stores.catalog().novae().resolve(text).novae().isEmpty()
                    ? List.of(one(text))
                    : ofNova(Named.nova(stores, text), null));
  }

  /**
   * All spectra of a nova and those that it took in, by provider and id, then its uploads by id.
   *
   * @param only those of one provider, and then no uploads, which have none; null for all
   */
  List<Subject> ofNova(Nova nova, @Nullable Provider only) {
    Stream<Subject> spectra =
        Stream.concat(Stream.of(nova.id()), nova.absorbed().stream())
            .flatMap(stores.catalog().products()::ofNova)
            .filter(product -> only == null || product.provider().equals(only))
            .map(Subject.Spectrum::new);
    return Stream.concat(spectra, only == null ? uploads(nova) : Stream.of()).toList();
  }

  private Stream<Subject> uploads(Nova nova) {
    List<IngestFileId> ids =
        stores.catalog().photometryTables().parts(nova.id()).stream()
            .map(PhotometryPart::upload)
            .sorted()
            .toList();
    Map<IngestFileId, PhotometryUpload> found = stores.catalog().uploads().findAll(ids);
    return ids.stream()
        .flatMap(id -> Optional.ofNullable(found.get(id)).stream())
        .map(Subject.Upload::new);
  }

  private Optional<Subject> byId(String text) {
    Optional<DataProductId> id = id(text);
    Optional<Subject> product =
        id.flatMap(stores.catalog().products()::find).map(Subject.Spectrum::new);
    return product.or(
        () ->
            id.flatMap(
                one ->
                    stores
                        .catalog()
                        .uploads()
                        .find(IngestFileId.parse(one.toString()))
                        .map(Subject.Upload::new)));
  }

  private static Optional<DataProductId> id(String text) {
    try {
      return Optional.of(DataProductId.parse(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}

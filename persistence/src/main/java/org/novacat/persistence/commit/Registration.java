package org.novacat.persistence.commit;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.id.Provider;
import org.novacat.layouts.spectrum.StatedFacts;
import org.novacat.persistence.file.FileObject;
import org.novacat.persistence.file.FileRole;
import org.novacat.persistence.file.Rights;
import org.novacat.persistence.store.Pointer;

/**
 * A product to be made known.
 *
 * @param locatorIdentity the normalised locator, or the provider's key
 * @param locators where it can be fetched, as given; one of more than {@link #MOST_LOCATORS} is
 *     told as a conflict
 * @param rawFile its bytes, when they are already there; null otherwise
 * @param files what was stored with the bytes; at most 90
 * @param stated what is said of the spectrum beside its file
 * @param rights what is said of what others may do with it; a product that is new has them from its
 *     first write on
 */
public record Registration(
    NovaId novaId,
    Provider provider,
    DataProductId id,
    String locatorIdentity,
    List<String> locators,
    @Nullable Pointer rawFile,
    List<FileObject> files,
    StatedFacts stated,
    Rights rights) {
  /** Of which nothing is stated, and nothing said of rights. */
  public Registration(
      NovaId novaId,
      Provider provider,
      DataProductId id,
      String locatorIdentity,
      List<String> locators,
      @Nullable Pointer rawFile,
      List<FileObject> files) {
    this(
        novaId,
        provider,
        id,
        locatorIdentity,
        locators,
        rawFile,
        files,
        StatedFacts.NONE,
        Rights.NONE);
  }

  /** Locators that one product may have: its item holds them all. */
  public static final int MOST_LOCATORS = 20;

  public Registration {
    requireNonNull(novaId, "novaId is null");
    requireNonNull(provider, "provider is null");
    requireNonNull(id, "id is null");
    requireNonNull(locatorIdentity, "locatorIdentity is null");
    requireNonNull(stated, "stated is null");
    requireNonNull(rights, "rights is null");
    locators = List.copyOf(locators);
    files = List.copyOf(files);
    if (files.size() > 90) {
      throw new IllegalArgumentException(
          "Cannot register %s files of one product: they go into one transaction of 100 actions"
              .formatted(files.size()));
    }
  }

  /** The same of which this is stated. */
  public Registration stating(StatedFacts facts) {
    return new Registration(
        novaId, provider, id, locatorIdentity, locators, rawFile, files, facts, rights);
  }

  /** The same of whose rights this is said. */
  public Registration crediting(Rights said) {
    return new Registration(
        novaId, provider, id, locatorIdentity, locators, rawFile, files, stated, said);
  }

  /** The same with its raw object, now that it is there, and what says where that came from. */
  public Registration with(Pointer raw, Pointer source) {
    List<FileObject> stored =
        List.of(new FileObject(FileRole.RAW, raw), new FileObject(FileRole.SOURCE, source));
    return new Registration(
        novaId, provider, id, locatorIdentity, locators, raw, stored, stated, rights);
  }
}

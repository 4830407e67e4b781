package org.novacat.persistence.commit;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.id.Provider;
import org.novacat.persistence.file.FileObject;
import org.novacat.persistence.file.RawFile;

/**
 * A product to be made known.
 *
 * @param locatorIdentity the normalised locator, or the provider's key
 * @param locators where it can be fetched, as given
 * @param rawFile its bytes, when they are already there; null otherwise
 * @param files what was stored with the bytes; at most 90
 */
public record Registration(
    NovaId novaId,
    Provider provider,
    DataProductId id,
    String locatorIdentity,
    List<String> locators,
    @Nullable RawFile rawFile,
    List<FileObject> files) {
  public Registration {
    requireNonNull(novaId, "novaId is null");
    requireNonNull(provider, "provider is null");
    requireNonNull(id, "id is null");
    requireNonNull(locatorIdentity, "locatorIdentity is null");
    locators = List.copyOf(locators);
    files = List.copyOf(files);
    if (files.size() > 90) {
      throw new IllegalArgumentException(
          "Cannot register %s files of one product: they go into one transaction of 100 actions"
              .formatted(files.size()));
    }
  }

  /** The same before its bytes are there. */
  public Registration withoutBytes() {
    return new Registration(novaId, provider, id, locatorIdentity, locators, null, List.of());
  }

  /** The same with the ETag that its raw object got. */
  public Registration withETag(String etag) {
    RawFile raw = requireNonNull(rawFile, "there are no bytes");
    RawFile stored = new RawFile(raw.bucket(), raw.key(), raw.byteLength(), etag, raw.sha256());
    List<FileObject> stamped =
        files.stream()
            .map(file -> file.key().equals(raw.key()) ? stamped(file, etag) : file)
            .toList();
    return new Registration(novaId, provider, id, locatorIdentity, locators, stored, stamped);
  }

  private static FileObject stamped(FileObject file, String etag) {
    return new FileObject(
        file.role(), file.bucket(), file.key(), file.byteLength(), etag, file.sha256());
  }
}

package org.novacat.jobs.content;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.Provider;
import org.novacat.layouts.spectrum.SpectrumSummary;
import org.novacat.persistence.file.Rights;
import org.novacat.persistence.store.Pointer;

/**
 * A valid spectrum that everybody may see.
 *
 * @param name readable, safe in file names on every system, and its own among all of all novae
 * @param locatorIdentity the normalised locator, or the provider's key
 * @param raw the file as it came
 * @param source {@code source.json}, where it came from
 * @param spectrum {@code spectrum.parquet}
 * @param metadata {@code metadata.json}
 * @param preview {@code preview.png}
 * @param rights as its item has them, without what is known of its provider
 * @param profile id and version of the convention that it was read by
 */
public record SpectrumContent(
    DataProductId id,
    Provider provider,
    String name,
    String locatorIdentity,
    Pointer raw,
    Pointer source,
    Pointer spectrum,
    Pointer metadata,
    Pointer preview,
    Rights rights,
    SpectrumSummary summary,
    String profile)
    implements Serializable {
  public SpectrumContent {
    requireNonNull(id, "id is null");
    requireNonNull(provider, "provider is null");
    requireNonNull(name, "name is null");
    requireNonNull(raw, "raw is null");
    requireNonNull(source, "source is null");
    requireNonNull(spectrum, "spectrum is null");
    requireNonNull(metadata, "metadata is null");
    requireNonNull(preview, "preview is null");
    requireNonNull(rights, "rights is null");
    requireNonNull(summary, "summary is null");
  }

  /** Bytes of all its objects. */
  public long bytes() {
    return raw.byteLength() + spectrum.byteLength() + metadata.byteLength() + preview.byteLength();
  }
}

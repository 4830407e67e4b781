package org.novacat.persistence.product;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * Which reading profile was taken and what it did.
 *
 * @param fitsProfileId its name and version
 * @param selectionInputs the header values that selected it
 * @param normalizationNotes each conversion, repair and assumption, one sentence each
 * @param headerSignatureHash of the parts of the header that selected it; "" when not computed
 */
public record ProfileChoice(
    String fitsProfileId,
    Map<String, String> selectionInputs,
    List<String> normalizationNotes,
    String headerSignatureHash)
    implements Serializable {
  public ProfileChoice {
    requireNonNull(fitsProfileId, "fitsProfileId is null");
    requireNonNull(headerSignatureHash, "headerSignatureHash is null");
    selectionInputs = Map.copyOf(selectionInputs);
    normalizationNotes = List.copyOf(normalizationNotes);
  }
}

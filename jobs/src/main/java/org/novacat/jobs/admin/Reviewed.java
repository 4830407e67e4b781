package org.novacat.jobs.admin;

import java.util.Optional;
import org.novacat.jobs.cli.UserError;
import org.novacat.jobs.run.Stores;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.IngestFileId;

/** What a person's word is about. */
interface Reviewed {
  /** What commands know it by. */
  String id();

  /**
   * Makes sure that a word fits its state.
   *
   * @throws UserError when it does not
   */
  void check(ReviewWord word);

  /**
   * Does what was said.
   *
   * @param why in the person's words; "" for no word
   * @return the state it has now
   * @throws org.novacat.persistence.failure.ConflictException when a run changes it meanwhile
   */
  String settle(ReviewWord word, String why);

  /**
   * The product or the upload with an id.
   *
   * @throws UserError when there is neither
   */
  static Reviewed find(Stores stores, String id) {
    DataProductId product = UserError.ifRefused(() -> DataProductId.parse(id));
    Optional<Reviewed> found =
        stores
            .catalog()
            .products()
            .find(product)
            .map(one -> new ReviewedProduct(stores.catalog().quarantine(), one));
    return found
        .or(
            () ->
                stores
                    .catalog()
                    .uploads()
                    .find(IngestFileId.parse(id))
                    .map(one -> new ReviewedUpload(stores.catalog().uploads().reviews(), one)))
        .orElseThrow(
            () ->
                new UserError(
                    "Cannot review '%s': no product and no upload has this id (see 'novacat quarantine list')"
                        .formatted(id)));
  }
}

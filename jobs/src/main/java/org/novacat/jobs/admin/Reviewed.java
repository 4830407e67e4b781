package org.novacat.jobs.admin;

import java.util.Optional;
import org.novacat.jobs.cli.UserError;
import org.novacat.jobs.run.Stores;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.IngestFileId;
import org.novacat.persistence.photometry.PhotometryUpload;
import org.novacat.persistence.photometry.Uploads;
import org.novacat.persistence.product.ProductRef;
import org.novacat.persistence.product.Products;
import org.novacat.persistence.product.SpectraProduct;
import org.novacat.persistence.state.ProductTransitions;
import org.novacat.persistence.state.UploadStatus;
import org.novacat.persistence.state.UploadTransitions;

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
            .map(one -> new Product(stores.catalog().products(), one));
    return found
        .or(
            () ->
                stores
                    .catalog()
                    .uploads()
                    .find(IngestFileId.parse(id))
                    .map(one -> new Upload(stores.catalog().uploads(), one)))
        .orElseThrow(
            () ->
                new UserError(
                    "Cannot review '%s': no product and no upload has this id (see 'novacat quarantine list')"
                        .formatted(id)));
  }

  /** A spectra product under review. */
  record Product(Products reviews, SpectraProduct product) implements Reviewed {
    @Override
    public String id() {
      return product.id().toString();
    }

    @Override
    public void check(ReviewWord word) {
      if (ProductTransitions.TABLE.next(product.state(), word.ofProduct()).isEmpty()) {
        throw new UserError(
            "Cannot review product '%s': it is %s, and only one in quarantine can be %s (see 'novacat quarantine list')"
                .formatted(product.id(), product.state(), word.done()));
      }
    }

    @Override
    public String settle(ReviewWord word, String why) {
      ProductRef now =
          switch (word) {
            case RETRY -> reviews.approveRetry(product.id());
            case REJECT -> reviews.reject(product.id(), why);
          };
      return now.state().toString();
    }
  }

  /** An upload of photometry under review. */
  record Upload(Uploads reviews, PhotometryUpload upload) implements Reviewed {
    @Override
    public String id() {
      return upload.id().toString();
    }

    /** The rows of an accepted file are in tables: it can be read again, and not be rejected. */
    @Override
    public void check(ReviewWord word) {
      if (upload.status() == UploadStatus.ACCEPTED && word == ReviewWord.REJECT) {
        throw new UserError(
            "Cannot review upload '%s': it is ACCEPTED, and only one that is REFUSED can be %s (see 'novacat quarantine list')"
                .formatted(upload.id(), word.done()));
      }
      if (!upload.isInQuarantine()
          || UploadTransitions.TABLE.next(upload.status(), word.ofUpload()).isEmpty()) {
        throw new UserError(
            "Cannot review upload '%s': it is %s, and only one in quarantine can be %s (see 'novacat quarantine list')"
                .formatted(upload.id(), upload.status(), word.done()));
      }
    }

    @Override
    public String settle(ReviewWord word, String why) {
      UploadStatus now =
          switch (word) {
            case RETRY -> reviews.approveRetry(upload.id());
            case REJECT -> reviews.reject(upload.id(), why);
          };
      return now.name();
    }
  }
}

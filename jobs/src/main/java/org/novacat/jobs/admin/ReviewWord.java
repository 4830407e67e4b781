package org.novacat.jobs.admin;

import org.novacat.persistence.state.ProductEvent;
import org.novacat.persistence.state.UploadEvent;

/** What a person can say to something in quarantine. */
enum ReviewWord {
  RETRY("approved for another try", ProductEvent.RETRY_APPROVED, UploadEvent.RETRY_APPROVED),
  REJECT("rejected for good", ProductEvent.REJECTED, UploadEvent.REJECTED);

  private final String done;
  private final ProductEvent ofProduct;
  private final UploadEvent ofUpload;

  ReviewWord(String done, ProductEvent ofProduct, UploadEvent ofUpload) {
    this.done = done;
    this.ofProduct = ofProduct;
    this.ofUpload = ofUpload;
  }

  /** What then is done, in the words of people. */
  String done() {
    return done;
  }

  ProductEvent ofProduct() {
    return ofProduct;
  }

  UploadEvent ofUpload() {
    return ofUpload;
  }
}

package org.novacat.jobs.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.admin.ReviewCommand.ReviewWord;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.cli.UserError;
import org.novacat.jobs.report.Json;
import org.novacat.jobs.report.Report;
import org.novacat.jobs.run.StoreCommand;
import org.novacat.jobs.run.Stores;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.IngestFileId;
import org.novacat.persistence.photometry.PhotometryUpload;
import org.novacat.persistence.photometry.Uploads;
import org.novacat.persistence.product.ProductRef;
import org.novacat.persistence.product.Products;
import org.novacat.persistence.product.SpectraProduct;
import org.novacat.persistence.state.ProductEvent;
import org.novacat.persistence.state.ProductTransitions;
import org.novacat.persistence.state.UploadEvent;
import org.novacat.persistence.state.UploadStatus;
import org.novacat.persistence.state.UploadTransitions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * A person's word on what is in quarantine. All of it is looked at before the first is settled, so
 * that a slip of the pen settles none.
 */
abstract class ReviewCommand extends StoreCommand {
  private final ReviewWord word;

  @Parameters(arity = "1..*", paramLabel = "ID", description = "Products or uploads in quarantine.")
  private List<String> ids = List.of();

  @Option(names = "--dry-run", description = "Only say what would change.")
  private boolean dryRun;

  private ReviewCommand(ReviewWord word) {
    this.word = word;
  }

  /** Why, in the person's words; "" for no word. */
  abstract String why();

  @Override
  protected ExitCode run(Stores stores) {
    List<Reviewed> subjects = ids.stream().distinct().map(id -> Reviewed.find(stores, id)).toList();
    subjects.forEach(subject -> subject.check(word));
    subjects.forEach(subject -> print(dryRun ? wish(subject) : settled(subject)));
    return ExitCode.OK;
  }

  private ReviewReport wish(Reviewed subject) {
    return new ReviewReport(subject, "would be " + word.done, null);
  }

  private ReviewReport settled(Reviewed subject) {
    return new ReviewReport(subject, word.done, subject.settle(word, why()));
  }

  @Command(
      name = "approve-retry",
      description = "Let products or uploads have another try with the next ingest.",
      footer = {
        "",
        "Example: novacat quarantine approve-retry 4e9b0e88-5e77-4abf-b7cd-b3214fbda3e5"
      })
  static final class ApproveRetry extends ReviewCommand {
    ApproveRetry() {
      super(ReviewWord.RETRY);
    }

    @Override
    String why() {
      return "";
    }
  }

  @Command(
      name = "reject",
      description = "Refuse products or uploads for good.",
      footer = {
        "",
        "Example: novacat quarantine reject 4e9b0e88-5e77-4abf-b7cd-b3214fbda3e5 --reason \"wrong star\""
      })
  static final class Reject extends ReviewCommand {
    @Option(
        names = "--reason",
        paramLabel = "TEXT",
        description = "Why; kept with the product or upload.")
    private String reason = "";

    Reject() {
      super(ReviewWord.REJECT);
    }

    @Override
    String why() {
      return reason.strip();
    }
  }

  /**
   * What a person's word did to something in quarantine.
   *
   * @param subject a product or an upload
   * @param state the state it has now; null in a dry run
   */
  private record ReviewReport(Reviewed subject, String what, @Nullable String state)
      implements Report {
    @Override
    public ObjectNode json() {
      String name = subject instanceof Reviewed.Upload ? "ingest_file_id" : "data_product_id";
      return Json.object().put(name, subject.id()).put("change", what).put("state", state);
    }

    @Override
    public List<String> lines() {
      return List.of(subject.id() + "  " + what + (state == null ? "" : ": " + state));
    }
  }

  /** What a person can say to something in quarantine. */
  enum ReviewWord {
    RETRY("approved for another try", ProductEvent.RETRY_APPROVED, UploadEvent.RETRY_APPROVED),
    REJECT("rejected for good", ProductEvent.REJECTED, UploadEvent.REJECTED);

    /** What then is done, in the words of people. */
    private final String done;

    private final ProductEvent ofProduct;
    private final UploadEvent ofUpload;

    ReviewWord(String done, ProductEvent ofProduct, UploadEvent ofUpload) {
      this.done = done;
      this.ofProduct = ofProduct;
      this.ofUpload = ofUpload;
    }
  }

  /** What a person's word is about. */
  private interface Reviewed {
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

    record Product(Products reviews, SpectraProduct product) implements Reviewed {
      @Override
      public String id() {
        return product.id().toString();
      }

      @Override
      public void check(ReviewWord word) {
        if (ProductTransitions.TABLE.next(product.state(), word.ofProduct).isEmpty()) {
          throw new UserError(
              "Cannot review product '%s': it is %s, and only one in quarantine can be %s (see 'novacat quarantine list')"
                  .formatted(product.id(), product.state(), word.done));
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
                  .formatted(upload.id(), word.done));
        }
        if (!upload.isInQuarantine()
            || UploadTransitions.TABLE.next(upload.status(), word.ofUpload).isEmpty()) {
          throw new UserError(
              "Cannot review upload '%s': it is %s, and only one in quarantine can be %s (see 'novacat quarantine list')"
                  .formatted(upload.id(), upload.status(), word.done));
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
}

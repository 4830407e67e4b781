package org.novacat.jobs.admin;

import java.util.List;
import java.util.function.BiFunction;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.cli.UserError;
import org.novacat.jobs.run.StoreCommand;
import org.novacat.jobs.run.Stores;
import org.novacat.layouts.id.DataProductId;
import org.novacat.persistence.item.ProductRef;
import org.novacat.persistence.item.SpectraProduct;
import org.novacat.persistence.product.QuarantineReview;
import org.novacat.persistence.state.ProductEvent;
import org.novacat.persistence.state.Transitions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * A person's word on products in quarantine. All of them are looked at before the first one is
 * settled, so that a slip of the pen settles none.
 */
abstract class ReviewCommand extends StoreCommand {
  private final ProductEvent event;
  private final BiFunction<QuarantineReview, DataProductId, ProductRef> settle;
  private final String done;

  @Parameters(arity = "1..*", paramLabel = "ID", description = "Products in quarantine.")
  private List<String> ids = List.of();

  @Option(names = "--dry-run", description = "Only say what would change.")
  private boolean dryRun;

  private ReviewCommand(
      ProductEvent event,
      BiFunction<QuarantineReview, DataProductId, ProductRef> settle,
      String done) {
    this.event = event;
    this.settle = settle;
    this.done = done;
  }

  @Override
  protected ExitCode run(Stores stores) {
    List<DataProductId> products =
        ids.stream()
            .map(id -> UserError.ifRefused(() -> DataProductId.parse(id)))
            .distinct()
            .toList();
    products.forEach(product -> check(stores, product));
    products.forEach(product -> print(dryRun ? wish(product) : settled(stores, product)));
    return ExitCode.OK;
  }

  private void check(Stores stores, DataProductId id) {
    SpectraProduct product =
        stores
            .catalog()
            .products()
            .find(id)
            .orElseThrow(
                () ->
                    new UserError(
                        "Cannot review product '%s': there is none with this id (see 'novacat quarantine list')"
                            .formatted(id)));
    if (Transitions.next(product.state(), event).isEmpty()) {
      throw new UserError(
          "Cannot review product '%s': it is %s, and only one in quarantine can be %s (see 'novacat quarantine list')"
              .formatted(id, product.state(), done));
    }
  }

  private ReviewReport wish(DataProductId product) {
    return new ReviewReport(product, "would be " + done, null);
  }

  private ReviewReport settled(Stores stores, DataProductId product) {
    ProductRef now = settle.apply(stores.catalog().quarantine(), product);
    return new ReviewReport(product, done, now.state());
  }

  /** {@code novacat quarantine approve-retry}. */
  @Command(
      name = "approve-retry",
      description = "Let products have another try.",
      footer = {
        "",
        "Example: novacat quarantine approve-retry 4e9b0e88-5e77-4abf-b7cd-b3214fbda3e5"
      })
  static final class ApproveRetry extends ReviewCommand {
    ApproveRetry() {
      super(
          ProductEvent.RETRY_APPROVED, QuarantineReview::approveRetry, "approved for another try");
    }
  }

  /** {@code novacat quarantine reject}. */
  @Command(
      name = "reject",
      description = "Refuse products for good.",
      footer = {
        "",
        "Example: novacat quarantine reject 4e9b0e88-5e77-4abf-b7cd-b3214fbda3e5 --dry-run"
      })
  static final class Reject extends ReviewCommand {
    Reject() {
      super(ProductEvent.REJECTED, QuarantineReview::reject, "rejected for good");
    }
  }
}

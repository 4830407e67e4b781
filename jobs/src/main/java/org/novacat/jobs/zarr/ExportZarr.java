package org.novacat.jobs.zarr;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import org.novacat.jobs.job.Job;
import org.novacat.jobs.job.JobRunner;
import org.novacat.jobs.report.Json;
import org.novacat.persistence.store.Content;
import org.novacat.persistence.tree.Publisher;
import org.novacat.persistence.tree.TreePublisher;

/**
 * The job: writes a Zarr store of valid spectra, reads it back and holds it against the contract,
 * and only then makes it visible. A run that is killed leaves nothing visible, and the next to the
 * same place clears away what it left.
 */
record ExportZarr(Selection selection, ExportOptions options, Target target, Clock clock)
    implements Job {
  static final String WORKFLOW = "export_zarr";

  @Override
  public String name() {
    return "export zarr";
  }

  @Override
  public String workflow() {
    return WORKFLOW;
  }

  @Override
  public Content input() {
    ObjectNode root = Json.object().put("workflow", workflow());
    root.put("dataset", target.dataset().toString()).put("store", target.store().toString());
    root.set("options", options.json());
    selection.spectra().forEach(one -> root.withArray("spectra").add(one.id().toString()));
    return Content.of(Json.document(root));
  }

  @Override
  public String nothingToDo() {
    return "Nothing to do: no spectrum is selected.";
  }

  @Override
  public void run(JobRunner run) {
    run.begin();
    Publisher by = publisher(run);
    try (TreePublisher publisher = target.publisher(by)) {
      new StoreExport(run, this, publisher).export();
    }
  }

  private Publisher publisher(JobRunner run) {
    return new Publisher(run.id().toString(), new DeadRuns(run.stores().catalog(), clock), clock);
  }
}

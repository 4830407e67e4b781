package org.novacat.jobs.bundle;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.novacat.jobs.job.Job;
import org.novacat.jobs.job.JobRunner;
import org.novacat.jobs.report.Json;
import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.run.DirtyType;
import org.novacat.persistence.run.WorkConsumer;
import org.novacat.persistence.run.WorkItem;
import org.novacat.persistence.run.WorkQueue;
import org.novacat.persistence.store.Content;

/** The job: builds the bundles that are due. */
record BuildBundles(List<DueBundle> due, Clock clock) implements Job {
  BuildBundles {
    due = List.copyOf(due);
  }

  @Override
  public String name() {
    return "bundle";
  }

  @Override
  public String workflow() {
    return "bundle";
  }

  @Override
  public Content input() {
    ObjectNode root = Json.object().put("workflow", workflow());
    ArrayNode novae = root.putArray("novae");
    due.forEach(one -> novae.add(one.nova().toString()));
    return Content.of(Json.document(root));
  }

  @Override
  public String nothingToDo() {
    return "Nothing to do: every bundle has what its nova has.";
  }

  @Override
  public void run(JobRunner run) {
    BundleTally tally = new BundleTally(run);
    tally.plan(due.size());
    if (!due.isEmpty()) {
      run.begin();
      new BundlePhase(run, clock, tally).build(work(run));
    }
  }

  /** What is built again whether it changed or not is work too, so that a kill forgets none. */
  private Map<NovaId, List<WorkItem>> work(JobRunner run) {
    WorkQueue queue = run.stores().catalog().workQueue();
    Map<NovaId, List<WorkItem>> work =
        due.stream().collect(toMap(DueBundle::nova, DueBundle::queue, (a, b) -> a, TreeMap::new));
    List<NovaId> again = due.stream().filter(DueBundle::again).map(DueBundle::nova).toList();
    again.forEach(nova -> queue.put(nova, DirtyType.OBJECTS, WorkConsumer.BUNDLE));
    if (!again.isEmpty()) {
      queue
          .list(WorkConsumer.BUNDLE)
          .filter(one -> one.type() == DirtyType.OBJECTS)
          .filter(one -> work.containsKey(one.novaId()))
          .forEach(one -> work.computeIfPresent(one.novaId(), (id, all) -> with(all, one)));
    }
    return work;
  }

  private static List<WorkItem> with(List<WorkItem> all, WorkItem one) {
    return Stream.concat(
            all.stream().filter(other -> other.type() != DirtyType.OBJECTS), Stream.of(one))
        .toList();
  }
}

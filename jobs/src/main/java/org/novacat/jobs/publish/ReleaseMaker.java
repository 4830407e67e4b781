package org.novacat.jobs.publish;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.novacat.jobs.job.Counted;
import org.novacat.jobs.job.Ending;
import org.novacat.jobs.job.JobRunner;
import org.novacat.jobs.job.Tally;
import org.novacat.jobs.job.TaskFault;
import org.novacat.jobs.publish.make.LinkRoot;
import org.novacat.jobs.publish.make.MadeUnit;
import org.novacat.jobs.publish.make.MadeUnits;
import org.novacat.jobs.publish.make.ReleaseFolder;
import org.novacat.jobs.publish.plan.UnitPlan;
import org.novacat.jobs.publish.plan.UnitPlans;
import org.novacat.jobs.publish.record.CurrentPages;
import org.novacat.jobs.publish.record.FilesList;
import org.novacat.jobs.publish.record.Losses;
import org.novacat.jobs.publish.record.ReleaseCounts;
import org.novacat.jobs.publish.record.ReleaseFile;
import org.novacat.jobs.publish.record.ReleaseUnit;
import org.novacat.jobs.report.Json;
import org.novacat.jobs.report.Progress;
import org.novacat.jobs.run.Temporary;
import org.novacat.jobs.spark.Bin;
import org.novacat.jobs.spark.Postponement;
import org.novacat.jobs.spark.Waves;
import org.novacat.layouts.id.ReleaseId;
import org.novacat.layouts.novacat.NovaCatKeys;
import org.novacat.persistence.store.Content;
import org.novacat.persistence.store.ListedObject;
import org.novacat.persistence.store.Pointer;

/** Makes the objects of one release, and finds out whether all of them are there. */
final class ReleaseMaker {
  private static final Counted UNITS = new Counted("units", "made", "refused", 20);
  private static final int WAVE = 64;

  private final JobRunner run;
  private final PublicSite site;
  private final ReleasePlan plan;
  private final ReleaseId id;
  private final PublishOptions options;
  private final LinkRoot links;
  private final ReleaseFolder folder;
  private final SortedMap<String, ReleaseUnit> units = new TreeMap<>();
  private final Tally tally;

  ReleaseMaker(
      JobRunner run, PublicSite site, ReleasePlan plan, ReleaseId id, PublishOptions options) {
    this.run = run;
    this.site = site;
    this.plan = plan;
    this.id = id;
    this.options = options;
    this.links = LinkRoot.of(plan.baseUrl(), id);
    this.folder = new ReleaseFolder(site.archive(), id);
    this.tally = run.count(UNITS);
  }

  /** Makes or copies all units but the last; whether none is missing. */
  boolean make() {
    ReleaseId from = plan.before() == null || options.all() ? null : plan.before().id();
    UnitPlans plans =
        new UnitPlans(plan.contents(), plan.units(), plan.bundles(), plan.unitsBefore(), from);
    tally.plan(plan.units().size());
    Iterator<List<Bin<UnitPlan>>> waves =
        Bin.waves(plans, WAVE, run.spark().defaultParallelism(), unit -> unit);
    MadeUnits work = new MadeUnits(run.stores().derivedLocation(), site.location(), id, links);
    try (Waves<Bin<UnitPlan>, ArrayList<MadeUnit>> results =
            run.waves(
                "MakeRelease",
                waves,
                work,
                some -> TaskFault.first(some.stream().map(MadeUnit::postponement)));
        Progress progress = Progress.of("units", plan.units().size())) {
      while (results.hasNext()) {
        results.next().forEach(this::ended);
        progress.add(1);
      }
    }
    boolean isWhole = units.size() == plan.units().size();
    // All of its rows are for nobody else to see, which only their table tells.
    units.values().removeIf(unit -> unit.isNova() && unit.products().isEmpty());
    return isWhole;
  }

  private void ended(MadeUnit made) {
    ReleaseUnit unit = made.unit();
    Postponement why = made.postponement();
    if (unit != null) {
      units.put(unit.name(), unit);
      tally.ended(made.isCopy() ? Ending.UNCHANGED : Ending.DONE);
    } else if (why != null) {
      String what = made.title().isEmpty() ? made.name() : made.title();
      tally.named(Ending.POSTPONED, why.code(), what, what + ": " + why.why());
    }
  }

  /** What it has otherwise than the release that visitors see. */
  Losses losses() {
    return plan.losses(units);
  }

  /**
   * Makes the last unit, looks whether all is there, and leads visitors to it.
   *
   * @throws IllegalStateException when an object is not there, or not as long as it was made
   */
  void finish(CurrentPointer current, ReleasePlan of) {
    ReleaseCounts counts = ReleaseCounts.of(units.values());
    ReleaseUnit last =
        new SiteUnit(id, folder, links).make(of.contents(), units, of.content(), record(counts));
    units.put(last.name(), last);
    Pointer files = list();
    check();
    of.noteDays(run.stores().catalog());
    current.moveTo(
        new CurrentPages(id, of.content(), files.sha256()),
        files,
        counts,
        new CurrentPointer.Terms(of.baseUrl(), options.acceptLosses()),
        of.current(),
        of.queue());
  }

  private ObjectNode record(ReleaseCounts counts) {
    ObjectNode record = Json.object().put("release_id", id.text());
    record.put("content_fingerprint", plan.content().hex());
    record.put("previous", plan.before() == null ? "" : plan.before().id().text());
    record.put("novae", counts.novae()).put("spectra", counts.spectra());
    record.put("photometry_rows", counts.rows());
    return record.put("base_url", plan.baseUrl()).put("losses_accepted", options.acceptLosses());
  }

  private Pointer list() {
    Path file = Temporary.file("novacat-publish-", ".jsonl");
    try {
      FilesList.write(file, units.values());
      return folder
          .write(ReleasePaths.FILES, Content.of(file))
          .pointer(site.archive().bucket(), id);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot keep a list in the temporary folder", e);
    } finally {
      Temporary.delete(file);
    }
  }

  /** Also removes what a killed run left there that is none of it. */
  private void check() {
    Map<String, Long> wanted = new HashMap<>();
    units.values().stream()
        .flatMap(unit -> unit.files().stream())
        .forEach(file -> wanted.put(key(file), file.bytes()));
    String list = NovaCatKeys.release(id, ReleasePaths.FILES).toString();
    try (Stream<ListedObject> there = site.archive().list(NovaCatKeys.releaseFolder(id))) {
      there
          .filter(object -> !object.key().toString().equals(list))
          .forEach(object -> check(object, wanted));
    }
    if (!wanted.isEmpty()) {
      throw new IllegalStateException(
          "Cannot publish release '%s': %s of its objects are not there, first '%s' (run again)"
              .formatted(id, wanted.size(), wanted.keySet().stream().sorted().findFirst().get()));
    }
  }

  private void check(ListedObject there, Map<String, Long> wanted) {
    Long bytes = wanted.get(there.key().toString());
    if (bytes == null) {
      site.archive().delete(there.key());
    } else if (bytes == there.length()) {
      wanted.remove(there.key().toString());
    }
  }

  private String key(ReleaseFile file) {
    return NovaCatKeys.release(id, file.path()).toString();
  }
}

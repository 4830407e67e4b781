package org.novacat.jobs.register;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.novacat.jobs.job.Ending;
import org.novacat.jobs.job.JobRunner;
import org.novacat.jobs.job.RawDamage;
import org.novacat.jobs.register.UploadAcquirer.PreparedUpload;
import org.novacat.jobs.register.fetch.FetchLimits;
import org.novacat.jobs.register.source.Candidates;
import org.novacat.jobs.report.Progress;
import org.novacat.layouts.photometry.FileRefusal;
import org.novacat.persistence.photometry.PhotometryUpload;
import org.novacat.persistence.photometry.UploadKnown;
import org.novacat.persistence.photometry.UploadVerdict;
import org.novacat.persistence.photometry.Uploads;
import org.novacat.persistence.state.UploadStatus;

/** Registers photometry uploads. */
final class UploadJob extends CandidateJob<PreparedUpload> {
  private final Clock clock;
  private final EqualUploads equal = new EqualUploads();

  UploadJob(Candidates candidates, FetchLimits limits, Clock clock) {
    super(candidates, limits);
    this.clock = clock;
  }

  @Override
  boolean takesUnnamed() {
    return true;
  }

  @Override
  Preparation<PreparedUpload> preparation(JobRunner run, FetchLimits limits) {
    UploadAcquirer acquirer =
        new UploadAcquirer(run.stores(), run.id(), run::begin, limits, clock, this::differs, equal);
    return one -> acquirer.acquire(one.nova(), one.candidate());
  }

  /**
   * The table is told of none before all are known: the last one may say of the bytes of the first
   * that nobody may see them. Of a run that is stopped before, it is told nothing.
   */
  @Override
  void record(JobRunner run, Iterator<PreparedUpload> prepared, Progress progress) {
    List<PreparedUpload> all = new ArrayList<>();
    while (prepared.hasNext()) {
      all.add(prepared.next());
      progress.add(1);
    }
    Uploads uploads = run.stores().catalog().uploads();
    for (PreparedUpload one : all) {
      if (!run.stopped()) {
        book(run, uploads, equal.checked(one));
      }
    }
  }

  private void book(JobRunner run, Uploads uploads, PreparedUpload prepared) {
    if (prepared instanceof PreparedUpload.Refused refused) {
      refuse(refused.rejection());
    } else if (prepared instanceof PreparedUpload.Stored stored && isNews(run, uploads, stored)) {
      tally().ended(Ending.DONE);
    } else {
      tally().ended(Ending.UNCHANGED);
      if (prepared instanceof PreparedUpload.Known known) {
        known(run, uploads, known);
      }
    }
  }

  /** One that was refused for damage has another try, whoever mended it. */
  private void known(JobRunner run, Uploads uploads, PreparedUpload.Known known) {
    if (known.putBack()) {
      putBack(known.where());
    }
    PhotometryUpload upload = known.upload();
    if (upload != null && isRefusedForDamage(upload)) {
      run.begin();
      uploads.decideAgain(upload);
    }
  }

  private static boolean isRefusedForDamage(PhotometryUpload upload) {
    UploadVerdict verdict = upload.verdict();
    FileRefusal refusal = verdict == null ? null : verdict.refusal();
    return refusal != null
        && upload.status() == UploadStatus.REFUSED
        && RawDamage.is(refusal.code().name());
  }

  /** The same bytes may stand twice among the candidates; the second finds the first. */
  private boolean isNews(JobRunner run, Uploads uploads, PreparedUpload.Stored stored) {
    run.begin();
    boolean isNews = uploads.register(stored.upload()) != UploadKnown.ALREADY;
    if (!stored.rightsChange().isEmpty()) {
      rightsChanged(stored.where() + ": " + stored.rightsChange());
    }
    return isNews;
  }
}

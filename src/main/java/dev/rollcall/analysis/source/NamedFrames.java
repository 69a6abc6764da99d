package dev.rollcall.analysis.source;

import dev.rollcall.analysis.age.OverdueNotice;
import dev.rollcall.analysis.finding.CollectorFinding;
import dev.rollcall.analysis.finding.Context;
import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.analysis.finding.History;
import dev.rollcall.analysis.finding.LeakFinding;
import dev.rollcall.analysis.finding.LeakFinding.Contrast;
import dev.rollcall.analysis.finding.LeakFinding.Estimate;
import dev.rollcall.analysis.finding.LeakOrigin;
import dev.rollcall.analysis.finding.LifeSteps;
import dev.rollcall.analysis.finding.MisuseFinding;
import dev.rollcall.analysis.finding.OpenFinding;
import dev.rollcall.analysis.finding.Step;
import dev.rollcall.analysis.finding.StillOpen;
import dev.rollcall.diagnosis.Difference;
import dev.rollcall.diagnosis.Suspect;
import dev.rollcall.diagnosis.match.Tracks;
import dev.rollcall.recording.LifecycleEvent.Overdue.Holder;
import dev.rollcall.recording.Moment;
import dev.rollcall.recording.Site;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Findings and lives whose frames name their source files, as far as these are known. A frame that
 * names one already keeps it. For one thread.
 */
public final class NamedFrames {
  private final SourceFiles files;
  private final IdentityHashMap<Site, Site> sites = new IdentityHashMap<>();

  /** Frames with the names of these files. */
  public NamedFrames(SourceFiles files) {
    this.files = files;
  }

  /** The same findings. */
  public Findings of(Findings findings) {
    return new Findings(
        findings.recordings(),
        findings.totals(),
        findings.groups().stream().map(this::of).toList(),
        of(findings.open()),
        findings.misuses().stream().map(this::of).toList(),
        findings.byCollector().stream()
            .map(group -> new CollectorFinding(of(group.origin()), group.count()))
            .toList(),
        findings.settled());
  }

  /** The same life. */
  public History of(History life) {
    return new History(
        life.resource(),
        of(life.origin()),
        life.verdict(),
        life.refCount(),
        new LifeSteps(
            life.beginsBefore(),
            life.missingSteps(),
            life.steps().stream().map(this::of).toList(),
            life.isFollowed()),
        life.owner());
  }

  private LeakFinding of(LeakFinding group) {
    return new LeakFinding(
        of(group.origin()),
        group.counts(),
        group.suspects().stream().map(this::of).toList(),
        group.examples().stream().map(this::of).toList(),
        of(group.context()),
        group.ownership(),
        group.good(),
        of(group.estimate()),
        of(group.contrast()));
  }

  private Contrast of(Contrast contrast) {
    Tracks tracks = contrast.tracks();
    return new Contrast(
        new Tracks(
            tracks.leaked(),
            tracks.healthy(),
            tracks.steps().stream().map(this::of).toList(),
            tracks.omitted()),
        contrast.ages(),
        contrast.lifetimes());
  }

  private Tracks.Step of(Tracks.Step step) {
    StackTraceElement frame = step.frame();
    return new Tracks.Step(
        step.side(),
        step.kind(),
        frame == null ? null : of(frame),
        step.note(),
        step.leaked(),
        step.healthy());
  }

  private @Nullable Estimate of(@Nullable Estimate estimate) {
    return estimate == null
        ? null
        : new Estimate(
            estimate.basis(),
            estimate.of(),
            estimate.from(),
            estimate.shares().stream()
                .map(
                    share ->
                        new Estimate.Share(
                            share.fingerprint(),
                            share.at() == null ? null : of(share.at()),
                            share.count()))
                .toList());
  }

  private StillOpen of(StillOpen open) {
    return new StillOpen(
        open.groups().stream()
            .map(group -> new OpenFinding(of(group.group()), group.ages()))
            .toList(),
        open.growth(),
        open.overdue().stream().map(this::of).toList(),
        open.live());
  }

  private OverdueNotice of(OverdueNotice notice) {
    Holder holder = notice.holder();
    return new OverdueNotice(
        notice.fingerprint(),
        notice.type(),
        of(notice.site()),
        notice.counts(),
        notice.expectedMillis(),
        new Holder(holder.thread(), holder.hasEnded(), of(holder.stack())));
  }

  private MisuseFinding of(MisuseFinding misuse) {
    return new MisuseFinding(
        misuse.kind(),
        misuse.type(),
        misuse.count(),
        misuse.message(),
        of(misuse.site()),
        misuse.resourceIds(),
        of(misuse.lives()));
  }

  private MisuseFinding.Lives of(MisuseFinding.Lives lives) {
    return new MisuseFinding.Lives(
        lives.suspects().stream().map(this::of).toList(),
        lives.compared(),
        lives.siblings(),
        lives.differences().stream()
            .map(one -> new Difference(one.kind(), of(one.frame()), one.misused(), one.siblings()))
            .toList(),
        lives.examples().stream().map(this::of).toList());
  }

  private LeakOrigin of(LeakOrigin origin) {
    return new LeakOrigin(origin.fingerprint(), origin.type(), of(origin.site()));
  }

  private Suspect of(Suspect suspect) {
    return new Suspect(
        suspect.kind(),
        of(suspect.frame()),
        suspect.score(),
        suspect.evidence(),
        suspect.confidence());
  }

  private Context of(Context context) {
    return new Context(
        context.exceptions().stream().map(this::of).toList(),
        context.threadsEnded(),
        context.tests(),
        context.requests());
  }

  private Context.Thrown of(Context.Thrown thrown) {
    StackTraceElement at = thrown.at();
    return new Context.Thrown(
        thrown.type(),
        thrown.message(),
        at == null ? null : of(at),
        of(thrown.through()),
        thrown.count());
  }

  private Step of(Step step) {
    Moment moment = step.moment();
    return new Step(
        step.kind(),
        new Moment(moment.time(), moment.thread(), of(moment.site())),
        step.refCount(),
        step.sequence(),
        step.note());
  }

  private Site of(Site site) {
    return sites.computeIfAbsent(
        site, s -> new Site(s.frames().stream().map(this::of).toList(), s.truncated()));
  }

  private StackTraceElement of(StackTraceElement frame) {
    String file = frame.getFileName() == null ? files.of(frame.getClassName()) : null;
    return file == null
        ? frame
        : new StackTraceElement(
            frame.getClassName(), frame.getMethodName(), file, frame.getLineNumber());
  }
}

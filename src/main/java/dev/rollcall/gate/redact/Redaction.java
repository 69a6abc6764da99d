package dev.rollcall.gate.redact;

import dev.rollcall.analysis.age.OverdueNotice;
import dev.rollcall.analysis.finding.Context;
import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.analysis.finding.History;
import dev.rollcall.analysis.finding.LeakFinding;
import dev.rollcall.analysis.finding.LifeSteps;
import dev.rollcall.analysis.finding.MisuseFinding;
import dev.rollcall.analysis.finding.OpenFinding;
import dev.rollcall.analysis.finding.ReadRecording;
import dev.rollcall.analysis.finding.Resource;
import dev.rollcall.analysis.finding.Step;
import dev.rollcall.analysis.finding.StillOpen;
import dev.rollcall.analysis.growth.LiveOverTime;
import dev.rollcall.common.Labels;
import dev.rollcall.diagnosis.Suspect;
import dev.rollcall.diagnosis.match.Tracks;
import dev.rollcall.gate.Known;
import dev.rollcall.gate.Report;
import dev.rollcall.gate.compare.Diff;
import dev.rollcall.recording.Jvm;
import dev.rollcall.recording.LifecycleEvent.Overdue.Holder;
import dev.rollcall.recording.Moment;
import dev.rollcall.recording.ThreadRef;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Takes texts of the program out of what is reported, whatever the format, so that nobody who is
 * given it reads them. Counts, types, frames and ids stay. One thread has the same number wherever
 * it is met. For one thread, and one result.
 */
public final class Redaction {
  /** What stands for a text that was taken out. */
  static final String REDACTED = "(redacted)";

  private final Set<Kind> kinds;
  private final Map<String, String> threads = new HashMap<>();

  /** Takes out texts of these kinds. */
  public Redaction(Set<Kind> kinds) {
    this.kinds = Set.copyOf(kinds);
  }

  /** A kind of text that the program writes. */
  public enum Kind {
    /** What touches say. */
    NOTES,
    /** What the program says of one resource when it registers it. */
    DESCRIPTIONS,
    /** What exceptions and misuses say. */
    MESSAGES,
    /** Names of threads. */
    THREADS,
    /** Names of requests, and what finds one in other tools. */
    REQUESTS,
    /** Values of the labels of JVMs. */
    LABELS;

    /** The word that the command line and pages have. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The same report. */
  public Report of(Report report) {
    Known known = report.known();
    return new Report(
        of(report.findings()),
        report.suppressions(),
        known == null
            ? null
            : new Known(
                known.leaks().stream().map(this::of).toList(),
                known.misuses().stream().map(this::of).toList(),
                known.before()),
        report.shown(),
        report.by());
  }

  /** The same comparison. */
  public Diff of(Diff diff) {
    return new Diff(
        of(diff.before()), of(diff.after()), diff.changes(), diff.unchanged(), diff.open());
  }

  /** The same life. */
  public History of(History life) {
    Resource resource = life.resource();
    Jvm jvm = resource.jvm();
    return new History(
        new Resource(
            resource.checkerId(),
            resource.resourceId(),
            perhaps(Kind.DESCRIPTIONS, resource.description()),
            jvm == null ? null : of(jvm),
            resource.bytes()),
        life.origin(),
        life.verdict(),
        life.refCount(),
        new LifeSteps(
            life.beginsBefore(),
            life.missingSteps(),
            life.steps().stream().map(this::of).toList(),
            life.isFollowed()),
        life.owner());
  }

  private Findings of(Findings findings) {
    return new Findings(
        findings.recordings().stream().map(this::of).toList(),
        findings.totals(),
        findings.groups().stream().map(this::of).toList(),
        of(findings.open()),
        findings.misuses().stream().map(this::of).toList(),
        findings.byCollector(),
        findings.settled());
  }

  private ReadRecording of(ReadRecording read) {
    Jvm jvm = read.recording().jvm();
    return jvm == null
        ? read
        : new ReadRecording(read.recording().of(of(jvm)), read.losses(), read.test());
  }

  private Jvm of(Jvm jvm) {
    if (!kinds.contains(Kind.LABELS) || jvm.labels().isEmpty()) {
      return jvm;
    }
    TreeMap<String, String> values = new TreeMap<>();
    jvm.labels().values().keySet().forEach(key -> values.put(key, REDACTED));
    return jvm.with(new Labels(values));
  }

  private LeakFinding of(LeakFinding group) {
    return new LeakFinding(
        group.origin(),
        group.counts(),
        group.suspects().stream().map(this::of).toList(),
        group.examples().stream().map(this::of).toList(),
        of(group.context()),
        group.ownership(),
        group.good(),
        group.estimate(),
        new LeakFinding.Contrast(
            of(group.contrast().tracks()), group.contrast().ages(), group.contrast().lifetimes()));
  }

  private Tracks of(Tracks tracks) {
    return new Tracks(
        tracks.leaked(),
        tracks.healthy(),
        tracks.steps().stream()
            .map(
                step ->
                    new Tracks.Step(
                        step.side(),
                        step.kind(),
                        step.frame(),
                        perhaps(Kind.NOTES, step.note()),
                        step.leaked(),
                        step.healthy()))
            .toList(),
        tracks.omitted());
  }

  private StillOpen of(StillOpen open) {
    return new StillOpen(
        open.groups().stream()
            .map(group -> new OpenFinding(of(group.group()), group.ages()))
            .toList(),
        open.growth(),
        open.overdue().stream().map(this::of).toList(),
        new LiveOverTime(
            open.live().curves().stream().map(this::of).toList(), open.live().marks()));
  }

  private LiveOverTime.Curve of(LiveOverTime.Curve curve) {
    Jvm jvm = curve.jvm();
    return new LiveOverTime.Curve(
        curve.type(),
        jvm == null ? null : of(jvm),
        curve.start(),
        curve.points(),
        curve.left(),
        curve.registered());
  }

  private OverdueNotice of(OverdueNotice notice) {
    Holder holder = notice.holder();
    return new OverdueNotice(
        notice.fingerprint(),
        notice.type(),
        notice.site(),
        notice.counts(),
        notice.expectedMillis(),
        new Holder(thread(holder.thread()), holder.hasEnded(), holder.stack()));
  }

  private MisuseFinding of(MisuseFinding misuse) {
    MisuseFinding.Lives lives = misuse.lives();
    return new MisuseFinding(
        misuse.kind(),
        misuse.type(),
        misuse.count(),
        text(Kind.MESSAGES, misuse.message()),
        misuse.site(),
        misuse.resourceIds(),
        new MisuseFinding.Lives(
            lives.suspects().stream().map(this::of).toList(),
            lives.compared(),
            lives.siblings(),
            lives.differences(),
            lives.examples().stream().map(this::of).toList()));
  }

  private Suspect of(Suspect suspect) {
    String evidence = suspect.evidence();
    if (kinds.contains(Kind.NOTES)) {
      evidence = RedactedEvidence.withoutNotes(evidence);
    }
    if (kinds.contains(Kind.REQUESTS)) {
      evidence = RedactedEvidence.withoutRequests(evidence);
    }
    return new Suspect(
        suspect.kind(), suspect.frame(), suspect.score(), evidence, suspect.confidence());
  }

  private Context of(Context context) {
    return new Context(
        context.exceptions().stream().map(this::of).toList(),
        context.threadsEnded(),
        context.tests(),
        of(context.requests()));
  }

  private Context.Thrown of(Context.Thrown thrown) {
    return new Context.Thrown(
        thrown.type(),
        perhaps(Kind.MESSAGES, thrown.message()),
        thrown.at(),
        thrown.through(),
        thrown.count());
  }

  private Context.Requests of(Context.Requests requests) {
    List<Context.InRequest> in =
        requests.in().stream()
            .map(
                one ->
                    new Context.InRequest(
                        text(Kind.REQUESTS, one.name()),
                        perhaps(Kind.REQUESTS, one.within()),
                        one.count(),
                        one.released(),
                        one.lastSteps(),
                        perhaps(Kind.REQUESTS, one.example())))
            .toList();
    return new Context.Requests(requests.told(), in, requests.released());
  }

  private Step of(Step step) {
    Moment moment = step.moment();
    ThreadRef thread = moment.thread();
    return new Step(
        step.kind(),
        new Moment(moment.time(), new ThreadRef(thread(thread.name()), thread.id()), moment.site()),
        step.refCount(),
        step.sequence(),
        note(step));
  }

  /** What a step says: the program's own words, or ours before those of the program. */
  private @Nullable String note(Step step) {
    String note = step.note();
    return switch (step.kind()) {
      case REGISTER -> perhaps(Kind.DESCRIPTIONS, note);
      case TOUCH, USE -> perhaps(Kind.NOTES, note);
      case MISUSE, EXCEPTION -> note == null ? null : message(note);
      case RETAIN, RELEASE, LOST, THREAD_END, UNREGISTER, LEAK -> note;
    };
  }

  /** The class of an exception or the kind of a misuse stands before a message. */
  private String message(String note) {
    int colon = note.indexOf(": ");
    return colon < 0 || !kinds.contains(Kind.MESSAGES)
        ? note
        : note.substring(0, colon + 2) + REDACTED;
  }

  private String text(Kind kind, String text) {
    return text.isEmpty() || !kinds.contains(kind) ? text : REDACTED;
  }

  private @Nullable String perhaps(Kind kind, @Nullable String text) {
    return text == null ? null : text(kind, text);
  }

  private String thread(String name) {
    return name.isEmpty() || !kinds.contains(Kind.THREADS)
        ? name
        : threads.computeIfAbsent(name, k -> "thread " + (threads.size() + 1));
  }
}

package dev.rollcall.gate.redact;

import dev.rollcall.analysis.Events;
import dev.rollcall.analysis.age.AgeRuling;
import dev.rollcall.analysis.age.OverdueNotice;
import dev.rollcall.analysis.age.Spread;
import dev.rollcall.analysis.context.OfOneRequest;
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
import dev.rollcall.analysis.finding.Verdict;
import dev.rollcall.analysis.growth.LiveOverTime;
import dev.rollcall.common.Labels;
import dev.rollcall.diagnosis.Diagnosis;
import dev.rollcall.diagnosis.Suspect;
import dev.rollcall.diagnosis.evidence.Clue;
import dev.rollcall.diagnosis.evidence.EvidenceKind;
import dev.rollcall.diagnosis.match.Tracks;
import dev.rollcall.diagnosis.way.Stop;
import dev.rollcall.diagnosis.way.Way;
import dev.rollcall.diagnosis.way.Ways;
import dev.rollcall.gate.Known;
import dev.rollcall.gate.Report;
import dev.rollcall.gate.Samples;
import dev.rollcall.gate.Shown;
import dev.rollcall.recording.Jvm;
import dev.rollcall.recording.LifecycleEvent.Overdue.Holder;
import dev.rollcall.recording.Moment;
import dev.rollcall.recording.Site;
import dev.rollcall.recording.ThreadRef;
import dev.rollcall.recording.Totals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Findings in which each text that a program can write is a secret that names its kind. */
public final class Secrets {
  private static final Jvm JVM =
      new Jvm(1, 1_763_999_999_999_999_999L, "OpenJDK", "17")
          .with(new Labels(new TreeMap<>(Map.of("host", of(Redaction.Kind.LABELS)))));

  private Secrets() {}

  /** The secret of a kind of text. */
  public static String of(Redaction.Kind kind) {
    return "secret-" + kind.word();
  }

  /** With a secret wherever there can be one, of what counts and of what a baseline knows. */
  public static Report report() {
    Known known = new Known(List.of(group("known")), List.of(misuse("known")), Map.of());
    return new Report(findings(), List.of(), known, Shown.ALL, LeakFinding.By.COUNT);
  }

  private static Findings findings() {
    ReadRecording read = Samples.recording("app.jfr", 1);
    Findings findings =
        Samples.findings(
            new ReadRecording(read.recording().of(JVM), read.losses()),
            List.of(group("leaked")),
            List.of(misuse("misused")));
    LeakFinding open = group("open");
    StillOpen stillOpen =
        new StillOpen(
            List.of(new OpenFinding(open, AgeRuling.UNKNOWN)),
            List.of(),
            List.of(
                new OverdueNotice(
                    open.fingerprint(),
                    open.type(),
                    open.site(),
                    new OverdueNotice.Counts(1, 0, 10, 0),
                    5,
                    new Holder(of(Redaction.Kind.THREADS), false, open.site()))),
            new LiveOverTime(
                List.of(
                    new LiveOverTime.Curve(
                        open.type(),
                        JVM,
                        1_764_000_000_000_000_000L,
                        List.of(
                            new LiveOverTime.Point(0, 1),
                            new LiveOverTime.Point(1, 2),
                            new LiveOverTime.Point(2, 3)),
                        20,
                        100)),
                List.of()));
    return new Findings(
        findings.recordings(),
        findings.totals(),
        findings.groups(),
        stillOpen,
        findings.misuses(),
        List.of(),
        true);
  }

  private static LeakFinding group(String method) {
    List<Suspect> suspects = new ArrayList<>(handedOver());
    suspects.addAll(ofRequests());
    LeakFinding group = Samples.leaks(method, 20);
    return new LeakFinding(
        group.origin(),
        group.counts(),
        suspects,
        List.of(life()),
        context(),
        group.ownership(),
        null,
        null,
        new LeakFinding.Contrast(
            new Tracks(
                20,
                0,
                List.of(
                    new Tracks.Step(
                        Tracks.Side.LEAKED,
                        Tracks.Kind.TOUCH,
                        null,
                        of(Redaction.Kind.NOTES),
                        20,
                        0)),
                0),
            Spread.NONE,
            Spread.NONE));
  }

  private static MisuseFinding misuse(String method) {
    MisuseFinding misuse = Samples.misuses("double-release", method, 7, 1);
    return new MisuseFinding(
            misuse.kind(),
            misuse.type(),
            1,
            of(Redaction.Kind.MESSAGES),
            misuse.site(),
            misuse.resourceIds())
        .with(new MisuseFinding.Lives(handedOver(), 1, 0, List.of(), List.of(life())));
  }

  /** What is really said of somebody that a note names. */
  private static List<Suspect> handedOver() {
    Events events = new Events().register(1);
    events.touch(1, "'" + of(Redaction.Kind.NOTES) + "#0' will handle", 1);
    events.check(5, "exit", new Totals(1, 0, 1, 0)).leak(5, 1);
    return events.findings().groups().get(0).suspects();
  }

  /** What is really said of a request: by a method of its own, and by another one. */
  private static List<Suspect> ofRequests() {
    Diagnosis.Group apart = new Diagnosis.Group(ways(20, "checkout"), ways(900, "cart"));
    Diagnosis.Group alike = new Diagnosis.Group(ways(20, "serve"), ways(900, "serve"));
    Context.Requests requests = context().requests();
    Clue.Told told = (Clue.Told) OfOneRequest.clues(requests, 20, apart).get(0).sign();
    List<Suspect> suspects = new ArrayList<>();
    suspects.add(suspect(told.words()));
    suspects.add(suspect("Somebody did. " + told.beside()));
    suspects.addAll(
        OfOneRequest.accompanied(List.of(suspect("Somebody did.")), requests, 20, alike));
    return suspects;
  }

  private static Suspect suspect(String evidence) {
    return new Suspect(
        EvidenceKind.REQUEST,
        new StackTraceElement("com.acme.Server", "serve", "Server.java", 7),
        0.5,
        evidence,
        Suspect.Confidence.LOW);
  }

  private static Ways ways(int times, String method) {
    Ways ways = new Ways("T");
    Site site = Events.site(method);
    for (int i = 0; i < times; i++) {
      ways.add(new Way(List.of(new Stop(Stop.Kind.REGISTER, site, 1, null)), null));
    }
    return ways;
  }

  private static Context context() {
    String request = of(Redaction.Kind.REQUESTS);
    StackTraceElement frame = Events.site("open").frames().get(0);
    return new Context(
        List.of(new Context.Thrown("a.Failed", of(Redaction.Kind.MESSAGES), frame, frame, 20)),
        0,
        List.of(),
        new Context.Requests(
            true,
            List.of(
                new Context.InRequest(
                    "POST /" + request + ": in which, but only", null, 20, 3, 20, request),
                new Context.InRequest("SELECT " + request, "GET /" + request, 0, 880, 0, null)),
            900));
  }

  private static History life() {
    String note = of(Redaction.Kind.NOTES);
    String message = of(Redaction.Kind.MESSAGES);
    Site site = Events.site("open");
    return new History(
        new Resource(0, 0x2a, of(Redaction.Kind.DESCRIPTIONS), JVM, 0),
        Samples.leaks("open", 1).origin(),
        Verdict.LEAKED,
        1L,
        new LifeSteps(
            false,
            0,
            List.of(
                step(Step.Kind.REGISTER, 0, of(Redaction.Kind.DESCRIPTIONS), site),
                step(Step.Kind.RETAIN, 1, null, site),
                step(Step.Kind.TOUCH, 2, note, site),
                step(Step.Kind.USE, 3, null, site),
                step(Step.Kind.MISUSE, 4, "double-release: " + message + ": " + message, site),
                step(Step.Kind.EXCEPTION, 5, "a.Failed: " + message, site),
                step(Step.Kind.LEAK, 6, "still registered at the exit check", site))),
        null);
  }

  private static Step step(Step.Kind kind, long time, @Nullable String note, Site site) {
    ThreadRef thread = new ThreadRef(of(Redaction.Kind.THREADS), 9);
    return new Step(kind, new Moment(1_764_000_000_000_000_000L + time, thread, site), 1L, 1, note);
  }
}

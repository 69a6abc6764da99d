package dev.rollcall.report.json;

import dev.rollcall.analysis.finding.History;
import dev.rollcall.analysis.finding.LeakOrigin;
import dev.rollcall.analysis.finding.LifeSteps;
import dev.rollcall.analysis.finding.Resource;
import dev.rollcall.analysis.finding.Step;
import dev.rollcall.analysis.finding.Verdict;
import dev.rollcall.common.Labels;
import dev.rollcall.recording.Jvm;
import dev.rollcall.recording.Moment;
import dev.rollcall.recording.Site;
import dev.rollcall.recording.ThreadRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads lives and sites back that {@link JsonHistory} wrote. */
final class JsonLives {
  private JsonLives() {}

  static History life(JsonFields life) throws MalformedReportException {
    List<Step> steps = life.list("history", JsonLives::step);
    Site site =
        steps.stream()
            .filter(step -> step.kind() == Step.Kind.REGISTER)
            .findFirst()
            .map(step -> step.moment().site())
            .orElse(Site.NONE);
    return new History(
        new Resource(
            life.whole("checkerId"),
            life.id("resourceId"),
            life.textOrNull("description"),
            life.has("jvm") ? life.object("jvm", JsonLives::jvm) : null,
            life.bytes("bytes")),
        new LeakOrigin(life.text("fingerprint"), life.text("type"), site),
        life.word("verdict", Verdict.values(), Verdict::word),
        life.numberOrNull("refCount"),
        new LifeSteps(
            life.flag("beginsBefore"),
            life.count("missingSteps"),
            steps,
            !life.has("followed") || life.flag("followed")),
        life.has("ownerId")
            ? new History.Owner(
                life.id("ownerId"), life.has("ownerType") ? life.text("ownerType") : "")
            : null);
  }

  private static Step step(JsonFields step) throws MalformedReportException {
    return new Step(
        step.word("kind", Step.Kind.values(), Step.Kind::word),
        new Moment(step.time("time"), step.object("thread", JsonLives::thread), site(step)),
        step.numberOrNull("refCount"),
        sequence(step),
        step.textOrNull("note"));
  }

  /** Sequences are compared modulo 2 to the 32nd. */
  private static @Nullable Integer sequence(JsonFields step) throws MalformedReportException {
    Long sequence = step.numberOrNull("sequence");
    return sequence == null ? null : (Integer) sequence.intValue();
  }

  private static ThreadRef thread(JsonFields thread) throws MalformedReportException {
    return new ThreadRef(thread.text("name"), thread.number("id"));
  }

  static Jvm jvm(JsonFields jvm) throws MalformedReportException {
    return new Jvm(
        jvm.number("pid"),
        jvm.timeOrZero("startedAt"),
        jvm.text("name"),
        jvm.text("version"),
        jvm.has("labels") ? jvm.object("labels", JsonFields::labels) : Labels.NONE,
        jvm.has("id") ? id(jvm) : "");
  }

  private static String id(JsonFields jvm) throws MalformedReportException {
    String id = jvm.text("id");
    if (!Jvm.isId(id)) {
      throw jvm.wrong("id", "16 hexadecimal digits");
    }
    return id;
  }

  /** The site of an object; older reports say of a group's only whether it is truncated. */
  static Site site(JsonFields of) throws MalformedReportException {
    boolean truncated = of.has("siteTruncated") && of.flag("siteTruncated");
    return new Site(of.list("site", JsonLives::frame), truncated);
  }

  static StackTraceElement frame(JsonFields frame) throws MalformedReportException {
    Long line = frame.numberOrNull("line");
    return new StackTraceElement(
        frame.text("class"),
        frame.text("method"),
        frame.has("file") ? frame.text("file") : null,
        line == null ? -1 : line.intValue());
  }
}

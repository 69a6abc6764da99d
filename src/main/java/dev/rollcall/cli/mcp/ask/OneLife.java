package dev.rollcall.cli.mcp.ask;

import dev.rollcall.analysis.finding.History;
import dev.rollcall.analysis.finding.Step;
import dev.rollcall.common.Words;
import dev.rollcall.recording.Jvm;
import dev.rollcall.report.ReportWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The life of one resource, as much of it as there is room for: its beginning and its end. */
final class OneLife {
  private static final int MOST_STEPS = 40;
  private static final int MOST_FRAMES = 16;
  private static final int ROOM = 12_000;

  private final History life;
  private final boolean stacks;
  private final StringBuilder text = new StringBuilder();
  private final List<Map<String, Object>> steps = new ArrayList<>();

  private OneLife(History life, boolean stacks) {
    this.life = life;
    this.stacks = stacks;
  }

  /** A row of it; {@code stacks}: with the whole stack of each step. */
  static Listing.Row row(History life, boolean stacks) {
    int most = MOST_STEPS;
    while (true) {
      Listing.Row row = new OneLife(life, stacks).row(most);
      if (most == 2 || row.size() <= ROOM) {
        return row;
      }
      most = Math.max(2, most / 2);
    }
  }

  private Listing.Row row(int most) {
    heading();
    int all = life.steps().size();
    int head = all <= most ? all : (most + 1) / 2;
    int tail = all <= most ? 0 : most / 2;
    String leftOut = "";
    life.steps().subList(0, head).forEach(this::step);
    if (head + tail < all) {
      leftOut =
          String.format(
              Locale.ROOT,
              "the %s from %d to %d %s left out%s",
              all - head - tail == 1 ? "step" : "steps",
              head + 1,
              all - tail,
              all - head - tail == 1 ? "is" : "are",
              stacks ? "; more are shown without stacks" : "");
      text.append("  (").append(leftOut).append(")\n");
    }
    life.steps().subList(all - tail, all).forEach(this::step);
    if (all == 0) {
      text.append("  none of its steps was recorded\n");
    }
    Fields fields = fields().with("steps", steps).text("stepsLeftOut", leftOut);
    return new Listing.Row(fields, text.toString().stripTrailing());
  }

  private Fields fields() {
    History.Owner owner = life.owner();
    Jvm jvm = life.jvm();
    String description = life.description();
    return new Fields()
        .with("id", Words.id(life.resourceId()))
        .text("type", life.type())
        .with("verdict", life.verdict().word())
        .with("fingerprint", Recorded.text(life.fingerprint()))
        .with("owner", owner == null ? null : Words.id(owner.resourceId()))
        .with("bytes", life.bytes() > 0 ? life.bytes() : null)
        .with("pid", jvm == null ? null : jvm.pid())
        .with("beginsBefore", life.beginsBefore() ? true : null)
        .with("followed", life.isFollowed() ? null : false)
        .with("missingSteps", life.missingSteps() > 0 ? life.missingSteps() : null)
        .some("recorded", new Fields().text("description", description));
  }

  private void heading() {
    text.append(Words.id(life.resourceId()))
        .append(' ')
        .append(Recorded.text(Words.type(life.type())))
        .append(", ")
        .append(life.verdict().word())
        .append(", group ")
        .append(Recorded.text(life.fingerprint()));
    String description = life.description();
    if (description != null) {
      text.append(", description ").append(Recorded.quoted(description));
    }
    if (life.beginsBefore()) {
      text.append(", begins before the recording");
    }
    if (life.missingSteps() > 0) {
      text.append(", ").append(Words.count(life.missingSteps(), "step")).append(" missing");
    }
    text.append(life.isFollowed() ? "\n" : ", not followed\n");
  }

  private void step(Step step) {
    String time = ReportWords.instant(step.moment().time()).toString();
    String thread = ReportWords.thread(step.moment().thread());
    String at = Parts.at(step.moment().site());
    List<String> frames =
        stacks ? Parts.frames(step.moment().site(), MOST_FRAMES) : List.<String>of();
    steps.add(
        new Fields()
            .with("time", time)
            .with("kind", step.kind().word())
            .with("refCount", step.refCount())
            .text("at", at)
            .some("site", frames)
            .some("recorded", new Fields().text("thread", thread).text("note", step.note()))
            .map());
    text.append("  ").append(time).append(' ').append(step.kind().word());
    if (step.refCount() != null) {
      text.append(", count ").append(step.refCount());
    }
    if (!at.isEmpty() && frames.isEmpty()) {
      text.append(", at ").append(at);
    }
    if (!thread.isEmpty()) {
      text.append(", thread ").append(Recorded.quoted(thread));
    }
    String note = step.note();
    if (note != null) {
      text.append(", note ").append(Recorded.quoted(note));
    }
    text.append('\n');
    frames.forEach(frame -> text.append("      ").append(frame).append('\n'));
  }
}

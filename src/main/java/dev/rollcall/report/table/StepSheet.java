package dev.rollcall.report.table;

import dev.rollcall.analysis.finding.Step;
import dev.rollcall.recording.ThreadRef;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lives of the examples, step by step. */
final class StepSheet {
  /** A step of an example; {@code number} begins with 1. */
  record Numbered(ResourceSheet.Example example, long number, Step step) {}

  static final Sheet<Numbered> SHEET =
      Sheet.<Numbered>of(
              "step", "A step in the life of a resource that is in `resource`, in order.")
          .all("fingerprint", Kind.TEXT, "the group", of -> of.example.group().fingerprint())
          .all("resource_id", Kind.INTEGER, "the resource", of -> of.example.life().resourceId())
          .all(
              "checker",
              Kind.INTEGER,
              "number of its checker",
              of -> (long) of.example.life().checkerId())
          .all("number", Kind.INTEGER, "1 for the first step that is known", Numbered::number)
          .all(
              "kind",
              Kind.TEXT,
              "`register`, `retain`, `release`, `touch`, `use`, `misuse`, `lost`, `exception`,"
                  + " `thread-end`, `unregister` or `leak`",
              of -> of.step.kind().word())
          .all("time", Kind.TIME, "when it happened", of -> of.step.moment().time())
          .some(
              "thread",
              Kind.TEXT,
              "on which thread; `#9` for one without a name",
              of -> thread(of.step.moment().thread()))
          .some(
              "ref_count",
              Kind.INTEGER,
              "the reference count after it, where it has one",
              of -> of.step.refCount())
          .some("note", Kind.TEXT, "what the program said at it", of -> of.step.note())
          .site("where it happened", of -> of.step.moment().site())
          .made();

  private StepSheet() {}

  static List<Numbered> of(ResourceSheet.Example example) {
    List<Numbered> steps = new ArrayList<>();
    for (Step step : example.life().steps()) {
      steps.add(new Numbered(example, steps.size() + 1, step));
    }
    return steps;
  }

  private static @Nullable String thread(ThreadRef thread) {
    return !thread.name().isEmpty() ? thread.name() : thread.id() == 0 ? null : "#" + thread.id();
  }
}

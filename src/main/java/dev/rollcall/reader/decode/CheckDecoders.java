package dev.rollcall.reader.decode;

import dev.rollcall.common.Labels;
import dev.rollcall.common.Phase;
import dev.rollcall.common.Trigger;
import dev.rollcall.recording.Jvm;
import dev.rollcall.recording.LifecycleEvent.Checkpoint;
import dev.rollcall.recording.LifecycleEvent.Condition;
import dev.rollcall.recording.LifecycleEvent.LeakCheck;
import dev.rollcall.recording.LifecycleEvent.LeakFound;
import dev.rollcall.recording.LifecycleEvent.LiveCounted;
import dev.rollcall.recording.LifecycleEvent.LiveFound;
import dev.rollcall.recording.LifecycleEvent.LiveGroup;
import dev.rollcall.recording.LifecycleEvent.Overdue;
import dev.rollcall.recording.LifecycleEvent.Registration;
import dev.rollcall.recording.Moment;
import dev.rollcall.recording.Totals;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Decoders of what leak checks and checkpoints say. */
final class CheckDecoders {
  private CheckDecoders() {}

  static Decoder leak(Columns columns, ResourceColumns resource) {
    int checkId = columns.of("checkId");
    Function<@Nullable Object[], Condition> condition = condition(columns);
    return row ->
        new LeakFound(
            resource.moment(row),
            resource.checkerId(row),
            resource.resourceId(row),
            resource.type(row),
            condition.apply(row),
            (int) Columns.number(row, checkId, 0));
  }

  static Decoder live(Columns columns, ResourceColumns resource, SharedConstants constants) {
    int registeredAt = columns.of("registeredAt");
    int registeredBy = columns.of("registeredBy");
    int sequence = columns.of("sequence");
    int site = columns.of("site");
    int description = columns.of("description");
    int ignored = columns.of("ignored");
    Function<@Nullable Object[], Condition> condition = condition(columns);
    return row ->
        new LiveFound(
            resource.moment(row),
            resource.checkerId(row),
            resource.resourceId(row),
            resource.type(row),
            condition.apply(row),
            new Registration(
                Columns.nanos(row, registeredAt),
                Objects.requireNonNullElse(Columns.text(row, registeredBy), ""),
                constants.site(Columns.text(row, site)),
                Columns.text(row, description)),
            (int) Columns.number(row, sequence, 0),
            Columns.flag(row, ignored));
  }

  static Decoder liveGroup(Columns columns, ResourceColumns resource, SharedConstants constants) {
    int fingerprint = columns.of("fingerprint");
    int site = columns.of("site");
    int count = columns.of("count");
    int ignored = columns.of("ignored");
    int bytes = columns.of("bytes");
    return row ->
        new LiveGroup(
            resource.moment(row),
            resource.checkerId(row),
            resource.type(row),
            Columns.text(row, fingerprint),
            constants.site(Columns.text(row, site)),
            Columns.count(row, count),
            Columns.flag(row, ignored),
            Columns.bytes(row, bytes));
  }

  static Decoder overdue(Columns columns, ResourceColumns resource, SharedConstants constants) {
    int returned = columns.of("returned");
    int age = columns.of("age");
    int expected = columns.of("expected");
    int fingerprint = columns.of("fingerprint");
    int site = columns.of("site");
    int holder = columns.of("holder");
    int holderEnded = columns.of("holderEnded");
    int holderStack = columns.of("holderStack");
    int others = columns.of("others");
    return row ->
        new Overdue(
            resource.moment(row),
            resource.checkerId(row),
            resource.resourceId(row),
            resource.type(row),
            Columns.flag(row, returned),
            new Overdue.Span(Columns.millis(row, age), Columns.millis(row, expected)),
            Columns.text(row, fingerprint),
            constants.site(Columns.text(row, site)),
            new Overdue.Holder(
                Objects.requireNonNullElse(Columns.text(row, holder), ""),
                Columns.flag(row, holderEnded),
                constants.site(Columns.text(row, holderStack))),
            Columns.count(row, others));
  }

  static Decoder liveCount(Columns columns, ResourceColumns resource) {
    int live = columns.of("live");
    int registered = columns.of("registered");
    return row ->
        new LiveCounted(
            resource.moment(row),
            resource.checkerId(row),
            resource.type(row),
            Columns.count(row, live),
            Columns.count(row, registered));
  }

  static Decoder leakCheck(Columns columns, ResourceColumns resource) {
    int checkId = columns.of("checkId");
    int trigger = columns.of("trigger");
    int leaked = columns.of("leaked");
    int test = columns.of("test");
    Function<@Nullable Object[], Totals> totals = totals(columns);
    return row ->
        new LeakCheck(
            resource.moment(row),
            resource.checkerId(row),
            (int) Columns.number(row, checkId, 0),
            Trigger.of(Objects.requireNonNullElse(Columns.text(row, trigger), "")),
            totals.apply(row),
            Columns.count(row, leaked),
            Objects.requireNonNullElse(Columns.text(row, test), ""));
  }

  static Decoder checkpoint(Columns columns, ResourceColumns resource) {
    int phase = columns.of("phase");
    int written = columns.of("written");
    int duration = columns.of("duration");
    int labels = columns.of("labels");
    int jvmId = columns.of("jvmId");
    Function<@Nullable Object[], Totals> totals = totals(columns);
    return row -> {
      Moment began = resource.moment(row);
      long ended = Math.addExact(began.time(), Math.max(0, Columns.span(row, duration)));
      return new Checkpoint(
          new Moment(ended, began.thread(), began.site()),
          resource.checkerId(row),
          Phase.of(Objects.requireNonNullElse(Columns.text(row, phase), "")),
          totals.apply(row),
          Columns.count(row, written),
          began.time(),
          labels(Columns.text(row, labels)),
          Jvm.id(Columns.number(row, jvmId, 0)));
    };
  }

  /** They are kept as often as there are checkpoints; what is longer is none of ours. */
  private static String labels(@Nullable String text) {
    return text == null || text.length() > Labels.LONGEST ? "" : text;
  }

  private static Function<@Nullable Object[], Condition> condition(Columns columns) {
    int refCount = columns.of("refCount");
    int age = columns.of("age");
    int state = columns.of("state");
    int fingerprint = columns.of("fingerprint");
    int ownerId = columns.of("ownerId");
    int bytes = columns.of("bytes");
    int followed = columns.of("followed");
    return row ->
        new Condition(
            Columns.number(row, refCount, -1),
            Columns.millis(row, age),
            "lost".equals(Columns.text(row, state)),
            Columns.text(row, fingerprint),
            Columns.count(row, ownerId),
            Columns.bytes(row, bytes),
            Columns.flag(row, followed, true));
  }

  private static Function<@Nullable Object[], Totals> totals(Columns columns) {
    int registered = columns.of("registered");
    int unregistered = columns.of("unregistered");
    int live = columns.of("live");
    int ignored = columns.of("ignored");
    int unfollowed = columns.of("unfollowed");
    int unfollowedEnded = columns.of("unfollowedEnded");
    return row ->
        new Totals(
            Columns.count(row, registered),
            Columns.count(row, unregistered),
            Columns.count(row, live),
            Columns.count(row, ignored),
            Columns.count(row, unfollowed),
            Columns.count(row, unfollowedEnded));
  }
}

package dev.rollcall.analysis;

import dev.rollcall.analysis.context.LifeContext;
import dev.rollcall.analysis.context.Throw;
import dev.rollcall.analysis.finding.History;
import dev.rollcall.analysis.finding.LeakOrigin;
import dev.rollcall.analysis.finding.LifeSteps;
import dev.rollcall.analysis.finding.Resource;
import dev.rollcall.analysis.finding.Step;
import dev.rollcall.analysis.finding.Verdict;
import dev.rollcall.analysis.life.Fingerprints;
import dev.rollcall.analysis.life.Gaps;
import dev.rollcall.analysis.life.LastCondition;
import dev.rollcall.analysis.life.Life;
import dev.rollcall.analysis.verdict.LastCheckpoint;
import dev.rollcall.analysis.verdict.Ruling;
import dev.rollcall.common.Trigger;
import dev.rollcall.common.Words;
import dev.rollcall.recording.Jvm;
import dev.rollcall.recording.LifecycleEvent;
import dev.rollcall.recording.LifecycleEvent.Condition;
import dev.rollcall.recording.LifecycleEvent.Counted;
import dev.rollcall.recording.LifecycleEvent.LeakCheck;
import dev.rollcall.recording.LifecycleEvent.LiveFound;
import dev.rollcall.recording.LifecycleEvent.Lost;
import dev.rollcall.recording.LifecycleEvent.Misused;
import dev.rollcall.recording.LifecycleEvent.Numbered;
import dev.rollcall.recording.LifecycleEvent.Registered;
import dev.rollcall.recording.LifecycleEvent.Registration;
import dev.rollcall.recording.LifecycleEvent.Touched;
import dev.rollcall.recording.LifecycleEvent.Unregistered;
import dev.rollcall.recording.LifecycleEvent.Used;
import dev.rollcall.recording.Moment;
import dev.rollcall.recording.Site;
import dev.rollcall.recording.ThreadRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Writes out lives as histories: registration first, then the steps in order, the end last. */
final class Histories {
  private Histories() {}

  static History of(
      int checkerId,
      @Nullable Jvm jvm,
      Life life,
      Ruling ruling,
      Verdict verdict,
      boolean countsOn,
      Fingerprints fingerprints,
      LifeContext lifeContext,
      LongFunction<String> ownerType) {
    Condition condition = ruling.leaked().get(life.resourceId());
    return new History(
        new Resource(checkerId, life.resourceId(), description(life), jvm, life.bytes()),
        new LeakOrigin(fingerprints.of(life, condition), life.type(), life.site()),
        verdict,
        refCount(life, condition),
        new LifeSteps(
            life.registered() == null && !life.isUnfollowed(),
            countsOn ? Gaps.missing(life) : 0,
            steps(life, ruling, verdict, lifeContext, ownerType),
            !life.isUnfollowed()),
        life.ownerId() == 0
            ? null
            : new History.Owner(life.ownerId(), ownerType.apply(life.ownerId())));
  }

  private static @Nullable String description(Life life) {
    if (life.registered() != null && life.registered().description() != null) {
      return life.registered().description();
    }
    return life.live() == null ? null : life.live().registration().description();
  }

  private static @Nullable Long refCount(Life life, @Nullable Condition condition) {
    if (condition != null && condition.refCount() >= 0) {
      return condition.refCount();
    }
    if (life.unregistered() == null) {
      long last = LastCondition.refCount(life);
      return last < 0 ? null : last;
    }
    Long last = null;
    for (Numbered step : life.ordered()) {
      if (step instanceof Counted counted) {
        last = counted.refCount();
      }
    }
    return last;
  }

  private static List<Step> steps(
      Life life,
      Ruling ruling,
      Verdict verdict,
      LifeContext lifeContext,
      LongFunction<String> ownerType) {
    List<Step> steps = new ArrayList<>();
    Registered registered = life.registered();
    LiveFound live = life.live();
    if (registered != null) {
      steps.add(step(registered, ownerType));
    } else if (live != null && live.registration().time() > 0) {
      steps.add(remembered(live.registration()));
    }
    life.ordered().forEach(step -> steps.add(step(step, ownerType)));
    if (life.unregistered() != null) {
      steps.add(step(life.unregistered(), ownerType));
    }
    // A misuse may follow the end: a double release does.
    life.asides().forEach(aside -> insertByTime(steps, step(aside, ownerType)));
    around(lifeContext).forEach(step -> insertByTime(steps, step));
    if (verdict == Verdict.LEAKED) {
      insertByTime(steps, found(life, ruling));
    }
    return steps;
  }

  /** What was no step of the life's own. */
  private static List<Step> around(LifeContext lifeContext) {
    List<Step> steps = new ArrayList<>(2);
    Throw thrown = lifeContext.thrown();
    if (thrown != null) {
      String message = thrown.event().message();
      Moment at = thrown.event().moment();
      steps.add(
          new Step(
              Step.Kind.EXCEPTION,
              new Moment(at.time(), at.thread(), thrown.site()),
              null,
              null,
              thrown.event().type() + (message == null ? "" : ": " + message)));
    }
    if (lifeContext.threadEnded() != null) {
      steps.add(
          new Step(
              Step.Kind.THREAD_END, lifeContext.threadEnded(), null, null, "the thread ended"));
    }
    return steps;
  }

  /** Puts a step without a sequence before the first one that is later. */
  private static void insertByTime(List<Step> steps, Step step) {
    int at = steps.size();
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).moment().time() > step.moment().time()) {
        at = i;
        break;
      }
    }
    steps.add(at, step);
  }

  private static Step step(LifecycleEvent.Step event, LongFunction<String> ownerType) {
    if (event instanceof Registered registered) {
      return new Step(Step.Kind.REGISTER, event.moment(), null, null, registered.description());
    }
    if (event instanceof Unregistered unregistered) {
      return new Step(
          Step.Kind.UNREGISTER,
          event.moment(),
          null,
          unregistered.sequence(),
          unregistered.byCollector() ? "by a cleaner or finalizer" : null);
    }
    if (event instanceof Counted counted) {
      return new Step(
          counted.retain() ? Step.Kind.RETAIN : Step.Kind.RELEASE,
          event.moment(),
          counted.refCount() < 0 ? null : counted.refCount(),
          counted.sequence(),
          by(counted.ownerId(), ownerType));
    }
    if (event instanceof Touched touched) {
      return new Step(Step.Kind.TOUCH, event.moment(), null, touched.sequence(), touched.note());
    }
    if (event instanceof Used used) {
      return new Step(Step.Kind.USE, event.moment(), null, used.sequence(), null);
    }
    if (event instanceof Misused misused) {
      String note =
          misused.message() == null ? misused.kind() : misused.kind() + ": " + misused.message();
      return new Step(Step.Kind.MISUSE, event.moment(), null, null, note);
    }
    Lost lost = (Lost) event;
    return new Step(
        Step.Kind.LOST, lost.moment(), null, null, "garbage-collected without being released");
  }

  private static @Nullable String by(long ownerId, LongFunction<String> ownerType) {
    if (ownerId == 0) {
      return null;
    }
    String type = ownerType.apply(ownerId);
    return "by " + Words.id(ownerId) + (type.isEmpty() ? "" : " (" + type + ")");
  }

  private static Step remembered(Registration registration) {
    Moment moment =
        new Moment(
            registration.time(), new ThreadRef(registration.thread(), 0), registration.site());
    return new Step(Step.Kind.REGISTER, moment, null, null, registration.description());
  }

  private static Moment withoutSite(Moment moment) {
    return new Moment(moment.time(), moment.thread(), Site.NONE);
  }

  private static Step found(Life life, Ruling ruling) {
    Condition condition = ruling.leaked().get(life.resourceId());
    LeakCheck check = ruling.check();
    LastCheckpoint checkpoint = ruling.checkpoint();
    Moment moment = new Moment(life.firstSeen(), ThreadRef.NONE, Site.NONE);
    String by = "the last checkpoint";
    if (check != null) {
      boolean atExit = check.trigger() == Trigger.EXIT;
      boolean ofTest = check.trigger() == Trigger.TEST;
      by = atExit ? "the exit check" : ofTest ? "the test's check" : "the program's check";
      // The exit check runs on Rollcall's own thread, so its site tells nothing.
      moment = atExit ? withoutSite(check.moment()) : check.moment();
    } else if (checkpoint != null) {
      moment = checkpoint.event().moment();
    }
    Long count = condition == null || condition.refCount() < 0 ? null : condition.refCount();
    return new Step(Step.Kind.LEAK, moment, count, null, "still registered at " + by);
  }

  /** Checker, then resource id: the order of examples. */
  static Comparator<History> order() {
    return Comparator.comparingInt(History::checkerId).thenComparingLong(History::resourceId);
  }
}

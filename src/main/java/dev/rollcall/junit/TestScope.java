package dev.rollcall.junit;

import dev.rollcall.LeakChecker;
import dev.rollcall.internal.ScopeCheck;
import dev.rollcall.internal.check.BlamedGroup;
import dev.rollcall.internal.scope.Blame;
import dev.rollcall.internal.scope.BlamedMisuse;
import dev.rollcall.internal.scope.Scope;
import dev.rollcall.internal.settings.SettingText;
import java.lang.reflect.AnnotatedElement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.support.AnnotationSupport;

/** The scope of a run, a class, or a test, with what annotations say of its check. */
final class TestScope extends Scope {
  private static final Duration DEFAULT_WAIT = Duration.ofSeconds(1);

  private final ScopeCheck check = new ScopeCheck(this, TestScope::whyIgnored);
  private volatile List<IgnoreRule> rules = List.of();
  private volatile @Nullable Duration waitAtMost;
  private volatile @Nullable Boolean misuses;
  private volatile @Nullable ScopeEnd awaited;
  private volatile boolean ran;

  TestScope(String name, @Nullable TestScope parent, boolean single) {
    super(name, parent, single);
  }

  /** Notes that this scope was opened before it is known which test it is for, and its end. */
  void await(ScopeEnd end) {
    awaited = end;
  }

  /** Whether it is not known yet which test this scope is for. */
  boolean isAwaited() {
    return awaited != null;
  }

  /** The end of a scope that is now known to be for a test; null if it had been known before. */
  @Nullable ScopeEnd takeAwaited() {
    ScopeEnd end = awaited;
    awaited = null;
    return end;
  }

  /** Takes on what the annotations of a class or method say; those around only ignore. */
  void configure(AnnotatedElement element, AnnotatedElement... around) {
    List<IgnoreRule> all = new ArrayList<>(IgnoreRule.of(element));
    for (AnnotatedElement one : around) {
      all.addAll(IgnoreRule.of(one));
    }
    rules = List.copyOf(all);
    Optional<LeakChecked> annotation = AnnotationSupport.findAnnotation(element, LeakChecked.class);
    if (annotation.isPresent()) {
      misuses = annotation.get().misuses();
      try {
        waitAtMost = SettingText.duration(annotation.get().waitAtMost());
      } catch (IllegalArgumentException e) {
        throw new ExtensionConfigurationException(
            "@LeakChecked(waitAtMost) on " + element + ": " + e.getMessage(), e);
      }
    }
  }

  /** Notes that a test has begun, rather than been skipped. */
  void run() {
    ran = true;
  }

  boolean hasRun() {
    return ran;
  }

  /** The checker of this scope's own. */
  LeakChecker checker() {
    return check.checker();
  }

  /** Waits for stragglers, looks what is left, and closes this scope. */
  Found end() {
    check.await(waitAtMost());
    List<BlamedGroup> leaks = check.leaks();
    check.ignored().forEach(wanted -> Summary.ignored(wanted.type(), wanted.reason()));
    List<BlamedMisuse> misused = takeMisuses();
    close();
    return new Found(leaks, failsForMisuse() ? misused : List.of());
  }

  /** Lets the recording of this test know what {@link #end} has found, and ends it with that. */
  void commit(Runnable endRecording) {
    check.commit(endRecording);
  }

  private Duration waitAtMost() {
    Duration own = waitAtMost;
    return own != null
        ? own
        : parent() instanceof TestScope around ? around.waitAtMost() : DEFAULT_WAIT;
  }

  private boolean failsForMisuse() {
    Boolean own = misuses;
    return own != null ? own : !(parent() instanceof TestScope around) || around.failsForMisuse();
  }

  /** Where it is not known who leaked, all who may have must want it. */
  private static @Nullable String whyIgnored(Blame blame, String type) {
    if (blame.isCertain()) {
      return whyIgnored(blame.scope(), type);
    }
    String reason = null;
    for (Scope candidate : blame.candidates()) {
      reason = whyIgnored(candidate, type);
      if (reason == null) {
        return null;
      }
    }
    return reason;
  }

  private static @Nullable String whyIgnored(@Nullable Scope scope, String type) {
    for (Scope around = scope; around instanceof TestScope test; around = test.parent()) {
      for (IgnoreRule rule : test.rules) {
        if (rule.type().matches(type)) {
          return rule.reason();
        }
      }
    }
    return null;
  }
}

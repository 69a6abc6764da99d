package dev.rollcall.spring;

import dev.rollcall.LeakChecker;
import dev.rollcall.LeakMode;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Whether the global checker is on. Its mode is fixed before Spring reads {@code
 * application.properties}, so a mode that is set there comes too late; then this says so.
 */
final class CheckerIsOn extends SpringBootCondition {
  @Override
  public ConditionOutcome getMatchOutcome(
      ConditionContext context, AnnotatedTypeMetadata metadata) {
    LeakMode mode = LeakChecker.global().mode();
    String wanted = context.getEnvironment().getProperty("rollcall.mode");
    if (wanted != null && !wanted.equalsIgnoreCase(mode.toString())) {
      LoggerFactory.getLogger("dev.rollcall")
          .warn(
              "rollcall.mode={} in Spring's properties has no effect, the mode is {}: start the JVM"
                  + " with -Drollcall.mode={}, or set ROLLCALL_MODE in its environment.",
              wanted,
              mode,
              wanted);
    }
    return new ConditionOutcome(
        mode != LeakMode.OFF, ConditionMessage.of("Rollcall's mode is " + mode));
  }
}

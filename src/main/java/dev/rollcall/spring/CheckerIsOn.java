package dev.rollcall.spring;

import dev.rollcall.LeakChecker;
import dev.rollcall.LeakMode;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether the global checker is on. */
final class CheckerIsOn extends SpringBootCondition {
  @Override
  public ConditionOutcome getMatchOutcome(
      ConditionContext context, AnnotatedTypeMetadata metadata) {
    LeakMode mode = LeakChecker.global().mode();
    return new ConditionOutcome(
        mode != LeakMode.OFF, ConditionMessage.of("Rollcall's mode is " + mode));
  }
}

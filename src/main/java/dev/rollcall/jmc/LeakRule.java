package dev.rollcall.jmc;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RunnableFuture;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.common.unit.IQuantity;
import org.openjdk.jmc.common.unit.UnitLookup;
import org.openjdk.jmc.common.util.IPreferenceValueProvider;
import org.openjdk.jmc.common.util.TypedPreference;
import org.openjdk.jmc.flightrecorder.rules.IResult;
import org.openjdk.jmc.flightrecorder.rules.IResultValueProvider;
import org.openjdk.jmc.flightrecorder.rules.IRule;
import org.openjdk.jmc.flightrecorder.rules.TypedResult;
import org.openjdk.jmc.flightrecorder.rules.util.JfrRuleTopics;
import org.openjdk.jmc.flightrecorder.rules.util.RulesToolkit.EventAvailability;

/**
 * Mission Control's rule "Leaked Resources". Found by its service loader; stateless, so that it can
 * be evaluated for many recordings at the same time.
 *
 * <p>A leak or a misuse is a warning, because it is proven and not guessed. Where the recording
 * proves that there is none the result is OK, and where it cannot prove it the result is
 * information that says why. A recording without Rollcall's events is not evaluated.
 */
public final class LeakRule implements IRule {
  /** How many groups of leaks, and of misuses, the explanation lists. */
  public static final TypedPreference<IQuantity> GROUPS =
      new TypedPreference<>(
          "rollcall.listedGroups",
          "Listed groups",
          "How many groups of leaked resources are listed, the largest first",
          UnitLookup.NUMBER,
          UnitLookup.NUMBER_UNITY.quantity(5));

  /** Every chunk has at least one. */
  private static final String CHECKPOINT = "rollcall.Checkpoint";

  /** For the service loader. */
  public LeakRule() {}

  @Override
  public String getId() {
    return "rollcall.LeakedResources";
  }

  @Override
  public String getTopic() {
    return JfrRuleTopics.JAVA_APPLICATION;
  }

  @Override
  public String getName() {
    return "Leaked Resources";
  }

  @Override
  public Map<String, EventAvailability> getRequiredEvents() {
    return Map.of(CHECKPOINT, EventAvailability.AVAILABLE);
  }

  @Override
  public Collection<TypedPreference<?>> getConfigurationAttributes() {
    return List.of(GROUPS);
  }

  @Override
  public Collection<TypedResult<?>> getResults() {
    return LeakResults.ALL;
  }

  /** A task that gives up soon when it is cancelled, even if its thread is not interrupted. */
  @Override
  public RunnableFuture<IResult> createEvaluation(
      IItemCollection items,
      IPreferenceValueProvider preferences,
      IResultValueProvider dependencies) {
    LeakEvaluation evaluation = new LeakEvaluation(this, items, preferences);
    return new FutureTask<>(evaluation) {
      @Override
      protected void done() {
        evaluation.stop();
      }
    };
  }
}

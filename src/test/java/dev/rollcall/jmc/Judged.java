package dev.rollcall.jmc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.common.unit.IQuantity;
import org.openjdk.jmc.common.util.IPreferenceValueProvider;
import org.openjdk.jmc.flightrecorder.JfrLoaderToolkit;
import org.openjdk.jmc.flightrecorder.rules.IResult;
import org.openjdk.jmc.flightrecorder.rules.IRule;
import org.openjdk.jmc.flightrecorder.rules.ResultToolkit;
import org.openjdk.jmc.flightrecorder.rules.RuleRegistry;
import org.openjdk.jmc.flightrecorder.rules.Severity;
import org.openjdk.jmc.flightrecorder.rules.TypedCollectionResult;
import org.openjdk.jmc.flightrecorder.rules.TypedResult;
import org.openjdk.jmc.flightrecorder.rules.util.RulesToolkit;

/** What Mission Control's automated analysis says of a recording, with the rule that it found. */
record Judged(IItemCollection items, IResult result) {
  static Judged of(Path file) throws Exception {
    return of(JfrLoaderToolkit.loadEvents(file.toFile()), null);
  }

  static Judged of(IItemCollection items, @Nullable IPreferenceValueProvider preferences)
      throws Exception {
    IRule rule = rule();
    Map<IRule, Future<IResult>> results =
        RulesToolkit.evaluateParallel(List.of(rule), items, preferences, 1);
    return new Judged(items, Objects.requireNonNull(results.get(rule)).get());
  }

  /** The rule, as the registry has found it. */
  static IRule rule() {
    List<IRule> rules =
        RuleRegistry.getRules().stream()
            .filter(rule -> rule.getId().equals("rollcall.LeakedResources"))
            .toList();
    assertThat(rules).hasSize(1);
    return rules.get(0);
  }

  Severity severity() {
    return result.getSeverity();
  }

  String summary() {
    return ResultToolkit.populateMessage(result, result.getSummary(), false);
  }

  String explanation() {
    return ResultToolkit.populateMessage(result, result.getExplanation(), false);
  }

  String solution() {
    return ResultToolkit.populateMessage(result, result.getSolution(), false);
  }

  long number(TypedResult<IQuantity> key) {
    return result.getResult(key).longValue();
  }

  double score() {
    return result.getResult(TypedResult.SCORE).doubleValue();
  }

  Collection<String> list(TypedCollectionResult<String> key) {
    return result.getResult(key);
  }
}

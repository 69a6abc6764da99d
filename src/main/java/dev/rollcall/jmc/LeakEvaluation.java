package dev.rollcall.jmc;

import dev.rollcall.analysis.Analysis;
import dev.rollcall.analysis.JvmLog;
import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.reader.decode.ParsedItems;
import dev.rollcall.recording.Recording;
import dev.rollcall.recording.UnreadableRecordingException;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.common.unit.UnitLookup;
import org.openjdk.jmc.common.util.IPreferenceValueProvider;
import org.openjdk.jmc.flightrecorder.rules.IResult;
import org.openjdk.jmc.flightrecorder.rules.util.RulesToolkit;

/** One evaluation of the rule. */
final class LeakEvaluation implements Callable<IResult> {
  private final LeakRule rule;
  private final IItemCollection items;
  private final IPreferenceValueProvider preferences;
  private volatile boolean stopped;

  LeakEvaluation(LeakRule rule, IItemCollection items, IPreferenceValueProvider preferences) {
    this.rule = rule;
    this.items = items;
    this.preferences = preferences;
  }

  /** Lets the evaluation give up soon, if it has not come to its end. */
  void stop() {
    stopped = true;
  }

  @Override
  public IResult call() {
    JvmLog roll = new JvmLog();
    Analysis analysis = new Analysis();
    try {
      Recording recording = ParsedItems.read(items, roll, roll.context(), () -> stopped);
      analysis.add(recording, roll, null);
    } catch (UnreadableRecordingException e) {
      return RulesToolkit.getNotApplicableResult(rule, preferences, e.getMessage());
    }
    Findings findings = analysis.findings(0);
    if (stopped) {
      throw new CancellationException();
    }
    int listed =
        preferences.getPreferenceValue(LeakRule.GROUPS).clampedIntFloorIn(UnitLookup.NUMBER_UNITY);
    return new LeakResult(rule, preferences, findings, Math.max(0, listed)).build(analysis);
  }
}

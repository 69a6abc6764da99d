package dev.rollcall.agent;

import dev.rollcall.LeakChecker;
import dev.rollcall.agent.hook.Hooks;
import dev.rollcall.agent.hook.Resources;
import dev.rollcall.agent.weave.BridgeDoor;
import dev.rollcall.common.Labels;
import dev.rollcall.common.Printable;
import dev.rollcall.common.Stderr;
import dev.rollcall.internal.ActiveChecker;
import dev.rollcall.internal.DefaultMode;
import dev.rollcall.internal.outside.Coverage;
import dev.rollcall.internal.outside.Log;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Where the JVM starts the agent: {@code -javaagent:rollcall-agent.jar=files,sockets,jdbc}, or at
 * run time. What it cannot do is said, and never stops the program; only options that mean nothing
 * do, for a check that was asked for and is not made reads as clean.
 */
public final class Agent {
  /** What whoever has sent the agent reads: what it watches, or why it does not. */
  private static final String COVERAGE = "dev.rollcall.coverage";

  private static final String REFUSAL = "dev.rollcall.refusal";

  /** The exit status where the options are wrong. */
  private static final int WRONG_USAGE = 2;

  private static final String LABELS = "rollcall.labels";

  private static final AtomicBoolean STARTED = new AtomicBoolean();

  private Agent() {}

  /** Called by the JVM before the program. */
  public static void premain(@Nullable String options, Instrumentation instrumentation) {
    if (!isUnderstood(options, instrumentation, false)) {
      Runtime.getRuntime().halt(WRONG_USAGE); // without the stack trace that the JVM would add
    }
  }

  /** Called by the JVM when it is attached to. */
  public static void agentmain(@Nullable String options, Instrumentation instrumentation) {
    boolean unused = isUnderstood(options, instrumentation, true); // the program is not to end
  }

  /** Starts it, if its options mean something; whatever else is wrong is said. */
  private static boolean isUnderstood(
      @Nullable String options, Instrumentation instrumentation, boolean isLate) {
    try {
      start(options, instrumentation, isLate);
    } catch (IllegalArgumentException wrong) {
      refuse(Printable.of(String.valueOf(wrong.getMessage())));
      return false;
    } catch (RuntimeException | Error e) {
      refuse("the agent watches nothing, because it could not start: " + e);
    }
    return true;
  }

  private static void start(
      @Nullable String text, Instrumentation instrumentation, boolean isLate) {
    AgentOptions options = AgentOptions.parse(text == null ? "" : text);
    if (!STARTED.compareAndSet(false, true)) {
      refuse("the agent runs already, with the options that it was started with.");
      return;
    }
    label(options);
    if (!(checker() instanceof ActiveChecker checker)) {
      refuse("the agent watches nothing, because the checker is off: rollcall.mode.");
      return;
    }
    Inventory inventory = new Inventory(options, isLate, Log::notice);
    try {
      watch(options, instrumentation, checker, inventory);
    } catch (ReflectiveOperationException | IOException | RuntimeException | LinkageError e) {
      refuse("the agent watches nothing, because this JVM does not let it: " + e);
      return;
    }
    Coverage.is(inventory::words);
    inventory.started();
    String words = inventory.words() + '.';
    publish(COVERAGE, words);
    System.clearProperty(REFUSAL);
    Stderr.print("Rollcall: " + words + System.lineSeparator());
  }

  /**
   * Adds a label, so that recordings and what is made of them say what was watched, too: before the
   * checker reads the labels, and unless there are as many as there may be.
   */
  private static void label(AgentOptions options) {
    String labels = System.getProperty(LABELS, "");
    if (labels.chars().filter(each -> each == ',').count() < Labels.MOST - 1) {
      String ours = Coverage.LABEL + '=' + options.words();
      System.setProperty(LABELS, labels.isBlank() ? ours : labels + ',' + ours);
    }
  }

  private static LeakChecker checker() {
    try {
      return DefaultMode.warn();
    } catch (IllegalArgumentException wrong) {
      String message = String.valueOf(wrong.getMessage());
      throw new IllegalArgumentException(message.replaceFirst("^Rollcall: ", ""), wrong);
    }
  }

  private static void watch(
      AgentOptions options,
      Instrumentation instrumentation,
      ActiveChecker checker,
      Inventory inventory)
      throws ReflectiveOperationException, IOException {
    BridgeDoor bridge = BridgeDoor.open(instrumentation);
    Hooks hooks = new Hooks();
    Resources resources = new Resources(checker);
    Transformer transformer = new Transformer(instrumentation, inventory);
    Rules rules = Profiles.rules(options, hooks, resources, transformer, inventory);
    resources.rehearse();
    hooks.rehearse();
    bridge.connect(hooks.table(), hooks.releases(), (failure, hook) -> failed(inventory, failure));
    checker.beforeChecks("agent", bridge::makeUp);
    rules.begin(instrumentation);
    transformer.start(rules);
  }

  private static void failed(Inventory inventory, Throwable failure) {
    if (!(failure instanceof VirtualMachineError)) {
      inventory.leaveOut("what failed when it was told of", failure.toString());
    }
  }

  private static void publish(String property, String words) {
    try {
      System.setProperty(property, words);
    } catch (SecurityException refused) {
      // It is printed, too.
    }
  }

  /** Tells whoever started the program, and whoever has sent the agent. */
  private static void refuse(String why) {
    publish(REFUSAL, why);
    try {
      Stderr.print("Rollcall: " + why + System.lineSeparator());
    } catch (SecurityException refused) {
      System.err.println("Rollcall: " + why); // in whatever encoding
    }
  }
}

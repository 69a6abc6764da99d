package dev.rollcall.event;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import jdk.jfr.Event;
import jdk.jfr.SettingControl;
import org.jspecify.annotations.Nullable;

/**
 * The JFR setting {@code lives}: of how many resources of each type a second a recording wants the
 * life. {@code all}, a number as in {@code 100/s}, or {@code off}. Of several recordings the one
 * that wants most gets it.
 *
 * <p>It lets every event pass: whether a life is followed is decided once, at its registration, and
 * not event by event. JFR makes one of these for each event that has the setting, by a constructor
 * without parameters; so each event has a class of its own, which keeps the number where the
 * checker finds it.
 */
public abstract class LivesSetting extends SettingControl {
  /** Stands for all lives. */
  public static final int ALL = -1;

  static final String DEFAULT = "all";

  private static final String OFF = "off";
  private static final String PER_SECOND = "/s";

  /** More than any program registers in a second. */
  private static final int MOST = 100_000_000;

  /**
   * Those of which JFR did not say what several recordings want together. JDK 17 forgets what it
   * was told when it asked, sets null, and does not ask again when it has the same recordings.
   */
  private static final Set<LivesSetting> UNKNOWN = ConcurrentHashMap.newKeySet();

  private final Class<? extends Event> event;
  private String value = DEFAULT;

  /** What JFR was told when it asked for the value of several recordings, and has not set yet. */
  private @Nullable String combined;

  /** Of {@code rollcall.Register}: lives that have steps at all. */
  public static final class OfSteps extends LivesSetting {
    static volatile int perSecond = ALL;

    /** Called by JFR. */
    public OfSteps() {
      super(RegisterEvent.class);
    }

    @Override
    void accept(int lives) {
      perSecond = lives;
    }
  }

  /** Of {@code rollcall.Use}: lives of these that have their uses, too. */
  public static final class OfUses extends LivesSetting {
    static volatile int perSecond = ALL;

    /** Called by JFR. */
    public OfUses() {
      super(UseEvent.class);
    }

    @Override
    void accept(int lives) {
      perSecond = lives;
    }
  }

  LivesSetting(Class<? extends Event> event) {
    this.event = event;
  }

  abstract void accept(int lives);

  @Override
  public String combine(Set<String> values) {
    String most = OFF;
    for (String one : values) {
      if (isMore(lives(one), lives(most))) {
        most = one;
      }
    }
    combined = most;
    return most;
  }

  private static boolean isMore(int lives, int than) {
    return than != ALL && (lives == ALL || lives > than);
  }

  /**
   * Called by JFR, which writes what this throws to its log.
   *
   * @throws IllegalArgumentException if the word means nothing. Then all are followed: rather too
   *     much is recorded than nothing
   */
  @Override
  public void setValue(@Nullable String wanted) {
    String known = wanted != null ? wanted : combined;
    combined = null;
    if (known == null) {
      UNKNOWN.add(this);
      return;
    }
    UNKNOWN.remove(this);
    value = known;
    int lives = lives(value);
    accept(lives);
    if (lives == ALL && !value.equals(DEFAULT)) {
      throw new IllegalArgumentException(
          "'" + value + "' is no number of lives: use all, off, or a number as in 100/s");
    }
  }

  /**
   * Finds out what JFR did not say. Called when a recording has changed its state.
   *
   * @param wanted what the running recordings say of an event
   */
  static void settle(Function<Class<? extends Event>, Set<String>> wanted) {
    UNKNOWN.removeIf(setting -> setting.isSettled(wanted.apply(setting.event)));
  }

  private boolean isSettled(Set<String> wanted) {
    if (wanted.isEmpty()) {
      return false;
    }
    value = combine(wanted);
    combined = null;
    accept(lives(value));
    return true;
  }

  @Override
  public String getValue() {
    return value;
  }

  private static int lives(String word) {
    if (word.equals(OFF)) {
      return 0;
    }
    int digits = word.length() - PER_SECOND.length();
    if (digits <= 0 || !word.endsWith(PER_SECOND)) {
      return ALL;
    }
    long number = 0;
    for (int i = 0; i < digits; i++) {
      int digit = word.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return ALL;
      }
      number = Math.min(10 * number + digit, MOST);
    }
    return (int) number;
  }
}

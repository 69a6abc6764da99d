package dev.rollcall.internal;

import dev.rollcall.LeakChecker;
import dev.rollcall.LeakMode;
import dev.rollcall.SiteMode;
import dev.rollcall.common.Printable;
import dev.rollcall.common.Stderr;
import dev.rollcall.internal.exit.Starting;
import dev.rollcall.internal.outside.Log;
import dev.rollcall.internal.settings.SettingText;
import dev.rollcall.internal.settings.Settings;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The checker of this process, made from the system properties when this class is initialised.
 *
 * <p>Whoever waits for a class to be initialised waits for all that its initialiser waits for. So
 * the initialiser only makes the checker, and what the checker needs of others is begun by those
 * who ask for it. In {@code OFF} all of it is inlined to nothing.
 */
public final class GlobalChecker {
  private static final @Nullable LeakChecker CHECKER;
  private static final boolean ON;

  /** Whether the first use came where stack or memory had run out; then there is no checker. */
  private static final boolean BROKEN;

  private static final String ERROR;

  static {
    LeakChecker off = OffChecker.INSTANCE;
    LeakChecker checker = null;
    String error = "";
    boolean broken = false;
    try {
      String mode = System.getenv("ROLLCALL_MODE");
      Settings settings =
          Settings.parse(
              properties(), Objects.requireNonNullElse(mode, DefaultMode.get().toString()));
      checker = settings.mode() == LeakMode.OFF ? off : ActiveChecker.global(settings);
    } catch (IllegalArgumentException e) {
      error = Printable.of(String.valueOf(e.getMessage()));
    } catch (VirtualMachineError spent) {
      // The classes that had no room to be initialised are lost for good, and the program is not.
      checker = off;
      broken = true;
    }
    BROKEN = broken;
    CHECKER = checker;
    ON = checker != null && checker != off;
    ERROR = error;
  }

  private static volatile boolean started;

  private GlobalChecker() {}

  /** See {@link LeakChecker#global}. */
  public static LeakChecker get() {
    if (CHECKER == null) {
      throw wrongSettings();
    }
    if (ON && !started) {
      start();
    }
    if (BROKEN && !started) {
      sayThatItIsOff();
    }
    return CHECKER;
  }

  private static void sayThatItIsOff() {
    Stderr.print(
        "rollcall: the checker is off, because it was first used where stack or memory had run out;"
            + " use it once when the program starts"
            + System.lineSeparator());
    started = true;
  }

  /** Several may come here at once, and again until all is over; see {@link Starting}. */
  private static void start() {
    boolean isStarted = CHECKER instanceof ActiveChecker checker && checker.isStarted();
    boolean hasBean =
        !SettingText.isOn(System.getProperty("rollcall.jmx", "off")) || Bean.REGISTERING.isOver();
    started = isStarted && hasBean;
  }

  /** Only where it is wanted. */
  private static final class Bean {
    static final Starting REGISTERING = new Starting("rollcall-jmx", GlobalChecker::registerBean);
  }

  /** One sentence for whoever set the property; a stack trace would help nobody. */
  private static IllegalArgumentException wrongSettings() {
    IllegalArgumentException wrong = new IllegalArgumentException("Rollcall: " + ERROR);
    wrong.setStackTrace(new StackTraceElement[0]);
    return wrong;
  }

  /** A checker apart from the global one; see {@link LeakChecker.Builder}. */
  public static LeakChecker separate(LeakMode mode, SiteMode sites, String ignore) {
    return mode == LeakMode.OFF
        ? OffChecker.INSTANCE
        : ActiveChecker.apart(Settings.separate(mode, sites, ignore), null).started();
  }

  /** By name: the runtime knows no adapter, and JMX is loaded only where it is wanted. */
  private static void registerBean() {
    try {
      Class.forName("dev.rollcall.jmx.LeakCheckerBean")
          .getMethod("register", LeakChecker.class)
          .invoke(null, CHECKER);
    } catch (ReflectiveOperationException | LinkageError e) {
      Throwable cause = e instanceof InvocationTargetException ? e.getCause() : e;
      Log.warn("Rollcall: rollcall.jmx=on has no effect: " + Printable.of(String.valueOf(cause)));
    }
  }

  private static Map<String, String> properties() {
    Properties properties = System.getProperties();
    return properties.stringPropertyNames().stream()
        .filter(name -> name.startsWith("rollcall."))
        .collect(Collectors.toMap(name -> name, properties::getProperty));
  }
}

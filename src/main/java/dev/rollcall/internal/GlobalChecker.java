package dev.rollcall.internal;

import dev.rollcall.LeakChecker;
import dev.rollcall.LeakMode;
import dev.rollcall.SiteMode;
import dev.rollcall.common.Printable;
import dev.rollcall.internal.check.Log;
import dev.rollcall.internal.settings.SettingText;
import dev.rollcall.internal.settings.Settings;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The checker of this process, made from the system properties when this class is initialised. */
public final class GlobalChecker {
  private static final @Nullable LeakChecker CHECKER;
  private static final String ERROR;

  static {
    LeakChecker checker = null;
    String error = "";
    try {
      String mode = System.getenv("ROLLCALL_MODE");
      checker =
          create(
              Settings.parse(
                  properties(), Objects.requireNonNullElse(mode, DefaultMode.get().toString())));
    } catch (IllegalArgumentException e) {
      error = Printable.of(String.valueOf(e.getMessage()));
    }
    CHECKER = checker;
    ERROR = error;
  }

  private GlobalChecker() {}

  /** See {@link LeakChecker#global}. */
  public static LeakChecker get() {
    if (CHECKER == null) {
      throw wrongSettings();
    }
    return CHECKER;
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
        : ActiveChecker.start(Settings.separate(mode, sites, ignore));
  }

  private static LeakChecker create(Settings settings) {
    if (settings.mode() == LeakMode.OFF) {
      return OffChecker.INSTANCE;
    }
    LeakChecker checker = ActiveChecker.startGlobal(settings);
    if (SettingText.isOn(System.getProperty("rollcall.jmx", "off"))) {
      registerBean(checker);
    }
    return checker;
  }

  /** By name: the runtime knows no adapter, and JMX is loaded only where it is wanted. */
  private static void registerBean(LeakChecker checker) {
    try {
      Class.forName("dev.rollcall.jmx.LeakCheckerBean")
          .getMethod("register", LeakChecker.class)
          .invoke(null, checker);
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

package dev.rollcall.junit;

import dev.rollcall.internal.DefaultMode;
import dev.rollcall.internal.settings.Settings;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Switches the global checker on, in mode warn, before any test class is loaded, and says at the
 * end what was checked. A mode that was set, also {@code off}, is left as it is. JUnit finds this
 * class by itself.
 */
@SuppressWarnings("exports")
public final class SwitchOn implements LauncherSessionListener {
  /** For JUnit. */
  public SwitchOn() {}

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    if (Settings.isModeSet()) {
      return;
    }
    try {
      DefaultMode.warn();
    } catch (IllegalArgumentException wrongSettings) {
      // The first checked test fails with it; without one, the first use of the checker does.
      return;
    }
  }

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    Summary.print();
  }
}

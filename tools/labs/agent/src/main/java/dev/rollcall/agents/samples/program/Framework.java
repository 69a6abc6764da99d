package dev.rollcall.agents.samples.program;

import java.util.Map;
import java.util.ServiceLoader;
import org.osgi.framework.launch.FrameworkFactory;

/** Runs a bundle in an OSGi framework. */
public final class Framework {
  private Framework() {}

  /** Whether to forget, the framework's directory, and the bundle. */
  public static void main(String[] arguments) throws Exception {
    org.osgi.framework.launch.Framework framework =
        ServiceLoader.load(FrameworkFactory.class)
            .findFirst()
            .orElseThrow()
            .newFramework(
                Map.of("org.osgi.framework.storage", arguments[1], "sample.forgets", arguments[0]));
    framework.start();
    framework.getBundleContext().installBundle(arguments[2]).start();
    framework.stop();
    framework.waitForStop(0);
  }
}

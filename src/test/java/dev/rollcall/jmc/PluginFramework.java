package dev.rollcall.jmc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.concurrent.Future;
import org.eclipse.osgi.launch.EquinoxFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.framework.wiring.FrameworkWiring;

/** Equinox with some bundles, each with a class loader of its own, as in Mission Control. */
final class PluginFramework implements AutoCloseable {
  private static final String RULES = "org.openjdk.jmc.flightrecorder.rules.";

  private final Framework framework;
  private final List<Bundle> bundles = new ArrayList<>();

  PluginFramework(Path storage) throws BundleException {
    framework =
        new EquinoxFactory().newFramework(Map.of(Constants.FRAMEWORK_STORAGE, storage.toString()));
    framework.start();
  }

  void install(Path jar) throws BundleException {
    bundles.add(framework.getBundleContext().installBundle(jar.toUri().toString()));
  }

  /** What the only rule of a bundle says of a recording; all classes are those of the bundles. */
  String evaluate(String symbolicName, Path recording) throws Exception {
    assertThat(framework.adapt(FrameworkWiring.class).resolveBundles(bundles)).isTrue();
    Bundle plugin =
        bundles.stream()
            .filter(bundle -> symbolicName.equals(bundle.getSymbolicName()))
            .findFirst()
            .orElseThrow();
    ClassLoader classes = plugin.adapt(BundleWiring.class).getClassLoader();
    List<?> rules =
        ServiceLoader.load(classes.loadClass(RULES + "IRule"), classes).stream()
            .map(ServiceLoader.Provider::get)
            .toList();
    assertThat(rules).hasSize(1);
    Object items =
        classes
            .loadClass("org.openjdk.jmc.flightrecorder.JfrLoaderToolkit")
            .getMethod("loadEvents", File.class)
            .invoke(null, recording.toFile());
    Map<?, ?> results =
        (Map<?, ?>)
            classes
                .loadClass(RULES + "util.RulesToolkit")
                .getMethod(
                    "evaluateParallel",
                    Collection.class,
                    classes.loadClass("org.openjdk.jmc.common.item.IItemCollection"),
                    classes.loadClass("org.openjdk.jmc.common.util.IPreferenceValueProvider"),
                    int.class)
                .invoke(null, rules, items, null, 1);
    Object result = ((Future<?>) results.values().iterator().next()).get();
    return get(rules.get(0), "IRule", "getId")
        + ": "
        + get(result, "IResult", "getSeverity")
        + ": "
        + get(result, "IResult", "getSummary");
  }

  private static Object get(Object target, String type, String name) throws Exception {
    Class<?> declaring =
        Objects.requireNonNull(target.getClass().getClassLoader()).loadClass(RULES + type);
    return declaring.getMethod(name).invoke(target);
  }

  @Override
  public void close() throws BundleException {
    framework.stop();
    try {
      framework.waitForStop(0);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

package dev.rollcall.internal.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rollcall.common.Labels;
import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The property {@code rollcall.labels}: labels as people write them, and {@code env} for what
 * OpenTelemetry and Kubernetes have in the environment. Without that word nothing of the
 * environment is read.
 *
 * <p>A label that somebody wrote for Rollcall is refused if it is wrong. The environment was
 * written for others, so it never stops a program: what cannot be a label is changed or left out.
 */
final class LabelText {
  private static final String ENVIRONMENT = "env";
  private static final String EXAMPLE = "use key=value, as in service=shop,version=1.4";

  /** The names that are long to read where there is no other; all of {@code k8s.*} are taken. */
  private static final Map<String, String> SHORT =
      Map.ofEntries(
          Map.entry("service.name", "service"),
          Map.entry("service.version", "version"),
          Map.entry("service.namespace", "service.namespace"),
          Map.entry("service.instance.id", "instance"),
          Map.entry("deployment.environment.name", "environment"),
          Map.entry("deployment.environment", "environment"),
          Map.entry("k8s.pod.name", "pod"),
          Map.entry("k8s.namespace.name", "namespace"),
          Map.entry("k8s.node.name", "node"),
          Map.entry("k8s.container.name", "container"),
          Map.entry("k8s.cluster.name", "cluster"));

  private static final String KUBERNETES = "k8s.";

  /** As Kubernetes' own examples of the downward API call them. */
  private static final Map<String, List<String>> DOWNWARD =
      Map.of(
          "pod", List.of("POD_NAME", "MY_POD_NAME"),
          "namespace", List.of("POD_NAMESPACE", "MY_POD_NAMESPACE"),
          "node", List.of("NODE_NAME", "MY_NODE_NAME"));

  private LabelText() {}

  /**
   * The labels in a list separated by commas.
   *
   * @throws IllegalArgumentException if one of them is wrong, or there are too many
   */
  static Labels parse(String text) {
    return parse(text, System::getenv);
  }

  static Labels parse(String text, UnaryOperator<@Nullable String> environment) {
    if (text.isBlank()) {
      return Labels.NONE;
    }
    Map<String, String> written = new LinkedHashMap<>();
    boolean withEnvironment = false;
    for (String part : text.split(",", -1)) {
      String label = part.strip();
      if (label.equals(ENVIRONMENT)) {
        withEnvironment = true;
      } else {
        add(label, written);
      }
    }
    if (written.size() > Labels.MOST) {
      throw new IllegalArgumentException(
          written.size() + " labels are too many: use " + Labels.MOST + " or fewer");
    }
    TreeMap<String, String> values = new TreeMap<>(written);
    if (withEnvironment) {
      ofEnvironment(environment)
          .forEach(
              (key, value) -> {
                if (values.size() < Labels.MOST) {
                  values.putIfAbsent(key, value);
                }
              });
    }
    return new Labels(values);
  }

  private static void add(String label, Map<String, String> values) {
    int end = label.indexOf('=');
    if (end < 0) {
      throw new IllegalArgumentException(
          "'" + label + "' is not a label: " + EXAMPLE + ", or env for those of the environment");
    }
    String key = label.substring(0, end).strip();
    String value = label.substring(end + 1).strip();
    if (!Labels.isKey(key)) {
      throw new IllegalArgumentException(
          "'"
              + key
              + "' is not the key of a label: use letters, digits, dots, dashes and underscores, "
              + Labels.LONGEST_KEY
              + " at most");
    }
    if (!Labels.isValue(value)) {
      throw new IllegalArgumentException(
          "the value of the label "
              + key
              + " is not usable: use 1 to "
              + Labels.LONGEST_VALUE
              + " printable characters without a comma");
    }
    if (values.putIfAbsent(key, value) != null) {
      throw new IllegalArgumentException(
          "the label " + key + " is there twice: leave one of them out");
    }
  }

  /** The more telling ones first, should there be too many. */
  private static Map<String, String> ofEnvironment(UnaryOperator<@Nullable String> environment) {
    SortedMap<String, String> resource = attributes(environment.apply("OTEL_RESOURCE_ATTRIBUTES"));
    Map<String, String> values = new LinkedHashMap<>();
    put(values, "service", environment.apply("OTEL_SERVICE_NAME"));
    DOWNWARD.forEach(
        (key, names) -> names.forEach(name -> put(values, key, environment.apply(name))));
    resource.forEach(
        (name, value) -> {
          String key = SHORT.get(name);
          if (key != null) {
            put(values, key, value);
          }
        });
    if (environment.apply("KUBERNETES_SERVICE_HOST") != null) {
      put(values, "pod", environment.apply("HOSTNAME"));
    }
    resource.forEach(
        (name, value) -> {
          if (name.startsWith(KUBERNETES) && !SHORT.containsKey(name) && Labels.isKey(name)) {
            put(values, name, value);
          }
        });
    return values;
  }

  private static void put(Map<String, String> values, String key, @Nullable String value) {
    if (value != null) {
      String usable = usable(value);
      if (!usable.isEmpty()) {
        values.putIfAbsent(key, usable);
      }
    }
  }

  /** What a label cannot hold becomes an underscore, and what is too long is cut. */
  private static String usable(String value) {
    StringBuilder out = new StringBuilder();
    value
        .strip()
        .codePoints()
        .limit(Labels.LONGEST_VALUE)
        .mapToObj(Character::toString)
        .map(each -> each.equals(" ") || Labels.isValue(each) ? each : "_")
        .takeWhile(each -> out.length() + each.length() <= Labels.LONGEST_VALUE)
        .forEach(out::append);
    return out.toString();
  }

  /**
   * The attributes in {@code OTEL_RESOURCE_ATTRIBUTES}, whose values are percent-encoded. As its
   * specification has it, all of it is left out if a part cannot be read.
   */
  private static SortedMap<String, String> attributes(@Nullable String text) {
    TreeMap<String, String> attributes = new TreeMap<>();
    if (text == null) {
      return attributes;
    }
    try {
      for (String part : text.split(",", -1)) {
        String attribute = part.strip();
        int end = attribute.indexOf('=');
        if (end > 0) {
          attributes.put(
              decoded(attribute.substring(0, end)), decoded(attribute.substring(end + 1)));
        } else if (!attribute.isEmpty()) {
          return new TreeMap<>();
        }
      }
      return attributes;
    } catch (IllegalArgumentException malformed) {
      return new TreeMap<>();
    }
  }

  private static String decoded(String text) {
    // A plus stands for itself: this is no form.
    return URLDecoder.decode(text.strip().replace("+", "%2B"), UTF_8);
  }
}

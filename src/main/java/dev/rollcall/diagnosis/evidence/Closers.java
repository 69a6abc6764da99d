package dev.rollcall.diagnosis.evidence;

import dev.rollcall.diagnosis.way.CallPath;
import dev.rollcall.diagnosis.way.CallPaths;
import dev.rollcall.diagnosis.way.Method;
import dev.rollcall.diagnosis.way.Stop;
import dev.rollcall.diagnosis.way.Ways;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * By which methods each class gives back what it has, learned from all released lives. A class that
 * took a resource and never gave it back has most likely forgotten it there.
 */
public final class Closers {
  private static final Pattern NAME =
      Pattern.compile("(?:destroy|close|release|dispose|shutdown|free)(?:\\P{Lower}.*)?");

  private static final Pattern ENDS =
      Pattern.compile(
          ".*(?:[dD]estroy|[cC]lose|[rR]elease|[dD]ispose|[sS]hutdown|[fF]ree|[dD]elete|[cC]lean[uU]p)"
              + "(?:\\P{Lower}.*)?");

  private final CallPaths paths;
  private final Map<String, Map<Method, Long>> closers = new HashMap<>();

  public Closers(CallPaths paths) {
    this.paths = paths;
  }

  public void learn(Collection<Ways> all) {
    for (Ways ways : all) {
      for (Ways.Count count : ways.commonestFirst()) {
        for (Stop stop : count.way().stops()) {
          if (stop.change() < 0) {
            learn(paths.of(stop), count.times());
          }
        }
      }
    }
  }

  private void learn(CallPath path, long times) {
    Set<Method> methods = new LinkedHashSet<>(path.methods());
    methods.addAll(path.agents());
    for (Method method : methods) {
      if (NAME.matcher(method.frame().getMethodName()).matches()) {
        closers
            .computeIfAbsent(method.frame().getClassName(), type -> new HashMap<>())
            .merge(method, times, Long::sum);
      }
    }
  }

  /** Whether a method ends something, as its name says. */
  public static boolean isNamedSo(Method method) {
    return ENDS.matcher(method.frame().getMethodName()).matches();
  }

  /** Those of the class of a method, most used first. */
  List<Method> ofClassOf(Method method) {
    return closers.getOrDefault(method.frame().getClassName(), Map.of()).entrySet().stream()
        .sorted(
            Map.Entry.<Method, Long>comparingByValue()
                .reversed()
                .thenComparing(entry -> entry.getKey().name(), Comparator.naturalOrder()))
        .map(Map.Entry::getKey)
        .toList();
  }
}

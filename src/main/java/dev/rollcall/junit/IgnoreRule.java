package dev.rollcall.junit;

import dev.rollcall.common.Glob;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.support.AnnotationSupport;

/** A type whose leaks are wanted, and why. */
record IgnoreRule(Glob type, String reason) {
  /** The rules that a class or a method is annotated with. */
  static List<IgnoreRule> of(AnnotatedElement element) {
    List<IgnoreRule> rules = new ArrayList<>();
    for (IgnoreLeaks rule :
        AnnotationSupport.findRepeatableAnnotations(element, IgnoreLeaks.class)) {
      if (rule.reason().isBlank() || rule.type().isBlank()) {
        throw new ExtensionConfigurationException(
            "@IgnoreLeaks on "
                + element
                + " needs a type and a reason: say why these leaks are accepted");
      }
      rules.add(new IgnoreRule(Glob.of(rule.type()), rule.reason()));
    }
    return List.copyOf(rules);
  }
}

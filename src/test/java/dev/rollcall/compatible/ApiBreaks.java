package dev.rollcall.compatible;

import static java.util.stream.Collectors.joining;

import japicmp.cmp.JApiCmpArchive;
import japicmp.cmp.JarArchiveComparator;
import japicmp.cmp.JarArchiveComparatorOptions;
import japicmp.filter.JavadocLikePackageFilter;
import japicmp.model.AccessModifier;
import japicmp.model.JApiBehavior;
import japicmp.model.JApiClass;
import japicmp.model.JApiCompatibility;
import japicmp.model.JApiCompatibilityChange;
import japicmp.model.JApiCompatibilityChangeType;
import japicmp.model.JApiField;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What programs that were compiled against a jar cannot do with another one. */
final class ApiBreaks {
  /** What hurts only those who extend a class, which nobody can do with a sealed one. */
  private static final Set<JApiCompatibilityChangeType> FOR_HEIRS =
      Set.of(
          JApiCompatibilityChangeType.METHOD_ABSTRACT_ADDED_TO_CLASS,
          JApiCompatibilityChangeType.METHOD_ADDED_TO_INTERFACE);

  private final List<String> breaks = new ArrayList<>();

  private ApiBreaks() {}

  /** In the packages that the old jar exports to all: one sentence each. */
  static List<String> between(Path before, Path now) {
    JarArchiveComparatorOptions options = new JarArchiveComparatorOptions();
    options.getIgnoreMissingClasses().setIgnoreAllMissingClasses(true);
    options.setAccessModifier(AccessModifier.PROTECTED);
    ModuleFinder.of(before).findAll().stream()
        .flatMap(module -> module.descriptor().exports().stream())
        .filter(exported -> !exported.isQualified())
        .map(Exports::source)
        .map(name -> new JavadocLikePackageFilter(name, true))
        .forEach(options.getFilters().getIncludes()::add);
    ApiBreaks api = new ApiBreaks();
    new JarArchiveComparator(options)
        .compare(
            new JApiCmpArchive(before.toFile(), "before"), new JApiCmpArchive(now.toFile(), "now"))
        .forEach(api::add);
    return api.breaks;
  }

  private void add(JApiClass type) {
    String name = type.getFullyQualifiedName();
    boolean isClosed = isClosed(type);
    add(name, type, isClosed);
    type.getInterfaces()
        .forEach(
            extended -> add(name + " " + extended.getFullyQualifiedName(), extended, isClosed));
    for (JApiField field : type.getFields()) {
      add(name + "." + field.getName(), field, isClosed);
    }
    type.getConstructors().forEach(constructor -> add(name, constructor, isClosed));
    type.getMethods().forEach(method -> add(name, method, isClosed));
  }

  private void add(String type, JApiBehavior behavior, boolean isClosed) {
    String parameters =
        behavior.getParameters().stream()
            .map(parameter -> parameter.getType().replaceFirst(".*[.]", ""))
            .collect(joining(", ", "(", ")"));
    add(type + "." + behavior.getName() + parameters, (JApiCompatibility) behavior, isClosed);
  }

  private void add(String what, JApiCompatibility compared, boolean isClosed) {
    for (JApiCompatibilityChange change : compared.getCompatibilityChanges()) {
      JApiCompatibilityChangeType kind = change.getType();
      boolean breaks = !kind.isBinaryCompatible() || !kind.isSourceCompatible();
      if (breaks && !(isClosed && FOR_HEIRS.contains(kind))) {
        breaks(what, kind);
      }
    }
  }

  private void breaks(String what, JApiCompatibilityChangeType kind) {
    breaks.add(what + ": " + kind.name().toLowerCase(Locale.ROOT).replace('_', ' '));
  }

  /** Whether nobody else is to extend or implement it. */
  private static boolean isClosed(JApiClass type) {
    if (type.getFullyQualifiedName().endsWith("MXBean")) {
      return true;
    }
    return type.getNewClass().isPresent()
        && type.getNewClass().get().getClassFile().getAttribute("PermittedSubclasses") != null;
  }
}

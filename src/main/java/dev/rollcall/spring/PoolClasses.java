package dev.rollcall.spring;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.DependencyDescriptor;
import org.springframework.beans.factory.support.AutowireCandidateResolver;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

/**
 * Answers an injection point that asks for a data source by its own class, as {@code
 * HikariDataSource}: with the bean as it was before it was replaced, if it is the one that Spring
 * would have injected. What is taken from it there is not tracked.
 */
final class PoolClasses {
  private final DefaultListableBeanFactory beans;
  private final Map<String, DataSource> replaced;

  private PoolClasses(DefaultListableBeanFactory beans, Map<String, DataSource> replaced) {
    this.beans = beans;
    this.replaced = replaced;
  }

  /**
   * A resolver that asks this first. A proxy, because the interface has grown from one version of
   * Spring to the next.
   */
  static AutowireCandidateResolver before(
      AutowireCandidateResolver resolver,
      DefaultListableBeanFactory beans,
      Map<String, DataSource> replaced) {
    PoolClasses classes = new PoolClasses(beans, replaced);
    return (AutowireCandidateResolver)
        Proxy.newProxyInstance(
            PoolClasses.class.getClassLoader(),
            new Class<?>[] {AutowireCandidateResolver.class},
            (proxy, method, arguments) -> {
              try {
                Object answer = method.invoke(resolver, arguments);
                return answer == null && method.getName().equals("getSuggestedValue")
                    ? classes.suggest((DependencyDescriptor) arguments[0])
                    : answer;
              } catch (InvocationTargetException e) {
                throw e.getTargetException();
              }
            });
  }

  private @Nullable DataSource suggest(DependencyDescriptor wanted) {
    Class<?> type = wanted.getDependencyType();
    if (type == DataSource.class || !DataSource.class.isAssignableFrom(type)) {
      return null;
    }
    List<String> candidates =
        names(type).stream().filter(name -> beans.isAutowireCandidate(name, wanted)).toList();
    String name = candidates.size() == 1 ? candidates.get(0) : choose(candidates, wanted);
    if (name == null) {
      return null;
    }
    Object bean = beans.getBean(name);
    DataSource before = replaced.get(name);
    return before != null && !type.isInstance(bean) && type.isInstance(before) ? before : null;
  }

  /** The beans of a class: those that were replaced, and those that Spring knows to be of it. */
  private Set<String> names(Class<?> type) {
    Set<String> names = new LinkedHashSet<>(List.of(beans.getBeanNamesForType(type, true, false)));
    replaced.forEach(
        (name, before) -> {
          if (type.isInstance(before)) {
            names.add(name);
          }
        });
    return names;
  }

  /** As Spring does: the primary one, or else the one of the name. */
  private @Nullable String choose(List<String> candidates, DependencyDescriptor wanted) {
    List<String> primary =
        candidates.stream()
            .filter(beans::containsBeanDefinition)
            .filter(name -> isPrimary(name))
            .toList();
    if (primary.size() == 1) {
      return primary.get(0);
    }
    return candidates.stream()
        .filter(name -> name.equals(wanted.getDependencyName()))
        .findFirst()
        .orElse(null);
  }

  private boolean isPrimary(String name) {
    BeanDefinition definition = beans.getMergedBeanDefinition(name);
    return definition.isPrimary();
  }
}

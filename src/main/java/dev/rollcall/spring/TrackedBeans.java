package dev.rollcall.spring;

import dev.rollcall.common.Glob;
import dev.rollcall.jdbc.TrackedDataSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/**
 * Puts a {@link TrackedDataSource} in the place of each data source bean.
 *
 * <p>Nothing that worked before may fail for it. Spring Boot reaches a pool by {@code unwrap}, so
 * its metrics and health checks work. Whoever injects a bean by the pool's own class gets the pool
 * itself, by way of {@link PoolClasses}. A data source that only leads to others keeps its class:
 * the others are tracked in its stead, so that no connection is tracked twice.
 */
final class TrackedBeans implements BeanPostProcessor, BeanFactoryPostProcessor {
  private static final boolean SPRING_JDBC =
      ClassUtils.isPresent(
          "org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource",
          TrackedBeans.class.getClassLoader());

  /** Beans of a scope of their own, which are reached through a proxy of their class. */
  private static final String SCOPED = "scopedTarget.";

  private final List<Glob> names;

  /** What was there before, by bean name. */
  private final Map<String, DataSource> replaced = new ConcurrentHashMap<>();

  TrackedBeans(Environment environment) {
    names =
        Binder.get(environment)
            .bind("rollcall.spring.data-sources", Bindable.listOf(String.class))
            .orElse(List.of("*"))
            .stream()
            .map(Glob::of)
            .toList();
  }

  @Override
  public void postProcessBeanFactory(ConfigurableListableBeanFactory factory) {
    if (factory instanceof DefaultListableBeanFactory beans) {
      beans.setAutowireCandidateResolver(
          PoolClasses.before(beans.getAutowireCandidateResolver(), beans, replaced));
    }
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    if (!(bean instanceof DataSource dataSource)
        || name.startsWith(SCOPED)
        || names.stream().noneMatch(glob -> glob.matches(name))) {
      return bean;
    }
    DataSource tracked = track(dataSource);
    if (tracked != bean) {
      replaced.put(name, dataSource);
    }
    return tracked;
  }

  /** The data source that is to be used; the same where it leads to others only. */
  static DataSource track(DataSource dataSource) {
    return SPRING_JDBC && LeadingDataSources.track(dataSource)
        ? dataSource
        : TrackedDataSource.wrap(dataSource);
  }
}

package dev.rollcall.spring;

import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;

/**
 * Spring's data sources that hand out the connections of others. Loaded where there is spring-jdbc.
 */
final class LeadingDataSources {
  private LeadingDataSources() {}

  /** Whether the data source is one of these; then those that it leads to are tracked. */
  static boolean track(DataSource dataSource) {
    if (dataSource instanceof DelegatingDataSource delegating) {
      DataSource target = delegating.getTargetDataSource();
      DataSource tracked = target == null ? null : TrackedBeans.track(target);
      if (tracked != null && tracked != target) {
        delegating.setTargetDataSource(tracked);
      }
      return true;
    }
    if (dataSource instanceof AbstractRoutingDataSource routing) {
      retarget(routing);
      return true;
    }
    return false;
  }

  private static void retarget(AbstractRoutingDataSource routing) {
    Map<Object, DataSource> before = routing.getResolvedDataSources();
    Map<Object, Object> tracked = new LinkedHashMap<>();
    before.forEach((key, target) -> tracked.put(key, TrackedBeans.track(target)));
    DataSource fallback = routing.getResolvedDefaultDataSource();
    DataSource trackedFallback = fallback == null ? null : TrackedBeans.track(fallback);
    if (!tracked.equals(before) || trackedFallback != fallback) {
      routing.setTargetDataSources(tracked);
      if (trackedFallback != null) {
        routing.setDefaultTargetDataSource(trackedFallback);
      }
      routing.afterPropertiesSet();
    }
  }
}

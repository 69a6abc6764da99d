package dev.rollcall.jmc;

import dev.rollcall.analysis.Analysis;
import dev.rollcall.analysis.Selection;
import dev.rollcall.analysis.finding.Verdict;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmc.common.item.Attribute;
import org.openjdk.jmc.common.item.IAttribute;
import org.openjdk.jmc.common.item.IItemQuery;
import org.openjdk.jmc.common.item.ItemFilters;
import org.openjdk.jmc.common.item.ItemQueryBuilder;
import org.openjdk.jmc.common.unit.IQuantity;
import org.openjdk.jmc.common.unit.UnitLookup;
import org.openjdk.jmc.flightrecorder.JfrAttributes;

/**
 * The registrations of what leaked, as a query: of all events only these have the stacks that a
 * flame graph of the leaks is made of.
 */
final class LeakQuery {
  /** Mission Control makes a filter for each of the ids. */
  private static final int MOST = 10_000;

  private static final IAttribute<IQuantity> RESOURCE_ID =
      Attribute.attr("resourceId", "Resource Id", UnitLookup.ADDRESS);

  private LeakQuery() {}

  /** The query; {@code null} if nothing leaked, or too much for a query. */
  static @Nullable IItemQuery of(Analysis analysis) {
    Set<IQuantity> ids =
        analysis
            .histories(new Selection.All())
            .filter(life -> life.verdict() == Verdict.LEAKED)
            .limit(MOST + 1L)
            .map(life -> UnitLookup.ADDRESS_UNITY.quantity(life.resourceId()))
            .collect(Collectors.toSet());
    if (ids.isEmpty() || ids.size() > MOST) {
      return null;
    }
    return ItemQueryBuilder.fromWhere(
            ItemFilters.and(
                ItemFilters.type("rollcall.Register"), ItemFilters.memberOf(RESOURCE_ID, ids)))
        .select(
            JfrAttributes.START_TIME,
            JfrAttributes.EVENT_THREAD,
            RESOURCE_ID,
            JfrAttributes.EVENT_STACKTRACE)
        .build();
  }
}

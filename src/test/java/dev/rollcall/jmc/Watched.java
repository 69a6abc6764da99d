package dev.rollcall.jmc;

import java.util.Iterator;
import java.util.Set;
import org.openjdk.jmc.common.item.IAggregator;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.common.item.IItemConsumer;
import org.openjdk.jmc.common.item.IItemFilter;
import org.openjdk.jmc.common.item.IItemIterable;
import org.openjdk.jmc.common.unit.IQuantity;
import org.openjdk.jmc.common.unit.IRange;

/** Items that tell when somebody begins to read them. */
record Watched(IItemCollection items, Runnable begun) implements IItemCollection {
  @Override
  public Iterator<IItemIterable> iterator() {
    begun.run();
    return items.iterator();
  }

  @Override
  public IItemCollection apply(IItemFilter filter) {
    return items.apply(filter);
  }

  @Override
  public <V, C extends IItemConsumer<C>> V getAggregate(IAggregator<V, C> aggregator) {
    return items.getAggregate(aggregator);
  }

  @Override
  public boolean hasItems() {
    return items.hasItems();
  }

  @Override
  @Deprecated
  public Set<IRange<IQuantity>> getUnfilteredTimeRanges() {
    return items.getUnfilteredTimeRanges();
  }
}

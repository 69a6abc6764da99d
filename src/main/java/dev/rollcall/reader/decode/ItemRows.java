package dev.rollcall.reader.decode;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmc.common.item.IAccessorKey;
import org.openjdk.jmc.common.item.IItem;
import org.openjdk.jmc.common.item.IItemIterable;
import org.openjdk.jmc.common.item.IMemberAccessor;
import org.openjdk.jmc.common.item.IType;
import org.openjdk.jmc.flightrecorder.parser.ValueField;

/**
 * Parsed items of one type, taken apart into the rows that the parser had made them of. One array
 * serves for all rows.
 */
final class ItemRows {
  private final List<ValueField> fields = new ArrayList<>();
  private final List<IMemberAccessor<?, IItem>> accessors = new ArrayList<>();
  private final Iterator<IItem> items;
  private final @Nullable Object[] row;

  ItemRows(IItemIterable items) {
    IType<IItem> type = items.getType();
    for (IAccessorKey<?> key : type.getAccessorKeys().keySet()) {
      IMemberAccessor<?, IItem> accessor = type.getAccessor(key);
      if (accessor != null) {
        String name = key.getIdentifier();
        fields.add(new ValueField(name, name, "", key.getContentType()));
        accessors.add(accessor);
      }
    }
    this.items = items.iterator();
    this.row = new Object[accessors.size()];
  }

  List<ValueField> fields() {
    return fields;
  }

  /** The next row; {@code null} after the last. It is overwritten by the one that follows. */
  @Nullable Object @Nullable [] next() {
    if (!items.hasNext()) {
      return null;
    }
    IItem item = items.next();
    for (int i = 0; i < row.length; i++) {
      row[i] = accessors.get(i).getMember(item);
    }
    return row;
  }
}

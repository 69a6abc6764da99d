package dev.rollcall.server;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a depot that ran, without having asked it to end.
 *
 * @param dump what {@code rollcall report} says of a dump
 * @param asked what {@code rollcall dump} says a moment later
 * @param watched what {@code rollcall watch} said meanwhile, one row for each type and time
 * @param answers how many requests were answered
 * @param fault an answer that was not as it must be, or what else went wrong
 */
record Seen(Dump dump, Dump asked, List<Row> watched, long answers, @Nullable String fault) {
  Seen {
    watched = List.copyOf(watched);
  }

  /**
   * A report of a dump.
   *
   * @param released how many resources had been released
   * @param groups what is open
   * @param found types of which the program itself found some that lived longer than expected
   * @param growing types and groups that grow
   */
  record Dump(long released, List<Group> groups, List<String> found, List<String> growing) {
    Dump {
      groups = List.copyOf(groups);
      found = List.copyOf(found);
      growing = List.copyOf(growing);
    }
  }

  /**
   * An open group.
   *
   * @param verdict on its ages: usual, unknown, overdue
   * @param suspect the method that is suspected first, with its class
   */
  record Group(String type, long count, String verdict, @Nullable String suspect) {
    boolean isUsual() {
      return verdict.equals("usual");
    }

    boolean isOverdue() {
      return verdict.equals("overdue");
    }
  }

  /**
   * A type at one time of the watch.
   *
   * @param oldestSeconds age of the oldest that is open
   * @param growing whether the watch says that ever more are open
   * @param overdue how many are overdue
   */
  record Row(String type, long open, double oldestSeconds, boolean growing, long overdue) {}
}

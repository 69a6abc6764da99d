package dev.rollcall.report.table;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** What is missing. */
final class LossSheet {
  /** The kind of what is missing where nothing of a file can be read. */
  static final String UNREADABLE = "unreadable";

  /** Something that a file lacks; {@code count}: how much, where that is known. */
  record Lack(String file, String kind, @Nullable Long count, String sentence) {
    static final Comparator<Lack> ORDER =
        Comparator.comparing(Lack::file).thenComparing(Lack::kind).thenComparing(Lack::sentence);
  }

  static final Sheet<Lack> SHEET =
      Sheet.<Lack>ofAny(
              "loss",
              "Something that is missing from a recording. Where `jvm` is null, a file could not be"
                  + " read, so that it is not known whose it is.")
          .all("file", Kind.TEXT, "the recording, as it was given", Lack::file)
          .all(
              "kind",
              Kind.TEXT,
              "`data-loss`, `chunk`, `unfinished`, `registrations`, `unregistrations`, `steps`,"
                  + " `leaks`, `checkpoint`, `verdict`, `no-events`, `contradiction` or"
                  + " `unreadable`",
              Lack::kind)
          .some("count", Kind.INTEGER, "how much of it, where that is known", Lack::count)
          .all("sentence", Kind.TEXT, "the same for a person", Lack::sentence)
          .made();

  private LossSheet() {}
}

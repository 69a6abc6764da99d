package dev.rollcall.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.analysis.Events;
import dev.rollcall.recording.LifecycleEvent.Registered;
import dev.rollcall.recording.Moment;
import dev.rollcall.recording.Site;
import dev.rollcall.recording.ThreadRef;
import dev.rollcall.recording.Totals;
import java.util.List;

/** A recording in which every name is out to do harm. */
public final class Hostile {
  /** What ends a quote, a tag, a section, a frame or a line, moves a cursor, or is no character. */
  public static final String NAME =
      "\u001b[2J\"'<b>]]>&amp;<![CDATA[\\\n\r\t;9 9\u0000\ufffe\uffff\u202e[x](http://e.example)"
          + "{0}</script>../../%2e\ud83d\ude00\ud800";

  private Hostile() {}

  /** One leak and one misuse, with {@link #NAME} wherever a name can be. */
  public static Events events() {
    return events(NAME);
  }

  /** One leak and one misuse, with a name wherever one can be. */
  public static Events events(String name) {
    Site site = new Site(List.of(new StackTraceElement("a." + name, name, name, 1)), false);
    Moment moment = new Moment(1_764_000_000_000_000_500L, new ThreadRef(name, 9), site);
    Events events = new Events();
    events.add(new Registered(moment, 0, 1, "T" + name, name));
    events.misuse(1, name).touch(1, name, 1);
    return events.check(5, "exit", new Totals(1, 0, 1, 0)).leak(5, 1, name, false);
  }

  /** Fails if a terminal would do anything with a text but show it. */
  public static void assertHarmless(String text) {
    assertThat(text).doesNotContain("\u202e");
    assertThat(text.chars().filter(c -> Character.isISOControl(c) && c != '\n')).isEmpty();
    assertThat(text.codePoints().filter(c -> Character.getType(c) == Character.SURROGATE))
        .isEmpty();
    assertThat(text).contains("\\u001b[2J");
  }
}

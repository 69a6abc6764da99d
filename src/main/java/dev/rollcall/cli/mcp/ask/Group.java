package dev.rollcall.cli.mcp.ask;

import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.analysis.finding.LeakFinding;
import dev.rollcall.analysis.finding.MisuseFinding;
import dev.rollcall.analysis.finding.OpenFinding;
import dev.rollcall.common.Words;
import dev.rollcall.diagnosis.Suspect;
import dev.rollcall.gate.Key;
import dev.rollcall.recording.Site;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A group of any status: what leaked, was open, or was misused.
 *
 * @param leaks what is known of the leaked or open ones; {@code null} for misuses
 * @param open the same with their ages; {@code null} unless they are open
 * @param misuse what is known of misuses; {@code null} for others
 */
record Group(
    Status status,
    String fingerprint,
    @Nullable LeakFinding leaks,
    @Nullable OpenFinding open,
    @Nullable MisuseFinding misuse) {

  /** What became of the resources. */
  enum Status {
    LEAKED,
    OPEN,
    MISUSED;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static List<String> words() {
      return Stream.of(values()).map(Status::word).toList();
    }

    static Status of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  /** Those of a status, in the order of reports. */
  static List<Group> of(Findings findings, Status status) {
    return switch (status) {
      case LEAKED ->
          findings.groups().stream()
              .map(leak -> new Group(status, leak.fingerprint(), leak, null, null))
              .toList();
      case OPEN ->
          findings.open().groups().stream()
              .map(open -> new Group(status, open.fingerprint(), open.group(), open, null))
              .toList();
      case MISUSED ->
          findings.misuses().stream()
              .map(misuse -> new Group(status, Key.of(misuse).fingerprint(), null, null, misuse))
              .toList();
    };
  }

  /** Whether it is called that, in full or as answers have it. */
  boolean isCalled(String name) {
    return fingerprint.equals(name) || Recorded.text(fingerprint).equals(name);
  }

  String type() {
    return leaks != null ? leaks.type() : misuse != null ? misuse.type() : "";
  }

  long count() {
    return leaks != null ? leaks.count() : misuse != null ? misuse.count() : 0;
  }

  Site site() {
    return leaks != null ? leaks.site() : misuse != null ? misuse.site() : Site.NONE;
  }

  List<Suspect> suspects() {
    return leaks != null
        ? leaks.suspects()
        : misuse != null ? misuse.lives().suspects() : List.of();
  }

  /** What every answer says of it. */
  Fields fields() {
    return new Fields()
        .with("fingerprint", Recorded.text(fingerprint))
        .with("status", status.word())
        .with("kind", misuse == null ? null : Recorded.text(misuse.kind()))
        .text("type", type())
        .with("count", count())
        .with("bytes", leaks == null || leaks.bytes() == 0 ? null : leaks.bytes())
        .with("ages", open == null ? null : open.ages().verdict().name().toLowerCase(Locale.ROOT))
        .text("at", Parts.at(site()));
  }

  static Schema schema() {
    return new Schema()
        .must("fingerprint", Schema.text("its name, the same in every build"))
        .must("status", Schema.word("what became of the resources", Status.words()))
        .may("kind", Schema.text("how they were misused"))
        .may("type", Schema.text("their class"))
        .must("count", Schema.number("how many they are"))
        .may("bytes", Schema.number("how many bytes they hold, where that is known"))
        .may(
            "ages",
            Schema.text("of open ones: whether they are older than released siblings became"))
        .may("at", Schema.text("where in the program they were registered, or misused"));
  }

  /** The same in one line. */
  String line() {
    String place = Parts.at(site());
    return String.format(
        Locale.ROOT,
        "%,d x %s %s%s, group %s",
        count(),
        Recorded.text(Words.type(type())),
        misuse == null ? status.word() : Recorded.text(misuse.kind()),
        place.isEmpty() ? "" : (misuse == null ? ", registered at " : " at ") + place,
        Recorded.text(fingerprint));
  }
}

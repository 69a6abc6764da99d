package dev.rollcall.cli.mcp.ask;

import dev.rollcall.common.Words;
import dev.rollcall.diagnosis.Suspect;
import dev.rollcall.recording.Site;
import dev.rollcall.report.ReportWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What several answers have in common. */
final class Parts {
  private static final int MOST_PROBLEMS = 10;
  private static final int MOST_SITE_BYTES = 4_000;

  private Parts() {}

  /** A suspect, as fields. */
  static Fields suspect(Suspect suspect) {
    StackTraceElement frame = suspect.frame();
    return new Fields()
        .text("method", frame.getClassName() + '.' + frame.getMethodName())
        .text("at", Words.frame(frame))
        .with("kind", suspect.kind().word())
        .with("confidence", suspect.confidence().word())
        .with("score", suspect.score())
        .text("found", suspect.found())
        .text("todo", suspect.todo());
  }

  static Map<String, Object> suspectSchema() {
    return new Schema()
        .may("method", Schema.text("the method, as class.method"))
        .may("at", Schema.text("the method with its file and line"))
        .must("kind", Schema.text("what kind of evidence it is"))
        .must("confidence", Schema.word("how sure it is", List.of("high", "medium", "low")))
        .must("score", Schema.fraction("how strongly the evidence speaks against it, 0 to 1"))
        .may("found", Schema.text("what was found"))
        .may("todo", Schema.text("what to do about it"))
        .map();
  }

  /** A suspect, as one line. */
  static String line(Suspect suspect) {
    return Recorded.text(ReportWords.suspect(suspect));
  }

  /** Where in the program it is; empty where no stack was recorded. */
  static String at(Site site) {
    StackTraceElement frame = ReportWords.application(site);
    return frame == null ? "" : Recorded.frame(frame);
  }

  /** Frames, innermost first, as many as there is room for; the last says how many are left out. */
  static List<String> frames(Site site, int most) {
    List<String> frames = new ArrayList<>();
    int bytes = 0;
    for (StackTraceElement frame : site.frames()) {
      String line = Recorded.frame(frame);
      bytes += Answer.size(line);
      if (frames.size() == most || bytes > MOST_SITE_BYTES) {
        break;
      }
      frames.add(line);
    }
    int rest = site.frames().size() - frames.size();
    if (rest > 0) {
      frames.add("... (" + Words.count(rest, "more frame") + ")");
    } else if (site.truncated()) {
      frames.add("... (cut off at the recording's stackdepth)");
    }
    return frames;
  }

  /** What could not be read, as a field and as lines. */
  static void problems(List<String> problems, Fields fields, StringBuilder text) {
    sentences("problems", "Not read: ", problems, fields, text);
  }

  /** Sentences, as a field and as lines: the first ones, and how many more there are. */
  static void sentences(
      String name, String lead, List<String> sentences, Fields fields, StringBuilder text) {
    List<String> told = new ArrayList<>();
    // One that two files share is told once.
    Set<String> seen = new TreeSet<>();
    for (String sentence : sentences) {
      String harmless = Recorded.text(sentence);
      if (seen.add(harmless)) {
        told.add(harmless);
      }
    }
    if (told.size() > MOST_PROBLEMS) {
      int rest = told.size() - MOST_PROBLEMS;
      told.subList(MOST_PROBLEMS, told.size()).clear();
      told.add("and " + Words.count(rest, "more sentence") + " of this sort; losses has all");
    }
    fields.some(name, told);
    told.forEach(sentence -> text.append(lead).append(sentence).append('\n'));
  }

  /** Labels, in one line. */
  static String labels(Map<String, String> labels) {
    return labels.entrySet().stream()
        .map(label -> label.getKey() + ' ' + Recorded.quoted(label.getValue()))
        .collect(Collectors.joining(", "));
  }
}

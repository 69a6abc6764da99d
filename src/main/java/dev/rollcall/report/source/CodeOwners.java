package dev.rollcall.report.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who owns which files, as a CODEOWNERS file of GitHub, GitLab or Gitea says it: of the lines whose
 * pattern matches a path the last one counts; in a file with sections, that of each section.
 */
public final class CodeOwners {
  /** {@code [Name]}, {@code ^[Name][2] @default}: how many have to approve is not our concern. */
  private static final Pattern SECTION = Pattern.compile("\\^?\\[([^\\]]+)](?:\\[\\d+])?(.*)");

  private static final Pattern OWNER = Pattern.compile("@\\S+|[^@\\s]+@[^@\\s]+");

  /** Up to the first blank without a backslash before it. */
  private static final Pattern PATTERN = Pattern.compile("(?:[^\\\\ \t]|\\\\.)+");

  private final List<Section> sections;

  /** Rules of which the last that matches counts. */
  private record Section(String name, List<String> defaults, List<Rule> rules) {}

  private record Rule(Pattern path, List<String> owners) {}

  private CodeOwners(List<Section> sections) {
    this.sections = sections;
  }

  /**
   * Reads a file.
   *
   * @param name what the file is called, for errors
   * @throws IllegalArgumentException if it is none, with a sentence for the user
   */
  public static CodeOwners parse(String name, String text) {
    List<Section> sections = new ArrayList<>();
    Section current = section(sections, "", List.of());
    // Only GitLab has sections, and there a pattern holds at any depth unless it begins with /.
    boolean anyDepth = text.lines().anyMatch(line -> header(line) != null);
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      String place = name + ":" + number;
      Matcher header = header(line);
      if (header != null) {
        String title = header.group(1).toLowerCase(Locale.ROOT);
        current = section(sections, title, owners(header.group(2), place));
      } else if (!line.isBlank() && !line.strip().startsWith("#")) {
        current.rules().add(rule(line.strip(), anyDepth, current.defaults(), place));
      }
    }
    return new CodeOwners(sections);
  }

  /** The header of a section; {@code null} for any other line, as one with a pattern. */
  private static @Nullable Matcher header(String line) {
    Matcher header = SECTION.matcher(line.strip());
    return header.matches() && areOwners(header.group(2)) ? header : null;
  }

  /** A section that is named twice is one; the first says who owns what names nobody. */
  private static Section section(List<Section> sections, String name, List<String> defaults) {
    for (Section section : sections) {
      if (section.name().equals(name)) {
        return section;
      }
    }
    Section section = new Section(name, defaults, new ArrayList<>());
    sections.add(section);
    return section;
  }

  private static Rule rule(String line, boolean anyDepth, List<String> defaults, String place) {
    Matcher pattern = PATTERN.matcher(line);
    if (!pattern.lookingAt()) {
      throw new IllegalArgumentException(place + ": '" + line + "' is no pattern of a path");
    }
    List<String> owners = owners(line.substring(pattern.end()), place);
    return new Rule(
        PathPattern.of(pattern.group(), anyDepth), owners.isEmpty() ? defaults : owners);
  }

  private static List<String> owners(String text, String place) {
    List<String> owners = new ArrayList<>();
    for (String word : words(text)) {
      if (!OWNER.matcher(word).matches()) {
        throw new IllegalArgumentException(
            place
                + ": '"
                + word
                + "' is no owner; write @name, @org/team or an e-mail address, or name a file whose"
                + " lines are a pattern and its owners");
      }
      owners.add(word);
    }
    return List.copyOf(owners);
  }

  private static boolean areOwners(String text) {
    return words(text).stream().allMatch(OWNER.asMatchPredicate());
  }

  /** The words of a text before its comment. */
  private static List<String> words(String text) {
    return Arrays.stream(text.strip().split("\\s+"))
        .takeWhile(word -> !word.startsWith("#"))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  /**
   * Who owns a file; empty for nobody.
   *
   * @param path from the root of the repository on, with / between its parts
   */
  public List<String> of(String path) {
    Set<String> owners = new LinkedHashSet<>();
    for (Section section : sections) {
      List<String> last = List.of();
      for (Rule rule : section.rules()) {
        last = rule.path().matcher(path).matches() ? rule.owners() : last;
      }
      owners.addAll(last);
    }
    return List.copyOf(owners);
  }
}

package dev.rollcall.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code page.html} with its scripts and styles inside it, and a policy that lets a browser run
 * these and nothing else, and ask nobody for anything. Two places are filled anew for each report:
 * the data, and what is shown where scripts do not run.
 */
final class PageTemplate {
  private static final String PAGE = "page.html";
  private static final Pattern SCRIPT = Pattern.compile("<script src=\"([^\"]+)\"></script>");
  private static final Pattern STYLE =
      Pattern.compile("<link rel=\"stylesheet\" href=\"([^\"]+)\" ?/?>");

  /** A library brings its style as text that it adds itself. */
  private static final Pattern OWN_STYLE = Pattern.compile("textContent=`([^`]*)`");

  private static final String CHARSET = "<meta charset=\"utf-8\">";
  private static final String DATA = "<script id=\"data\" type=\"application/json\">";
  private static final String WITHOUT_SCRIPTS = "<pre id=\"text\">";
  private static final String LIBRARIES = "lib/libraries.txt";

  private final List<String> scripts = new ArrayList<>();
  private final List<String> styles = new ArrayList<>();

  private PageTemplate() {}

  /**
   * The page as three parts: the text for where scripts do not run goes between the first two, the
   * data between the last two.
   */
  record Parts(String beforeText, String beforeData, String end) {}

  /** The page without data. */
  static Parts parts() {
    String page = new PageTemplate().page();
    int text = after(page, WITHOUT_SCRIPTS);
    int data = after(page, DATA);
    return new Parts(
        page.substring(0, text),
        page.substring(page.indexOf("</pre>", text), data),
        page.substring(page.indexOf("</script>", data)));
  }

  private static int after(String page, String mark) {
    int at = page.indexOf(mark);
    if (at < 0) {
      throw new IllegalStateException(PAGE + " lacks " + mark);
    }
    return at + mark.length();
  }

  private String page() {
    String styled = inline(STYLE, read(PAGE), this::style);
    String whole = inline(SCRIPT, styled, this::script);
    return whole
        .replace("<div id=\"licences\"></div>", "<div id=\"licences\">" + licences() + "</div>")
        .replaceFirst(CHARSET, Matcher.quoteReplacement(CHARSET + '\n' + policy()));
  }

  private static String inline(Pattern pattern, String page, Function<MatchResult, String> by) {
    return pattern.matcher(page).replaceAll(found -> Matcher.quoteReplacement(by.apply(found)));
  }

  private String style(MatchResult link) {
    String text = read(link.group(1));
    styles.add(hash(text));
    return "<style>" + text + "</style>";
  }

  private String script(MatchResult link) {
    String text = read(link.group(1)).replace("</script", "<\\/script");
    scripts.add(hash(text));
    OWN_STYLE.matcher(text).results().forEach(own -> styles.add(hash(own.group(1))));
    return "<script>" + text + "</script>";
  }

  private String policy() {
    return "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src "
        + String.join(" ", scripts)
        + "; style-src "
        + String.join(" ", styles)
        + "; base-uri 'none'; form-action 'none'\">";
  }

  private static String licences() {
    StringBuilder out = new StringBuilder();
    for (String line : read(LIBRARIES).split("\n", -1)) {
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      String[] library = line.split(" ", -1);
      out.append("<details><summary>")
          .append(library[1] + ' ' + library[2] + " (" + library[3] + ')')
          .append("</summary><pre>")
          .append(escaped(read("lib/" + library[0] + "/LICENSE")))
          .append("</pre></details>");
    }
    return out.toString();
  }

  /** Text that a page shows as it is. */
  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every JDK has it
    }
  }

  private static String read(String name) {
    try (InputStream in = PageTemplate.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + name + " of the page");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

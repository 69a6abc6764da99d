package dev.rollcall.cli.page;

import dev.rollcall.cli.option.Format;
import dev.rollcall.cli.option.OutputOption;
import dev.rollcall.cli.option.ResultStream;
import dev.rollcall.cli.option.UsageException;
import dev.rollcall.cli.option.WholeFile;
import dev.rollcall.common.Paragraph;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A page in a temporary file, which its owner alone can read, and which stays for the browser; the
 * browser opens it as soon as it is written.
 */
public final class ViewedPage implements ReportTarget {
  private static final int LONGEST_NAME = 60;

  private final String name;
  private final Browser browser;

  /**
   * One of some recordings.
   *
   * @param files as the user names them; the file is called after the first
   */
  public ViewedPage(List<String> files, Browser browser) {
    this.name = name(files.isEmpty() ? "" : files.get(0));
    this.browser = browser;
  }

  /** What may be part of the name of a file anywhere. */
  private static String name(String file) {
    String last = file.substring(file.replace('\\', '/').lastIndexOf('/') + 1);
    String plain = last.replaceFirst("[.](jfr|json)$", "").replaceAll("[^A-Za-z0-9._-]+", "_");
    return plain.substring(0, Math.min(LONGEST_NAME, plain.length()));
  }

  @Override
  public void check(List<String> inputs) {
    // Nothing is overwritten: the file is new.
  }

  @Override
  public Format format() {
    return Format.HTML;
  }

  @Override
  public int columns() {
    return Paragraph.COLUMNS;
  }

  @Override
  public String ending() {
    return "";
  }

  @Override
  public void write(ResultStream stdout, OutputOption.Content content) throws UsageException {
    Path page = page(content);
    String place = page.toString();
    String words =
        browser.open(page)
            ? "The page is open in the browser; it is in the file " + place
            : "No browser could be opened: open this file in one, or set BROWSER to its command: "
                + place;
    new OutputOption().write(stdout, writer -> writer.write(words + '\n'));
  }

  private Path page(OutputOption.Content content) throws UsageException {
    try {
      Path page = Files.createTempFile("rollcall-" + name + '-', ".html");
      boolean written = false;
      try {
        WholeFile.of(page).write(channel -> write(content, Channels.newOutputStream(channel)));
        written = true;
      } finally {
        if (!written) {
          Files.delete(page);
        }
      }
      return page;
    } catch (IOException e) {
      throw new UsageException(
          "cannot write the page in "
              + System.getProperty("java.io.tmpdir")
              + " ("
              + ResultStream.reason(e)
              + "); free some space there, or name a file: rollcall report --format html --output"
              + " FILE");
    }
  }

  private static void write(OutputOption.Content content, OutputStream out) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    content.writeTo(writer);
    writer.flush();
  }
}

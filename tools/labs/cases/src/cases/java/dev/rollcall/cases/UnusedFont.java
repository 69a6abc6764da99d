package dev.rollcall.cases;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** A program that writes documents in a font of its own; in some there is nothing to be said. */
final class UnusedFont {
  private static final int EMPTY = 20;

  private UnusedFont() {}

  public static void main(String[] args) throws IOException {
    Path font = Files.createTempFile("font", ".ttf");
    try (InputStream liberation =
        PDDocument.class.getResourceAsStream(
            "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf")) {
      Files.copy(liberation, font, StandardCopyOption.REPLACE_EXISTING);
    }
    for (boolean empty : Operations.of(args, EMPTY)) {
      write(font, empty ? "" : "a word");
    }
    Files.delete(font);
  }

  private static void write(Path font, String text) throws IOException {
    try (PDDocument document = new PDDocument()) {
      PDType0Font loaded = PDType0Font.load(document, font.toFile());
      PDPage page = new PDPage();
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        if (!text.isEmpty()) {
          content.beginText();
          content.setFont(loaded, 12);
          content.showText(text);
          content.endText();
        }
      }
      document.save(OutputStream.nullOutputStream());
    }
  }
}

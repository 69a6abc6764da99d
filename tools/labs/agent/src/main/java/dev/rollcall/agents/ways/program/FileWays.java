package dev.rollcall.agents.ways.program;

import static dev.rollcall.agents.ways.program.Way.way;

import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.FileReader;
import java.io.FileWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Formatter;
import java.util.List;
import java.util.Scanner;
import java.util.zip.GZIPInputStream;

/** Files by {@code java.io}. */
final class FileWays {
  private static final String INPUT = "java.io.FileInputStream";
  private static final String OUTPUT = "java.io.FileOutputStream";
  private static final String RANDOM = "java.io.RandomAccessFile";

  private FileWays() {}

  static List<Way.Builder> ways() {
    return List.of(
        way("`new FileInputStream(File)`", FileWays::fileInputStream, INPUT),
        way("`new FileInputStream(String)`", FileWays::fileInputStreamByName, INPUT),
        way("a subclass of `FileInputStream`", FileWays::subclass, Counting.class.getName()),
        way("`FileInputStream.getChannel()`", FileWays::channelOfInput, INPUT),
        way("`new FileReader`", FileWays::fileReader, INPUT),
        way("`new FileReader` within `BufferedReader`", FileWays::bufferedReader, INPUT),
        way("`new Scanner(File)`", FileWays::scanner, INPUT),
        way("`new GZIPInputStream(new FileInputStream)`", FileWays::gzip, INPUT)
            .failureLeaves(INPUT),
        way("`new FileOutputStream`", FileWays::fileOutputStream, OUTPUT),
        way("`new FileOutputStream`, appending", FileWays::appending, OUTPUT),
        way("`new FileWriter`", FileWays::fileWriter, OUTPUT),
        way("`new PrintWriter(File)`", FileWays::printWriter, OUTPUT),
        way("`new PrintStream(File)`", FileWays::printStream, OUTPUT),
        way("`new Formatter(File)`", FileWays::formatter, OUTPUT),
        way("`new RandomAccessFile`", FileWays::randomAccessFile, RANDOM),
        way("`RandomAccessFile.getChannel()`", FileWays::channelOfRandom, RANDOM));
  }

  private static Object fileInputStream(Place place) throws IOException {
    return place.here(new FileInputStream(place.file()));
  }

  private static Object fileInputStreamByName(Place place) throws IOException {
    return place.here(new FileInputStream(place.file().getPath()));
  }

  /** A subclass. */
  private static final class Counting extends FileInputStream {
    Counting(Place place) throws IOException {
      super(place.file());
    }
  }

  private static Object subclass(Place place) throws IOException {
    return place.here(new Counting(place));
  }

  /** The channel belongs to the stream, and closes it. */
  private static Object channelOfInput(Place place) throws IOException {
    FileChannel channel = place.here(new FileInputStream(place.file())).getChannel();
    return channel;
  }

  private static Object fileReader(Place place) throws IOException {
    return place.here(new FileReader(place.file(), StandardCharsets.UTF_8));
  }

  private static Object bufferedReader(Place place) throws IOException {
    FileReader inner = place.here(new FileReader(place.file(), StandardCharsets.UTF_8));
    return new BufferedReader(inner);
  }

  private static Object scanner(Place place) throws IOException {
    return place.here(new Scanner(place.file(), StandardCharsets.UTF_8));
  }

  /** The constructor of the outer stream throws, and nobody has the inner one. */
  private static Object gzip(Place place) throws IOException {
    FileInputStream inner = place.here(new FileInputStream(place.gzip().toFile()));
    return new GZIPInputStream(inner);
  }

  private static Object fileOutputStream(Place place) throws IOException {
    return place.here(new FileOutputStream(place.output().toFile()));
  }

  private static Object appending(Place place) throws IOException {
    return place.here(new FileOutputStream(place.output().toString(), true));
  }

  private static Object fileWriter(Place place) throws IOException {
    return place.here(new FileWriter(place.output().toFile(), StandardCharsets.UTF_8));
  }

  private static Object printWriter(Place place) throws IOException {
    return place.here(new PrintWriter(place.output().toFile(), StandardCharsets.UTF_8));
  }

  private static Object printStream(Place place) throws IOException {
    return place.here(new PrintStream(place.output().toFile(), StandardCharsets.UTF_8));
  }

  private static Object formatter(Place place) throws IOException {
    return place.here(new Formatter(place.output().toFile(), "UTF-8"));
  }

  private static Object randomAccessFile(Place place) throws IOException {
    return place.here(new RandomAccessFile(place.output().toFile(), "rw"));
  }

  private static Object channelOfRandom(Place place) throws IOException {
    FileChannel channel = place.here(new RandomAccessFile(place.file(), "r")).getChannel();
    return channel;
  }
}

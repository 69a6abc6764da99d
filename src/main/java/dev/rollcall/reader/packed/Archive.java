package dev.rollcall.reader.packed;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rollcall.common.Words;
import dev.rollcall.reader.packed.Unpacked.Packed;
import dev.rollcall.recording.UnreadableRecordingException;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * A zip archive: its recordings, packed once more or not, one after the other. Other entries are
 * left alone, and no name in it ever names a file.
 */
public final class Archive {
  private static final Pattern RECORDING =
      Pattern.compile(".*[.]jfr([.](gz|lz4|zst|zip))?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** What is said, after its name, of what is packed in a way that is not known here. */
  static final String UNPACK_IT =
      "is packed in a way that is not read; unpack it yourself and give what comes out";

  private static final int BLOCK = 1 << 14;

  private final Path file;
  private final Path name;
  private final Budget budget;
  private final Taker taker;
  private int entries;
  private boolean told;

  /** Is given what an archive holds. */
  public interface Taker {
    /**
     * Takes a recording, which is gone afterwards.
     *
     * @param name that of the archive, and of the entry in it
     */
    void take(Unpacked recording, Path name) throws IOException;

    /** Takes what could not be read, in a sentence. */
    void unreadable(String sentence);
  }

  private Archive(Path file, Path name, Budget budget, Taker taker) {
    this.file = file;
    this.name = name;
    this.budget = budget;
    this.taker = taker;
  }

  /**
   * Reads an archive.
   *
   * @param name what it is called in messages
   * @throws IOException when the file cannot be read
   */
  public static void read(Path file, Path name, Budget budget, Taker taker) throws IOException {
    new Archive(file, name, budget, taker).read();
  }

  /** Whether an archive has an entry that is called like a recording. */
  public static boolean namesRecordings(Path file) {
    try (ZipFile zip = open(file)) {
      return zip.stream().anyMatch(entry -> isNamed(entry.getName()));
    } catch (IOException | IllegalArgumentException unreadable) {
      return false;
    }
  }

  private static boolean isNamed(String entry) {
    return RECORDING.matcher(entry).matches();
  }

  /** Opens it, whatever its names are written in. */
  private static ZipFile open(Path file) throws IOException {
    try {
      return new ZipFile(file.toFile(), UTF_8);
    } catch (ZipException | IllegalArgumentException notUtf8) {
      return new ZipFile(file.toFile(), ISO_8859_1);
    }
  }

  private void read() throws IOException {
    try {
      try (ZipFile zip = open(file)) {
        readListed(zip);
      } catch (ZipException | IllegalArgumentException e) {
        readThrough();
        tell(name + " " + problem(String.valueOf(e.getMessage())));
      }
    } catch (StoppedException e) {
      tell(name + " " + e.getMessage());
    }
    if (!told) {
      tell(
          name
              + " holds no flight recording; give an archive that holds one, or the recording"
              + " itself");
    }
  }

  private void readListed(ZipFile zip) throws IOException {
    mustBeFew(zip.size());
    List<? extends ZipEntry> all =
        zip.stream().sorted(Comparator.comparing(ZipEntry::getName)).toList();
    for (ZipEntry entry : all) {
      if (budget.isSpent()) {
        return;
      }
      try (InputStream in = zip.getInputStream(entry)) {
        read(entry.getName(), new EntryStream(in, entry.getCrc()));
      } catch (ZipException e) {
        // Packed in a way that the JDK does not know.
        if (isNamed(entry.getName())) {
          tell(nameOf(entry.getName()) + " " + UNPACK_IT);
        }
      }
    }
  }

  /** Reads what is before damage, where the list of entries cannot be read. */
  private void readThrough() throws IOException {
    try (ZipInputStream zip =
        new ZipInputStream(new BufferedInputStream(Files.newInputStream(file)), ISO_8859_1)) {
      ZipEntry entry = zip.getNextEntry();
      while (entry != null && !budget.isSpent()) {
        mustBeFew(entries + 1);
        read(entry.getName(), new EntryStream(zip, -1));
        passOver(zip);
        entry = zip.getNextEntry();
      }
    } catch (ZipException | EOFException | IllegalArgumentException damaged) {
      // What comes then is told of in any case.
    }
  }

  /** What is told of an archive without a list, by the JDK's reason. */
  private static String problem(String reason) {
    if (reason.contains("encrypted")) {
      return "holds something encrypted; unpack it with its password and give what comes out";
    }
    return reason.contains("compression method")
        ? "holds something that " + UNPACK_IT
        : "has no list of its entries, so that more may have been in it; copy it again, or unpack"
            + " it yourself and give what comes out";
  }

  private static void mustBeFew(int count) throws StoppedException {
    if (count > Budget.ENTRIES) {
      throw new StoppedException(
          "holds more than "
              + Words.count(Budget.ENTRIES, "entry", "entries")
              + "; unpack it yourself and give the recordings in it");
    }
  }

  private void passOver(InputStream in) throws IOException {
    byte[] block = new byte[BLOCK];
    for (int count = in.read(block); count >= 0; count = in.read(block)) {
      budget.spend(count);
    }
  }

  private void read(String entry, InputStream in) throws IOException {
    entries++;
    boolean named = isNamed(entry);
    Path called = nameOf(entry);
    try {
      byte[] first = in.readNBytes(Integer.BYTES);
      Packing packing = Packing.of(first, first.length);
      if (packing == Packing.ZIP) {
        if (named) {
          tell(called + " " + UNPACK_IT);
        }
        return;
      }
      if (!named && packing == null && !Bounded.isRecording(first)) {
        return;
      }
      InputStream all = new SequenceInputStream(new ByteArrayInputStream(first), in);
      try (Unpacked unpacked = Unpacked.of(new Packed(all, packing, named), called, budget)) {
        told = true;
        taker.take(unpacked, called);
      }
    } catch (SkippedException notOurs) {
      // Left alone.
    } catch (StoppedException e) {
      if (named) {
        tell(called + " " + e.getMessage());
      }
    } catch (DamagedException e) {
      if (named) {
        tell(called + " cannot be unpacked: the zip data " + e.getMessage() + "; copy it again");
      }
    } catch (UnreadableRecordingException e) {
      tell(String.valueOf(e.getMessage()));
    }
  }

  private void tell(String sentence) {
    told = true;
    taker.unreadable(sentence);
  }

  /** The name of an entry after that of the archive; its number where it can be no name. */
  private Path nameOf(String entry) {
    try {
      return Path.of(name + "!/" + entry);
    } catch (InvalidPathException e) {
      return Path.of(name + "!/" + entries);
    }
  }
}

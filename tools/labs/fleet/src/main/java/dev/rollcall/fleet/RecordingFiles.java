package dev.rollcall.fleet;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/** The recordings below some places, found by their names. */
final class RecordingFiles {
  private static final List<String> ENDINGS =
      List.of(".jfr", ".jfr.gz", ".jfr.lz4", ".jfr.zst", ".zip");

  private RecordingFiles() {}

  /**
   * All of them, in the order of their names, each once.
   *
   * @throws FleetException if there is no such place, or none of them has a recording
   */
  static List<RecordingFile> below(List<String> places, Configuration hadoop)
      throws FleetException {
    Map<String, RecordingFile> files = new TreeMap<>();
    for (String place : places) {
      for (FileStatus status : list(place, hadoop)) {
        String uri = status.getPath().toString();
        if (isRecording(status.getPath().getName())) {
          files.put(uri, file(status));
        }
      }
    }
    if (files.isEmpty()) {
      throw new FleetException(
          "there are no recordings in "
              + String.join(", ", places)
              + "; name a directory that has files whose names end with .jfr, below it or in it");
    }
    return files.values().stream().sorted(Comparator.comparing(RecordingFile::name)).toList();
  }

  private static List<FileStatus> list(String place, Configuration hadoop) throws FleetException {
    List<FileStatus> found = new ArrayList<>();
    try {
      Path path = new Path(place);
      FileSystem files = path.getFileSystem(hadoop);
      RemoteIterator<LocatedFileStatus> each = files.listFiles(path, true);
      while (each.hasNext()) {
        found.add(each.next());
      }
      return found;
    } catch (FileNotFoundException e) {
      throw new FleetException("there is no " + place + "; check --in", e);
    } catch (IOException | IllegalArgumentException e) {
      throw new FleetException(
          "cannot list " + place + " (" + e + "); check --in and that the job may read it", e);
    }
  }

  private static boolean isRecording(String name) {
    // What writers leave while they write begins with one of these, as everywhere in Hadoop.
    return !name.startsWith(".")
        && !name.startsWith("_")
        && ENDINGS.stream().anyMatch(name::endsWith);
  }

  private static RecordingFile file(FileStatus status) {
    return new RecordingFile(
        status.getPath().toString(),
        name(status.getPath().toUri()),
        status.getLen(),
        Instant.ofEpochMilli(status.getModificationTime()).atOffset(ZoneOffset.UTC).toLocalDate());
  }

  /** A path as on one machine; that of another file system begins with its bucket or host. */
  private static String name(URI uri) {
    String authority = uri.getAuthority();
    return authority == null ? uri.getPath() : authority + uri.getPath();
  }
}

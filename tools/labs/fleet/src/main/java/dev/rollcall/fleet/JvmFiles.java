package dev.rollcall.fleet;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import scala.Tuple2;

/** All files of a process, in the order of their names: what one task reads. */
record JvmFiles(Whose whose, List<RecordingFile> files) implements Serializable {
  JvmFiles {
    files = List.copyOf(files);
  }

  /** One for each process, the largest first: what takes longest begins first. */
  static List<JvmFiles> of(List<Tuple2<RecordingFile, Set<Whose>>> files) {
    Map<Whose, List<RecordingFile>> all = new LinkedHashMap<>();
    files.stream()
        .sorted(Comparator.comparing((Tuple2<RecordingFile, Set<Whose>> each) -> each._1().name()))
        .forEach(
            each ->
                each._2()
                    .forEach(
                        whose ->
                            all.computeIfAbsent(whose, w -> new ArrayList<>()).add(each._1())));
    return all.entrySet().stream()
        .map(each -> new JvmFiles(each.getKey(), each.getValue()))
        .sorted(
            Comparator.comparingLong(JvmFiles::bytes)
                .reversed()
                .thenComparing(each -> each.files().get(0).name()))
        .toList();
  }

  /** Bytes of all of them. */
  long bytes() {
    return files.stream().mapToLong(RecordingFile::bytes).sum();
  }
}

package dev.rollcall.jmc;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.analysis.Analysis;
import dev.rollcall.analysis.Events;
import dev.rollcall.analysis.JvmLog;
import dev.rollcall.analysis.Selection;
import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.reader.RecordingReader;
import dev.rollcall.recording.Recording;
import dev.rollcall.recording.Totals;
import dev.rollcall.report.jfr.MissionControlExport;
import dev.rollcall.testing.CommandedJvm;
import dev.rollcall.testing.Program;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmc.common.IMCType;
import org.openjdk.jmc.common.item.Attribute;
import org.openjdk.jmc.common.item.IAttribute;
import org.openjdk.jmc.common.item.IItem;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.common.item.IItemIterable;
import org.openjdk.jmc.common.item.ItemFilters;
import org.openjdk.jmc.common.unit.IQuantity;
import org.openjdk.jmc.common.unit.UnitLookup;
import org.openjdk.jmc.flightrecorder.JfrAttributes;
import org.openjdk.jmc.flightrecorder.JfrLoaderToolkit;
import org.openjdk.jmc.flightrecorder.rules.TypedResult;

/** What Mission Control's stack trace views are made of, with its own classes. */
final class LeakTreeTest {
  private static final IAttribute<IQuantity> RESOURCE_ID =
      Attribute.attr("resourceId", "", UnitLookup.ADDRESS);
  private static final IAttribute<IMCType> RESOURCE_TYPE =
      Attribute.attr("resourceType", "", UnitLookup.CLASS);
  private static final IAttribute<String> FINGERPRINT =
      Attribute.attr("fingerprint", "", UnitLookup.PLAIN_TEXT);

  @TempDir private Path directory = Path.of("");

  private Path exported() {
    return directory.resolve("leaks.jfr");
  }

  private Path record() throws Exception {
    try (CommandedJvm jvm = CommandedJvm.in(directory).recorded()) {
      jvm.tell("open 3", "elsewhere 2", "buffers 4", "pairs 20").end();
      return jvm.file();
    }
  }

  private Findings export(Path file) throws Exception {
    JvmLog roll = new JvmLog(new Selection.All());
    Recording recording = new RecordingReader().read(file, roll, roll.context());
    Analysis analysis = new Analysis();
    analysis.add(recording, roll, null);
    MissionControlExport.Written written = export(analysis, recording.start());
    assertThat(written)
        .isEqualTo(new MissionControlExport.Written(analysis.findings(0).totals().leaked(), 0));
    return analysis.findings(0);
  }

  private MissionControlExport.Written export(Analysis analysis, long start) throws IOException {
    try (FileChannel file = FileChannel.open(exported(), CREATE, TRUNCATE_EXISTING, WRITE)) {
      return MissionControlExport.write(
          analysis.histories(new Selection.All()).iterator(), start, file);
    }
  }

  /** The leaks by their stacks, as the groups of the report have them. */
  private static Map<String, Long> stacks(Findings findings) {
    Map<String, Long> stacks = new TreeMap<>();
    findings
        .groups()
        .forEach(
            group -> {
              List<String> methods = new ArrayList<>();
              group
                  .site()
                  .frames()
                  .forEach(
                      frame -> methods.add(frame.getClassName() + '.' + frame.getMethodName()));
              Collections.reverse(methods);
              stacks.merge(String.join(";", methods), group.count(), Long::sum);
            });
    return stacks;
  }

  @Test
  void theFlameGraphOfAnExportCountsTheLeaksOfEachSite() throws Exception {
    Findings findings = export(record());
    LeakTree tree = LeakTree.of(exported());

    assertThat(tree.stacks()).hasSize(3).isEqualTo(stacks(findings));
    assertThat(tree.stacks().values()).containsExactlyInAnyOrder(2L, 3L, 4L);
    assertThat(tree.addsUp()).isTrue();
    assertThat(tree.text())
        .startsWith("     9 dev.rollcall.testing.Commanded.main\n")
        .contains("     2       dev.rollcall.testing.Program.open\n");
  }

  /** Why an export is needed: no event of the recording itself gives that tree. */
  @Test
  void theEventsOfTheProgramDoNot() throws Exception {
    Path file = record();
    IItemCollection items = JfrLoaderToolkit.loadEvents(file.toFile());
    LeakTree leaks = new LeakTree(items.apply(ItemFilters.type("rollcall.Leak")));
    LeakTree all = new LeakTree(items.apply(ItemFilters.type("rollcall.Register")));

    assertThat(leaks.stacks()).isEmpty();
    assertThat(all.stacks().values().stream().mapToLong(n -> n).sum()).isEqualTo(29);
    // But those registrations do that the rule's result selects, under Rollcall's own frames.
    LeakTree selected =
        new LeakTree(
            items.apply(Judged.of(file).result().getResult(TypedResult.ITEM_QUERY).getFilter()));
    assertThat(selected.stacks().values()).containsExactlyInAnyOrder(2L, 3L, 4L);
    assertThat(selected.stacks().keySet())
        .allMatch(stack -> stack.endsWith("dev.rollcall.event.LifecycleEvents.register"));
  }

  @Test
  void everyLeakIsAnEventThatCanBeFollowed() throws Exception {
    Findings findings = export(record());
    IItemCollection items = JfrLoaderToolkit.loadEvents(exported().toFile());
    List<IItemIterable> types = items.stream().toList();

    assertThat(types).hasSize(1);
    IItemIterable leaks = types.get(0);
    assertThat(leaks.getType().getIdentifier()).isEqualTo("rollcall.LeakedResource");
    assertThat(leaks.getType().getName()).isEqualTo("Leaked Resource");
    assertThat(leaks.getItemCount()).isEqualTo(9);
    IItem first = leaks.iterator().next();
    assertThat(RESOURCE_ID.getAccessor(leaks.getType()).getMember(first).longValue()).isEqualTo(1);
    IMCType type = RESOURCE_TYPE.getAccessor(leaks.getType()).getMember(first);
    assertThat(type.getFullName()).isEqualTo(Program.Opened.class.getName());
    assertThat(type.getPackage().getName()).isEqualTo(Program.class.getPackageName());
    assertThat(JfrAttributes.EVENT_THREAD.getAccessor(leaks.getType()).getMember(first))
        .satisfies(thread -> assertThat(thread.getThreadName()).isEqualTo("main"));
    assertThat(
            leaks.stream()
                .collect(
                    Collectors.groupingBy(
                        FINGERPRINT.getAccessor(leaks.getType())::getMember,
                        Collectors.counting())))
        .isEqualTo(
            findings.groups().stream()
                .collect(Collectors.toMap(group -> group.fingerprint(), group -> group.count())));
  }

  @Test
  void aLeakWhoseSiteIsNotKnownIsCountedToo() throws Exception {
    Events events =
        new Events().check(5, "exit", new Totals(2, 0, 2, 0)).leak(5, 1).register(2).leak(5, 2);
    long written = export(events.analysis(), 0).leaked();

    assertThat(written).isEqualTo(2);
    assertThat(LeakTree.of(exported()).stacks())
        .isEqualTo(Map.of("[unknown_site]", 1L, "com.acme.Server.open", 1L));
  }

  @Test
  void nothingThatLeakedIsAFileWithoutEvents() throws Exception {
    Events clean =
        new Events().register(1).unregister(1, 0).check(5, "exit", new Totals(1, 1, 0, 0));
    long written = export(clean.analysis(), 0).leaked();

    assertThat(written).isZero();
    assertThat(JfrLoaderToolkit.loadEvents(exported().toFile()).hasItems()).isFalse();
  }
}

package dev.rollcall.jmc;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmc.common.IMCFrame;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.flightrecorder.JfrLoaderToolkit;
import org.openjdk.jmc.flightrecorder.stacktrace.tree.Node;
import org.openjdk.jmc.flightrecorder.stacktrace.tree.StacktraceTreeModel;

/**
 * The tree of stacks that Mission Control's flame graph draws, built by its own classes. {@code
 * tools/leak-tree} prints it.
 */
final class LeakTree {
  private final Node root;

  LeakTree(IItemCollection items) {
    root = new StacktraceTreeModel(items).getRoot();
  }

  static LeakTree of(Path file) throws Exception {
    return new LeakTree(JfrLoaderToolkit.loadEvents(file.toFile()));
  }

  /** Prints the tree of a recording that {@code rollcall export --jmc} wrote. */
  public static void main(String[] args) throws Exception {
    System.out.print(of(Path.of(args[0])).text());
  }

  /** All stacks with how often each was counted; a stack is its methods, the outermost first. */
  Map<String, Long> stacks() {
    Map<String, Long> stacks = new TreeMap<>();
    Deque<String> path = new ArrayDeque<>();
    root.getChildren().forEach(child -> add(child, path, stacks));
    return stacks;
  }

  private static void add(Node node, Deque<String> path, Map<String, Long> stacks) {
    path.addLast(method(node));
    if (node.getWeight() > 0) {
      stacks.merge(String.join(";", path), Math.round(node.getWeight()), Long::sum);
    }
    node.getChildren().forEach(child -> add(child, path, stacks));
    path.removeLast();
  }

  /** Whether every node counts what ends in it and in the nodes below it. */
  boolean addsUp() {
    return root.getChildren().stream().allMatch(LeakTree::addsUp);
  }

  private static boolean addsUp(Node node) {
    double below = node.getChildren().stream().mapToDouble(Node::getCumulativeWeight).sum();
    return node.getCumulativeWeight() == node.getWeight() + below
        && node.getChildren().stream().allMatch(LeakTree::addsUp);
  }

  /** A line for each node: how many leaked below it, and the method; the largest first. */
  String text() {
    StringBuilder out = new StringBuilder();
    append(out, root.getChildren(), 0);
    return out.toString();
  }

  private static void append(StringBuilder out, List<Node> nodes, int depth) {
    nodes.stream()
        .sorted(
            Comparator.comparingDouble(Node::getCumulativeWeight)
                .reversed()
                .thenComparing(LeakTree::method))
        .forEach(
            node -> {
              out.append(
                  String.format(
                      Locale.ROOT,
                      "%6.0f %s%s%n",
                      node.getCumulativeWeight(),
                      "  ".repeat(depth),
                      method(node)));
              append(out, node.getChildren(), depth + 1);
            });
  }

  private static String method(Node node) {
    IMCFrame frame = node.getFrame();
    String type = frame.getMethod().getType().getFullName();
    return (type.isEmpty() ? "" : type + ".") + frame.getMethod().getMethodName();
  }
}

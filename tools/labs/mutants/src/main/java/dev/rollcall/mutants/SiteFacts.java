package dev.rollcall.mutants;

import dev.rollcall.mutants.Site.Act;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** What the bytecode around calls says of the bugs that can be made of them. */
final class SiteFacts {
  /** Something that holds of a call. */
  enum Fact {
    /** It is reached by exceptions only. */
    IN_HANDLER,
    /** Its method has another call that does the same and is not in a handler. */
    ONE_OF_SEVERAL,
    /** What it gives up was read from a field, which is then set. */
    BEFORE_FIELD_IS_SET,
    /** What it gives up belongs to another resource. */
    OF_OWNED,
    /** It is counted, and has nothing but the resource for an argument. */
    CAN_BE_REPEATED,
    /** Its method holds a lock in part, and cannot be left anywhere. */
    IN_LOCKING_METHOD
  }

  private final Map<Site, Set<Fact>> facts = new HashMap<>();
  private final Set<String> read = new HashSet<>();

  /** What holds of a call; its class is read from the class path. */
  Set<Fact> of(Site site) throws IOException {
    if (read.add(site.type())) {
      learn(new ClassReader(site.type()));
    }
    return facts.getOrDefault(site, EnumSet.noneOf(Fact.class));
  }

  private void learn(ClassReader reader) {
    ClassNode type = new ClassNode();
    reader.accept(type, ClassReader.SKIP_DEBUG);
    for (MethodNode method : type.methods) {
      learn(type.name.replace('/', '.'), method);
    }
  }

  private void learn(String type, MethodNode method) {
    InsnList code = method.instructions;
    BitSet normal = withoutExceptions(code);
    Map<Act, Integer> seen = new EnumMap<>(Act.class);
    Map<Site, Set<Fact>> found = new HashMap<>();
    boolean locks = false;
    for (AbstractInsnNode each : code) {
      locks |= each.getOpcode() == Opcodes.MONITORENTER;
      if (each instanceof MethodInsnNode call) {
        Act act = ReferenceCall.of(call.getOpcode(), call.owner, call.name, call.desc);
        if (act != null) {
          int ordinal = seen.merge(act, 1, Integer::sum) - 1;
          found.put(
              new Site(type, method.name, method.desc, act, ordinal),
              facts(call, normal.get(code.indexOf(call))));
        }
      }
    }
    for (Map.Entry<Site, Set<Fact>> each : found.entrySet()) {
      if (locks) {
        each.getValue().add(Fact.IN_LOCKING_METHOD);
      }
      if (found.entrySet().stream().anyMatch(other -> isAlternative(each.getKey(), other))) {
        each.getValue().add(Fact.ONE_OF_SEVERAL);
      }
    }
    facts.putAll(found);
  }

  private static boolean isAlternative(Site site, Map.Entry<Site, Set<Fact>> other) {
    return site.act() == other.getKey().act()
        && site.ordinal() != other.getKey().ordinal()
        && !other.getValue().contains(Fact.IN_HANDLER);
  }

  private static Set<Fact> facts(MethodInsnNode call, boolean normal) {
    Set<Fact> facts = EnumSet.noneOf(Fact.class);
    if (!normal) {
      facts.add(Fact.IN_HANDLER);
    }
    if (isBeforeFieldIsSet(call)) {
      facts.add(Fact.BEFORE_FIELD_IS_SET);
    }
    if (ReferenceCall.isOwned(call.owner, call.name, call.desc)) {
      facts.add(Fact.OF_OWNED);
    }
    if (ReferenceCall.isOfOne(call.getOpcode(), call.owner, call.name, call.desc)) {
      facts.add(Fact.CAN_BE_REPEATED);
    }
    return facts;
  }

  private static boolean isBeforeFieldIsSet(MethodInsnNode call) {
    AbstractInsnNode before = call.getPrevious();
    while (before != null && before.getOpcode() < 0) {
      before = before.getPrevious();
    }
    if (!(before instanceof FieldInsnNode field) || field.getOpcode() != Opcodes.GETFIELD) {
      return false;
    }
    for (AbstractInsnNode after = call.getNext(); after != null; after = after.getNext()) {
      if (after instanceof FieldInsnNode set
          && set.getOpcode() == Opcodes.PUTFIELD
          && set.name.equals(field.name)
          && set.owner.equals(field.owner)) {
        return true;
      }
    }
    return false;
  }

  /** The instructions that are reached where no exception is thrown. */
  private static BitSet withoutExceptions(InsnList code) {
    BitSet reached = new BitSet();
    Deque<AbstractInsnNode> open = new ArrayDeque<>();
    if (code.size() > 0) {
      open.push(code.getFirst());
    }
    while (!open.isEmpty()) {
      AbstractInsnNode each = open.pop();
      int index = code.indexOf(each);
      if (reached.get(index)) {
        continue;
      }
      reached.set(index);
      successors(each).forEach(open::push);
    }
    return reached;
  }

  private static List<AbstractInsnNode> successors(AbstractInsnNode each) {
    List<AbstractInsnNode> next = new ArrayList<>();
    if (each instanceof JumpInsnNode jump) {
      next.add(jump.label);
    } else if (each instanceof TableSwitchInsnNode table) {
      next.add(table.dflt);
      next.addAll(table.labels);
    } else if (each instanceof LookupSwitchInsnNode lookup) {
      next.add(lookup.dflt);
      next.addAll(lookup.labels);
    }
    int opcode = each.getOpcode();
    boolean ends =
        opcode == Opcodes.GOTO
            || opcode == Opcodes.ATHROW
            || opcode == Opcodes.TABLESWITCH
            || opcode == Opcodes.LOOKUPSWITCH
            || (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN)
            || (each instanceof VarInsnNode && opcode == Opcodes.RET);
    if (!ends && each.getNext() != null) {
      next.add(each.getNext());
    }
    return next;
  }
}

package dev.rollcall.attach;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import com.sun.tools.attach.VirtualMachineDescriptor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * A JVM in which Rollcall is switched on.
 *
 * @param pid its process id
 * @param name its main class or jar, and the program's arguments
 */
public record NamedJvm(long pid, String name) {
  private static final String MODE = "rollcall.mode";
  private static final String MODE_VARIABLE = "ROLLCALL_MODE";
  private static final String OFF = "off";

  static List<NamedJvm> candidates() {
    List<NamedJvm> found = new ArrayList<>();
    for (VirtualMachineDescriptor listed : VirtualMachine.list()) {
      long pid = pid(listed);
      if (pid > 0 && isOn(pid)) {
        found.add(new NamedJvm(pid, listed.displayName()));
      }
    }
    found.sort(Comparator.comparingLong(NamedJvm::pid));
    return found;
  }

  /** Whether the system knows a JVM of this process id. */
  static boolean isListed(long pid) {
    return VirtualMachine.list().stream().anyMatch(listed -> pid(listed) == pid);
  }

  private static long pid(VirtualMachineDescriptor listed) {
    return listed.id().matches("[0-9]{1,18}") ? Long.parseLong(listed.id()) : 0;
  }

  private static boolean isOn(long pid) {
    try {
      new Target(pid).check(true);
      VirtualMachine vm = VirtualMachine.attach(String.valueOf(pid));
      try {
        return mode(pid, vm.getSystemProperties()).filter(mode -> !mode.equals(OFF)).isPresent();
      } finally {
        vm.detach();
      }
    } catch (NotAttachedException | IOException | AttachNotSupportedException notToBeAsked) {
      return false;
    }
  }

  /** What Rollcall was told to do, as far as can be seen from here. */
  static Optional<String> mode(long pid, Properties properties) {
    return Optional.ofNullable(properties.getProperty(MODE))
        .or(() -> new Target(pid).environment(MODE_VARIABLE));
  }
}

package dev.rollcall.report.jfr;

/** The types in an export, each with the number that stands for it in the file. */
enum Type {
  BOOLEAN(20, "boolean"),
  INT(21, "int"),
  LONG(22, "long"),
  STRING(23, "java.lang.String"),
  CLASS(24, "java.lang.Class"),
  THREAD(25, "java.lang.Thread"),
  CLASS_LOADER(26, "jdk.types.ClassLoader"),
  PACKAGE(27, "jdk.types.Package"),
  SYMBOL(28, "jdk.types.Symbol"),
  METHOD(29, "jdk.types.Method"),
  FRAME_TYPE(30, "jdk.types.FrameType"),
  STACK_FRAME(31, "jdk.types.StackFrame"),
  STACK_TRACE(32, "jdk.types.StackTrace"),
  MALLOC(33, "profiler.Malloc"),
  FREE(34, "profiler.Free"),
  LABEL(35, "jdk.jfr.Label"),
  CATEGORY(36, "jdk.jfr.Category"),
  CONTENT_TYPE(37, "jdk.jfr.ContentType"),
  TIMESTAMP(38, "jdk.jfr.Timestamp"),
  MEMORY_ADDRESS(39, "jdk.jfr.MemoryAddress"),
  LEAKED(40, "rollcall.LeakedResource"),
  OPEN(41, "rollcall.OpenResource");

  private final int id;
  private final String typeName;

  Type(int id, String typeName) {
    this.id = id;
    this.typeName = typeName;
  }

  String typeName() {
    return typeName;
  }

  /** Its number; those below 20 are left to the chunk's own events. */
  int id() {
    return id;
  }
}

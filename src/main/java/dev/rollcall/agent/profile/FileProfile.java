package dev.rollcall.agent.profile;

import dev.rollcall.agent.hook.StreamHooks;
import dev.rollcall.agent.weave.Point.Value;
import java.util.List;

/**
 * Files, where the JDK itself opens and closes them: streams, random access, channels (and so all
 * of {@code java.nio.file.Files} that opens something), directories, zip files.
 */
final class FileProfile {
  private FileProfile() {}

  static List<Watch> watches(StreamHooks hooks) {
    return List.of(
        Watch.of("java.io.FileInputStream")
            .after(hooks.opened, Value.arguments(0), "<init>(Ljava/io/File;)V")
            .before(hooks.closed, "close()V")
            .beforeAny(
                hooks.used,
                Value.NONE,
                "read(*",
                "readAllBytes(*",
                "readNBytes(*",
                "skip(*",
                "transferTo(*"),
        Watch.of("java.io.FileOutputStream")
            .after(hooks.opened, Value.arguments(0), "<init>(Ljava/io/File;Z)V")
            .before(hooks.closed, "close()V")
            .beforeAny(hooks.used, Value.NONE, "write(*"),
        Watch.of("java.io.RandomAccessFile")
            .after(hooks.opened, Value.arguments(0), "<init>(Ljava/io/File;Ljava/lang/String;Z)V")
            .before(hooks.closed, "close()V")
            .beforeAny(hooks.used, Value.NONE, "read(*", "write(*", "seek(*"),
        channel(hooks),
        Watch.of("sun.nio.ch.SimpleAsynchronousFileChannelImpl")
            .after(
                hooks.opened,
                Value.NONE,
                "<init>(Ljava/io/FileDescriptor;ZZLjava/util/concurrent/ExecutorService;)V")
            .after(
                hooks.opened,
                Value.arguments(1),
                "<init>(Ljava/io/FileDescriptor;Ljava/lang/String;ZZ"
                    + "Ljava/util/concurrent/ExecutorService;)V")
            .before(hooks.closed, "close()V")
            .beforeAny(hooks.used, Value.NONE, "implRead(*", "implWrite(*"),
        Watch.of("sun.nio.fs.UnixDirectoryStream")
            .after(
                hooks.opened,
                Value.arguments(0),
                "<init>(Lsun/nio/fs/UnixPath;JLjava/nio/file/DirectoryStream$Filter;)V")
            .before(hooks.closed, "closeImpl()Z"),
        Watch.of("java.util.zip.ZipFile")
            .after(
                hooks.opened,
                Value.arguments(0),
                "<init>(Ljava/io/File;ILjava/nio/charset/Charset;)V")
            .before(hooks.closed, "close()V")
            .beforeAny(
                hooks.used, Value.NONE, "getEntry(*", "getInputStream(*", "entries(*", "stream(*"));
  }

  /** One that belongs to a stream is closed with it; its last argument is that stream. */
  private static Watch channel(StreamHooks hooks) {
    String start = "<init>(Ljava/io/FileDescriptor;Ljava/lang/String;ZZZ";
    return Watch.of("sun.nio.ch.FileChannelImpl")
        .after(hooks.openedWithoutParent, Value.arguments(1, 5), start + "Ljava/lang/Object;)V")
        .after(hooks.openedWithoutParent, Value.arguments(1, 5), start + "Ljava/io/Closeable;)V")
        .after(hooks.openedWithoutParent, Value.arguments(1, 6), start + "ZLjava/io/Closeable;)V")
        .before(hooks.closed, "implCloseChannel()V")
        .beforeAny(
            hooks.used, Value.NONE, "read(*", "write(*", "transferTo(*", "transferFrom(*", "map(*");
  }
}

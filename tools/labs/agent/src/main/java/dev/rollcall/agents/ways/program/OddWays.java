package dev.rollcall.agents.ways.program;

import static dev.rollcall.agents.ways.program.Way.way;

import java.io.FileInputStream;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.util.List;

/** Ordinary things in odd ways, and classes of the program's own. */
final class OddWays {
  private static final String INPUT = "java.io.FileInputStream";

  private OddWays() {}

  static List<Way.Builder> ways() {
    return List.of(
        way("closed twice", OddWays::twice, INPUT)
            .closing(
                opened -> {
                  ((AutoCloseable) opened).close();
                  ((AutoCloseable) opened).close();
                }),
        way("closed by another thread", OddWays::byAnother, INPUT)
            .closing(
                opened -> {
                  Thread thread = new Thread(() -> close(opened));
                  thread.start();
                  thread.join();
                }),
        way("`close` throws", OddWays::throwing, Throwing.class.getName())
            .closing(
                opened -> {
                  try {
                    ((AutoCloseable) opened).close();
                    throw new AssertionError("it did not throw");
                  } catch (IOException expected) {
                    // That is what it does.
                  }
                }),
        way("the constructor of a subclass throws: the file is open", OddWays::badSubclass)
            .onlyFails()
            .failureLeaves(Bad.class.getName()),
        way("by reflection", OddWays::byReflection, INPUT),
        way("by a method handle", OddWays::byHandle, INPUT),
        way("with 30 frames above", place -> OddWays.deep(30, place), INPUT),
        way("a tracked class", OddWays::tracked, Session.class.getName()),
        way("a tracked class, ended twice", OddWays::trackedTwice, Session.class.getName())
            .closing(
                opened -> {
                  ((Session) opened).close();
                  ((Session) opened).close();
                }),
        way("a tracked class whose `close` throws", OddWays::sour, SourSession.class.getName())
            .closing(
                opened -> {
                  try {
                    ((Session) opened).close();
                    throw new AssertionError("it did not throw");
                  } catch (IllegalStateException expected) {
                    // That is what it does.
                  }
                }),
        way("a tracked subclass of a tracked class", OddWays::sub, SubSession.class.getName()),
        way("a tracked class that makes another", OddWays::nested, NESTED)
            .closing(
                opened -> {
                  ((NestedSession) opened).inner.close();
                  ((NestedSession) opened).close();
                })
            .failureLeaves(Session.class.getName()),
        way("`new FileInputStream` in a virtual thread", OddWays::inVirtual, INPUT).virtual(),
        way("`FileChannel.open` in one", OddWays::channelInVirtual, "sun.nio.ch.FileChannelImpl")
            .virtual(),
        way("`Files.list` in one", OddWays::listInVirtual, "sun.nio.fs.UnixDirectoryStream")
            .virtual(),
        way("`new Socket` in one", OddWays::socketInVirtual, "java.net.Socket").virtual(),
        way("`SocketChannel.open` in one", OddWays::channel, "sun.nio.ch.SocketChannelImpl")
            .virtual(),
        way("`Selector.open` in one", OddWays::selector, "sun.nio.ch.EPollSelectorImpl")
            .virtual()
            .neverFails());
  }

  private static final String[] NESTED = {Session.class.getName(), NestedSession.class.getName()};

  private static void close(Object opened) {
    try {
      ((AutoCloseable) opened).close();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static Object twice(Place place) throws IOException {
    return place.here(new FileInputStream(place.file()));
  }

  private static Object byAnother(Place place) throws IOException {
    return place.here(new FileInputStream(place.file()));
  }

  /** Is closed, and says that it is not. */
  private static final class Throwing extends FileInputStream {
    Throwing(Place place) throws IOException {
      super(place.file());
    }

    @Override
    public void close() throws IOException {
      super.close();
      throw new IOException("expected");
    }
  }

  private static Object throwing(Place place) throws IOException {
    return place.here(new Throwing(place));
  }

  /** Cannot be made, though the file is there. */
  private static final class Bad extends FileInputStream {
    Bad(Place place) throws IOException {
      super(place.here(place.world().directory().resolve("tree/file.txt").toFile()));
      throw new IOException("expected");
    }
  }

  private static Object badSubclass(Place place) throws IOException {
    return place.here(new Bad(place));
  }

  private static Object byReflection(Place place) throws Exception {
    var constructor = FileInputStream.class.getConstructor(String.class);
    return place.here(constructor.newInstance(place.file().getPath()));
  }

  private static Object byHandle(Place place) throws Exception {
    var type = MethodType.methodType(void.class, String.class);
    var handle = MethodHandles.lookup().findConstructor(FileInputStream.class, type);
    try {
      return place.here((Object) handle.invoke(place.file().getPath()));
    } catch (Exception e) {
      throw e;
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  private static Object deep(int frames, Place place) throws IOException {
    return frames == 0 ? deepest(place) : deep(frames - 1, place);
  }

  private static Object deepest(Place place) throws IOException {
    return place.here(new FileInputStream(place.file()));
  }

  /** What is tracked. */
  static class Session implements AutoCloseable {
    Session(boolean isGood) {
      if (!isGood) {
        throw new IllegalStateException("expected");
      }
    }

    @Override
    public void close() {}
  }

  private static final class SourSession extends Session {
    SourSession(boolean isGood) {
      super(isGood);
    }

    @Override
    public void close() {
      throw new IllegalStateException("expected");
    }
  }

  /** Two constructors, and one that fails after the outer class's has ended. */
  private static final class SubSession extends Session {
    SubSession(boolean isGood) {
      this(isGood, "name");
    }

    private SubSession(boolean isGood, String name) {
      super(!name.isEmpty());
      if (!isGood) {
        throw new IllegalStateException("expected");
      }
    }
  }

  /** Makes another within. */
  private static final class NestedSession extends Session {
    final Session inner;

    NestedSession(Place place) {
      super(true);
      inner = place.here(new Session(true));
      if (!place.isGood()) {
        throw new IllegalStateException("expected");
      }
    }
  }

  private static Object tracked(Place place) {
    return place.here(new Session(place.isGood()));
  }

  private static Object trackedTwice(Place place) {
    return place.here(new Session(place.isGood()));
  }

  private static Object sour(Place place) {
    return place.here(new SourSession(place.isGood()));
  }

  private static Object sub(Place place) {
    return place.here(new SubSession(place.isGood()));
  }

  private static Object nested(Place place) {
    return place.here(new NestedSession(place));
  }

  private static Object inVirtual(Place place) throws IOException {
    return place.here(new FileInputStream(place.file()));
  }

  private static Object channelInVirtual(Place place) throws IOException {
    return place.here(FileChannel.open(place.path()));
  }

  @SuppressWarnings("StreamResourceLeak") // that is what it is about
  private static Object listInVirtual(Place place) throws IOException {
    return place.here(Files.list(place.tree()));
  }

  private static Object socketInVirtual(Place place) throws IOException {
    return place.here(new Socket(place.host(), place.port()));
  }

  private static Object channel(Place place) throws IOException {
    return place.here(SocketChannel.open(place.peer()));
  }

  private static Object selector(Place place) throws IOException {
    return place.here(Selector.open());
  }
}

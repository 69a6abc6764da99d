package dev.rollcall.agents.samples.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockConstruction;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.net.Socket;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.mockito.MockedConstruction;

/**
 * Tests that mock the very classes that the agent weaves; Mockito's inline mocks weave them, too.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@SuppressWarnings("DirectInvocationOnMock") // what is tried is that they can be called
class Mocks {
  private static boolean forgets() {
    return System.getProperty("sample.forgets").equals("forget");
  }

  @Test
  @Order(1)
  void aMockIsReadAndClosed() throws Exception {
    FileInputStream stream = mock(FileInputStream.class);
    when(stream.read()).thenReturn(7);
    assertEquals(7, stream.read());
    stream.close();
    verify(stream).close();
  }

  @Test
  @Order(2)
  void aMockedSocketIsNeverConnected() throws Exception {
    Socket socket = mock(Socket.class);
    when(socket.getPort()).thenReturn(80);
    assertEquals(80, socket.getPort());
  }

  @Test
  @Order(3)
  void whatIsConstructedIsAMock() throws Exception {
    try (MockedConstruction<FileOutputStream> made = mockConstruction(FileOutputStream.class)) {
      FileOutputStream stream = new FileOutputStream("there is no such directory/file");
      stream.write(1);
      assertEquals(1, made.constructed().size());
    }
  }

  @Test
  @Order(4)
  void whatIsNotMockedIsWatched() throws Exception {
    try (InputStream none = InputStream.nullInputStream()) {
      assertEquals(-1, none.read());
    }
    Work.run(forgets());
  }
}

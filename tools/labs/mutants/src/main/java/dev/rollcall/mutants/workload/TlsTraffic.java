package dev.rollcall.mutants.workload;

import static dev.rollcall.mutants.workload.Wire.ascii;
import static dev.rollcall.mutants.workload.Wire.channel;
import static dev.rollcall.mutants.workload.Wire.drain;
import static dev.rollcall.mutants.workload.Wire.exchange;
import static dev.rollcall.mutants.workload.Wire.failing;
import static dev.rollcall.mutants.workload.Wire.finish;
import static dev.rollcall.mutants.workload.Wire.receive;
import static dev.rollcall.mutants.workload.Wire.zeros;

import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.util.Map;
import java.util.TreeMap;

/** TLS with the JDK's engine. */
final class TlsTraffic {
  private static final int ROUNDS = 6;

  private TlsTraffic() {}

  static Map<String, Scenario> scenarios() {
    Map<String, Scenario> all = new TreeMap<>();
    all.put("tls.plain", TlsTraffic::plain);
    all.put("tls.broken", TlsTraffic::broken);
    return all;
  }

  /** Both ends' settings; they trust each other. */
  private record Tls(SslContext client, SslContext server) {
    static Tls of() throws Exception {
      X509Bundle own =
          new CertificateBuilder()
              .subject("CN=example.org")
              .setIsCertificateAuthority(true)
              .algorithm(CertificateBuilder.Algorithm.rsa2048)
              .buildSelfSigned();
      return new Tls(
          SslContextBuilder.forClient()
              .sslProvider(SslProvider.JDK)
              .protocols("TLSv1.2")
              .trustManager(InsecureTrustManagerFactory.INSTANCE)
              .build(),
          SslContextBuilder.forServer(own.toKeyManagerFactory())
              .sslProvider(SslProvider.JDK)
              .protocols("TLSv1.2")
              .build());
    }

    EmbeddedChannel clientEnd() {
      return channel(client.newHandler(Wire.ALLOCATOR));
    }

    EmbeddedChannel serverEnd() {
      return channel(server.newHandler(Wire.ALLOCATOR));
    }
  }

  private static void plain() throws Exception {
    Tls tls = Tls.of();
    for (int i = 0; i < ROUNDS; i++) {
      EmbeddedChannel client = tls.clientEnd();
      EmbeddedChannel server = tls.serverEnd();
      exchange(client, server);
      for (int message = 0; message < 4; message++) {
        client.writeOutbound(ascii("some text"), zeros(message * 10_000));
        server.writeOutbound(ascii("an answer " + message));
        exchange(client, server);
        drain(client);
        drain(server);
      }
      finish(client);
      finish(server);
    }
  }

  /** Ends in the middle of a handshake, and after it with what is not TLS. */
  @SuppressWarnings("FutureReturnValueIgnored")
  private static void broken() throws Exception {
    Tls tls = Tls.of();
    for (int i = 0; i < ROUNDS; i++) {
      EmbeddedChannel client = tls.clientEnd();
      EmbeddedChannel server = tls.serverEnd();
      client.write(ascii("waits for the handshake"));
      if (i % 3 != 0) {
        failing(() -> exchange(client, server));
        client.flush();
      }
      receive(server, ascii("this is not TLS, and never was"));
      if (server.isOpen()) {
        failing(() -> server.writeOutbound(ascii("too late")));
      }
      failing(() -> exchange(client, server));
      drain(server);
      finish(client, server);
    }
  }
}

package dev.rollcall.cases;

import dev.rollcall.LeakChecker;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A program that makes producers with two interceptors; the second refuses some configurations. */
final class ProducerInterceptors {
  private static final int REFUSED = 20;

  private ProducerInterceptors() {}

  /** An interceptor that lets all records through. */
  public abstract static class Interceptor implements ProducerInterceptor<byte[], byte[]> {
    @Override
    public ProducerRecord<byte[], byte[]> onSend(ProducerRecord<byte[], byte[]> sent) {
      return sent;
    }

    @Override
    public void onAcknowledgement(RecordMetadata sent, Exception failure) {}
  }

  /** Has something open from its configuration until it is closed. */
  public static class Audit extends Interceptor {
    @Override
    public void configure(Map<String, ?> configuration) {}

    @Override
    public void close() {}
  }

  /** Says so. */
  public static final class RegisteredAudit extends Audit {
    @Override
    public void configure(Map<String, ?> configuration) {
      LeakChecker.global().register(this);
    }

    @Override
    public void close() {
      LeakChecker.global().unregister(this);
    }
  }

  /** Needs a limit. */
  public static final class Quota extends Interceptor {
    @Override
    public void configure(Map<String, ?> configuration) {
      if (!configuration.containsKey("limit")) {
        throw new ConfigException("There is no limit.");
      }
    }

    @Override
    public void close() {}
  }

  public static void main(String[] args) {
    Class<? extends Audit> audit =
        Operations.areWatched(args) ? Audit.class : RegisteredAudit.class;
    Map<String, Object> unlimited =
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            "127.0.0.1:9",
            ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
            ByteArraySerializer.class,
            ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
            ByteArraySerializer.class,
            ProducerConfig.INTERCEPTOR_CLASSES_CONFIG,
            List.of(audit, Quota.class));
    Map<String, Object> limited = new HashMap<>(unlimited);
    limited.put("limit", 1);
    int refused = 0;
    for (boolean without : Operations.of(args, REFUSED)) {
      try {
        new KafkaProducer<byte[], byte[]>(without ? unlimited : limited).close(Duration.ZERO);
      } catch (KafkaException e) {
        refused++;
      }
    }
    if (refused != REFUSED) {
      throw new IllegalStateException(refused + " producers were refused.");
    }
  }
}

package dev.rollcall.analysis.request;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import jdk.jfr.Event;
import jdk.jfr.MetadataDefinition;
import jdk.jfr.Name;

/** Events with the names and fields that those of OpenTelemetry, Quarkus and a program have. */
final class Traced {
  private Traced() {}

  @Name("io.opentelemetry.trace.Span")
  static final class Span extends Event {
    String operationName = "";
    String traceId = "";
    String spanId = "";
    String parentId = "";

    static Span begin(String name, int number) {
      Span span = new Span();
      span.operationName = name;
      span.traceId = "4bf92f%010x".formatted(number);
      span.spanId = "%016x".formatted(number);
      span.begin();
      return span;
    }
  }

  @Name("io.opentelemetry.context.Scope")
  static final class Scope extends Event {
    String traceId = "";
    String spanId = "";

    static Scope begin(Span span) {
      Scope scope = new Scope();
      scope.traceId = span.traceId;
      scope.spanId = span.spanId;
      scope.begin();
      return scope;
    }
  }

  @Name("quarkus.Rest")
  static final class Rest extends Event {
    String traceId = "";
    String spanId = "";
    String httpMethod = "";
    String uri = "";
    String resourceClass = "com.acme.Shop";
    String resourceMethod = "serve";
    String client = "127.0.0.1";

    static Rest begin(String method, String uri, int number) {
      Rest rest = new Rest();
      rest.httpMethod = method;
      rest.uri = uri;
      rest.traceId = "trace-" + number;
      rest.begin();
      return rest;
    }
  }

  /** What JDK 25 has; before it, libraries have an annotation of the same name. */
  @MetadataDefinition
  @Name("jdk.jfr.Contextual")
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.FIELD)
  @interface Contextual {}

  @Name("com.acme.Order")
  static final class Order extends Event {
    @Contextual String route = "";
    @Contextual String tenant = "";
    @Contextual long orderId;
    String note = "of no interest";

    static Order begin(String route, String tenant, long id) {
      Order order = new Order();
      order.route = route;
      order.tenant = tenant;
      order.orderId = id;
      order.begin();
      return order;
    }
  }
}

package dev.rollcall.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rollcall.analysis.age.AgeRuling;
import dev.rollcall.analysis.age.Ages;
import dev.rollcall.analysis.age.Lifetimes;
import java.io.IOException;
import java.util.Locale;

/** Ages of open resources beside the lifetimes of their siblings, as fields of their group. */
final class JsonAges {
  private JsonAges() {}

  static void write(AgeRuling ruling, JsonGenerator json) throws IOException {
    Ages ages = ruling.ages();
    json.writeObjectFieldStart("ages");
    json.writeNumberField("known", ages.known());
    json.writeNumberField("youngestMillis", ages.youngestMillis());
    json.writeNumberField("medianMillis", ages.medianMillis());
    json.writeNumberField("oldestMillis", ages.oldestMillis());
    json.writeEndObject();
    Lifetimes siblings = ruling.siblings();
    json.writeObjectFieldStart("siblings");
    json.writeNumberField("released", siblings.released());
    json.writeNumberField("medianMillis", siblings.medianMillis());
    json.writeNumberField("longestMillis", siblings.longestMillis());
    json.writeEndObject();
    json.writeStringField("age", word(ruling.verdict()));
    json.writeNumberField("overdue", ruling.overdue());
  }

  static AgeRuling read(JsonFields group) throws MalformedReportException {
    return new AgeRuling(
        group.object("ages", JsonAges::ages),
        group.object("siblings", JsonAges::siblings),
        group.word("age", AgeRuling.Verdict.values(), JsonAges::word),
        group.count("overdue"));
  }

  private static Ages ages(JsonFields ages) throws MalformedReportException {
    return new Ages(
        ages.count("known"),
        ages.count("youngestMillis"),
        ages.count("medianMillis"),
        ages.count("oldestMillis"));
  }

  private static Lifetimes siblings(JsonFields siblings) throws MalformedReportException {
    return new Lifetimes(
        siblings.count("released"),
        siblings.count("medianMillis"),
        siblings.count("longestMillis"));
  }

  private static String word(AgeRuling.Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT);
  }
}

package dev.rollcall.cli.mcp;

import io.modelcontextprotocol.json.schema.JsonSchemaValidator;
import java.util.Map;

/**
 * A validator that lets everything pass: one that does not would be ten times as large as we are.
 */
final class AnySchema implements JsonSchemaValidator {
  @Override
  public ValidationResponse validate(Map<String, Object> schema, Object content) {
    return ValidationResponse.asValid("");
  }
}

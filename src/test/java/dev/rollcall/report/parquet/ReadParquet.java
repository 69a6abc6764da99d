package dev.rollcall.report.parquet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.Type;

/** Reads Parquet files with Parquet's own reader. */
public final class ReadParquet {
  private ReadParquet() {}

  /**
   * The rows of a file: column by column, without those that are null. A list is a list, a map is a
   * map, and a frame is a map.
   */
  public static List<Map<String, Object>> rows(Path file) throws IOException {
    List<Map<String, Object>> rows = new ArrayList<>();
    try (ParquetReader<Group> reader =
        new Builder(new LocalInputFile(file))
            .withConf(new PlainParquetConfiguration())
            .withCodecFactory(new Gunzip())
            .build()) {
      for (Group row = reader.read(); row != null; row = reader.read()) {
        rows.add(values(row));
      }
    }
    return rows;
  }

  private static final class Builder extends ParquetReader.Builder<Group> {
    Builder(InputFile file) {
      super(file);
    }

    @Override
    protected ReadSupport<Group> getReadSupport() {
      return new GroupReadSupport();
    }
  }

  private static Map<String, Object> values(Group group) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (int i = 0; i < group.getType().getFieldCount(); i++) {
      if (group.getFieldRepetitionCount(i) > 0) {
        values.put(group.getType().getFieldName(i), value(group, i));
      }
    }
    return values;
  }

  private static Object value(Group group, int at) {
    Type type = group.getType().getType(at);
    if (type.isPrimitive()) {
      return switch (type.asPrimitiveType().getPrimitiveTypeName()) {
        case BINARY -> group.getString(at, 0);
        case INT64 -> group.getLong(at, 0);
        case DOUBLE -> group.getDouble(at, 0);
        case BOOLEAN -> group.getBoolean(at, 0);
        default -> throw new AssertionError("no table has a " + type);
      };
    }
    Group inner = group.getGroup(at, 0);
    if (type.getLogicalTypeAnnotation() == null) {
      return values(inner);
    }
    boolean isMap =
        type.getLogicalTypeAnnotation() instanceof LogicalTypeAnnotation.MapLogicalTypeAnnotation;
    List<Object> list = new ArrayList<>();
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < inner.getFieldRepetitionCount(0); i++) {
      Group one = inner.getGroup(0, i);
      if (isMap) {
        map.put(one.getString(0, 0), one.getString(1, 0));
      } else {
        list.add(value(one, 0));
      }
    }
    return isMap ? map : list;
  }

  /** What readers that have Hadoop bring along. */
  private static final class Gunzip implements CompressionCodecFactory {
    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
      throw new UnsupportedOperationException("nothing is written here");
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
      return new BytesInputDecompressor() {
        @Override
        public BytesInput decompress(BytesInput bytes, int size) throws IOException {
          try (GZIPInputStream gzip = new GZIPInputStream(bytes.toInputStream())) {
            return BytesInput.from(gzip.readAllBytes());
          }
        }

        @Override
        public void decompress(ByteBuffer from, int fromSize, ByteBuffer to, int toSize) {
          throw new UnsupportedOperationException("arrays are at hand");
        }

        @Override
        public void release() {}
      };
    }

    @Override
    public void release() {}
  }
}

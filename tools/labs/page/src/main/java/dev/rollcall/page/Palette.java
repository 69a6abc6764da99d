package dev.rollcall.page;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** Small pictures: at most 256 colours, the most frequent ones; others become the nearest. */
final class Palette {
  private static final int MOST = 256;

  private Palette() {}

  /** A picture as PNG; the same picture gives the same bytes. */
  static byte[] png(BufferedImage image) throws IOException {
    Map<Integer, Integer> counts = new HashMap<>();
    int width = image.getWidth();
    int height = image.getHeight();
    int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
    for (int pixel : pixels) {
      counts.merge(pixel | 0xff000000, 1, Integer::sum);
    }
    List<Integer> colours = new ArrayList<>(counts.keySet());
    colours.sort((a, b) -> compare(counts, a, b));
    List<Integer> kept = colours.subList(0, Math.min(MOST, colours.size()));

    int[] map = kept.stream().mapToInt(Integer::intValue).toArray();
    IndexColorModel model =
        new IndexColorModel(8, map.length, map, 0, false, -1, java.awt.image.DataBuffer.TYPE_BYTE);
    BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, model);
    Map<Integer, Integer> index = new HashMap<>();
    for (int i = 0; i < pixels.length; i++) {
      int at = index.computeIfAbsent(pixels[i] | 0xff000000, colour -> nearest(colour, map));
      small.getRaster().setSample(i % width, i / width, 0, at);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(small, "png", out);
    return out.toByteArray();
  }

  private static int compare(Map<Integer, Integer> counts, Integer a, Integer b) {
    int byCount = counts.getOrDefault(b, 0).compareTo(counts.getOrDefault(a, 0));
    return byCount != 0 ? byCount : a.compareTo(b);
  }

  private static int nearest(int colour, int[] map) {
    int best = 0;
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < map.length && least > 0; i++) {
      int distance = 0;
      for (int shift = 0; shift <= 16; shift += 8) {
        int difference = (colour >> shift & 0xff) - (map[i] >> shift & 0xff);
        distance += difference * difference;
      }
      if (distance < least) {
        least = distance;
        best = i;
      }
    }
    return best;
  }
}

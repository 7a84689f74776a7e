package org.folkmoot.media;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How loud a recording is from its beginning to its end, drawn as bars.
final class Waveform {
  /// Samples a second that are looked at.
  static final int RATE = 4000;

  private static final int BARS = 160;
  private static final int HEIGHT = 48;

  /// Samples of which only the loudest is kept while reading: a tenth of a second.
  private static final int AT_ONCE = RATE / 10;

  private Waveform() {}

  /// The loudest sample of each bar, from 0 to 1; fewer bars for a very short recording.
  static List<Double> peaks(InputStream samples) throws IOException {
    var tenths = new ArrayList<Integer>();
    var buffer = new byte[AT_ONCE * 2];
    for (int n = samples.readNBytes(buffer, 0, buffer.length);
        n > 1;
        n = samples.readNBytes(buffer, 0, buffer.length)) {
      int loudest = 0;
      for (int i = 0; i + 1 < n; i += 2) {
        loudest = Math.max(loudest, Math.abs((short) ((buffer[i] & 0xff) | (buffer[i + 1] << 8))));
      }
      tenths.add(loudest);
    }
    int bars = Math.min(BARS, tenths.size());
    var peaks = new ArrayList<Double>();
    for (int bar = 0; bar < bars; bar++) {
      int from = (int) ((long) bar * tenths.size() / bars);
      int to = (int) ((long) (bar + 1) * tenths.size() / bars);
      int loudest = tenths.subList(from, to).stream().max(Integer::compare).orElse(0);
      peaks.add(Math.min(1, loudest / 32767.0));
    }
    return peaks;
  }

  /// Numbers alone go into it: nothing of the file, and nothing that runs.
  static String svg(List<Double> peaks) {
    var svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ");
    svg.append(Math.max(1, peaks.size()) * 4).append(' ').append(HEIGHT);
    svg.append("\" preserveAspectRatio=\"none\" fill=\"#808080\">");
    for (int i = 0; i < peaks.size(); i++) {
      double high = Math.max(1, peaks.get(i) * HEIGHT);
      svg.append(
          String.format(
              Locale.ROOT,
              "<rect x=\"%d\" y=\"%.1f\" width=\"3\" height=\"%.1f\"/>",
              i * 4,
              (HEIGHT - high) / 2,
              high));
    }
    return svg.append("</svg>").toString();
  }
}

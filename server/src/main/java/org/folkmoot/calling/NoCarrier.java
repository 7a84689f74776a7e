package org.folkmoot.calling;

import java.io.IOException;
import java.io.InputStream;
import org.folkmoot.sms.Webhook;
import org.folkmoot.sms.voice.VoiceProvider;

/// Stands where nobody carries calls: nothing comes in, and nothing is to be had.
final class NoCarrier implements VoiceProvider {

  @Override
  public String name() {
    return "none";
  }

  @Override
  public boolean isGenuine(Webhook call) {
    return false;
  }

  @Override
  public boolean isRecording(String recording) {
    return false;
  }

  @Override
  public InputStream open(String recording) throws IOException {
    throw new IOException("nobody carries calls");
  }

  @Override
  public void delete(String recording) throws IOException {
    throw new IOException("nobody carries calls");
  }
}

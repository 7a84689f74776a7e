package org.folkmoot.demo;

import io.helidon.config.Config;
import java.time.Instant;

/// What all doors of one consultation are played with.
///
/// @param files the consultation's folder
/// @param plan its `consultation.yaml`
record Scene(
    Demo.Rooms rooms,
    SampleFiles files,
    Config plan,
    SampleConsultation.Town town,
    String slug,
    SampleVoices voices) {

  String officer() {
    return town.officer();
  }

  /// Puts an act at a moment as the sample's files write it ([SampleDays#moment]).
  void at(String moment, Runnable act) {
    at(town.days().moment(moment), act);
  }

  void at(Instant moment, Runnable act) {
    town.calendar().at(moment, act);
  }
}

package org.folkmoot.consultation;

import java.util.Optional;
import org.folkmoot.consultation.Consultation.State;
import org.folkmoot.door.Ask;
import org.folkmoot.door.Door;
import org.folkmoot.door.Problem;
import org.folkmoot.door.ProblemException;

/// Keeps drafts from the public, on every page of every room. Thread-safe.
public final class ConsultationGate implements Door.Gate {

  private final ConsultationService consultations;

  public ConsultationGate(ConsultationService consultations) {
    this.consultations = consultations;
  }

  @Override
  public void check(Ask ask) {
    Optional<Consultation> asked = ask.valueIfAny("consultation").flatMap(consultations::find);
    if (asked.isPresent() && asked.get().state() == State.DRAFT && !ask.visitor().isStaff()) {
      throw new ProblemException(new Problem.NotFound());
    }
  }
}

package org.folkmoot.receipt;

import org.folkmoot.consultation.Consultation;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.door.Access;
import org.folkmoot.door.Answer;
import org.folkmoot.door.Ask;
import org.folkmoot.door.RouteTable;

/// What people said, as anyone may read it. Staff and councillors see here what the public sees;
/// what else they may read is on pages of their own.
public final class PublicRecordRoutes implements RouteTable.Routes {

  private final ConsultationService consultations;
  private final PublicRecordViews views;

  PublicRecordRoutes(ConsultationService consultations, PublicRecordViews views) {
    this.consultations = consultations;
    this.views = views;
  }

  @Override
  public void register(RouteTable table) {
    table.get("/c/{consultation}/record", Access.everyone(), this::show);
  }

  private Answer show(Ask ask) {
    Consultation asked = consultations.get(ask.value("consultation"));
    return ask.page(views.record(asked, RecordFilter.of(ask), ask.words()));
  }
}

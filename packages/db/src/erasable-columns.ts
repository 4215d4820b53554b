/**
 * Free text and names, by table: columns of which the ledger holds a digest only, salted with the row's own salt. The trigger of each
 * table names the same ones.
 */
export const erasableColumns: Readonly<Record<string, readonly string[]>> = {
  action_plan: ['text'],
  assessment_answer: ['comment'],
  assessment_remark: ['body'],
  audit_booking: ['place'],
  audit_expert: ['name'],
  award: ['note'],
  case_milestone: ['note'],
  cluster: ['notes'],
  contact_note: ['body'],
  correction_proposal: ['text', 'decision_text'],
  document: ['title'],
  document_version: ['file_name', 'comment', 'decision_text'],
  membership: ['note'],
  person: ['name', 'email', 'title', 'phone'],
  plan_milestone: ['text'],
  recertification_case: ['note'],
  recommendation: ['text'],
  recommendation_note: ['body'],
  reminder_hold: ['note'],
  waiver: ['text'],
  webhook_endpoint: ['name', 'url'],
};

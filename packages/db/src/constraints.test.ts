import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordAs, systemActor } from './actor.js';
import { constraintFields } from './constraint-fields.js';
import { ConstraintError } from './errors.js';
import { createTestDatabase, present, type TestDatabase } from './testing.js';

const nobody = '00000000-0000-4000-8000-000000000000';
const ids = {
  person: '',
  cluster: '',
  programme: '',
  plan: '',
  award: '',
  document: '',
  booking: '',
  case: '',
  framework: '',
  assessment: '',
  recommendation: '',
  endpoint: '',
  feed: '',
  message: '',
  reminder: '',
};
let versions = 0;

type Values = Record<string, unknown>;

/** A row that every table accepts; each case spoils one thing in it. */
const sound: Record<string, () => Values> = {
  person: () => ({ name: 'Anna', email: 'anna@eksempel.example', language: 'da' }),
  cluster: () => ({ slug: 'ny-klynge', name: 'Ny klynge', domain_da: 'x', domain_en: 'x', kind: 'spirende', portfolio: 'exercise' }),
  programme: () => ({ slug: 'nyt', name_da: 'x', name_en: 'x', portfolio: 'exercise', starts_on: '2025-01-01', ends_on: '2025-12-31' }),
  membership: () => ({ ...ofProgramme(), member: 'yes', bound: 'yes', starts_on: '2030-01-01', ends_on: '2030-12-31' }),
  obligation: () => ({ programme_id: ids.programme, required_level: 'gold', starts_on: '2030-01-01', ends_on: '2030-12-31' }),
  person_cluster_role: () => ({ person_id: ids.person, cluster_id: ids.cluster, role: 'manager', starts_on: '2030-01-01' }),
  award: () => ({ cluster_id: ids.cluster, level: 'gold', kind: 'first', valid_until_basis: 'not-known' }),
  action_plan: () => ({ ...ofProgramme(), proposed_on: '2025-02-01', due_on: '2025-10-01' }),
  plan_milestone: () => ({ cluster_id: ids.cluster, plan_id: ids.plan, text: 'x', due_on: '2025-06-30' }),
  waiver: () => ({ ...ofProgramme(), proposed_on: '2025-01-01', starts_on: '2025-01-01', ends_on: '2025-06-30' }),
  audit_booking: () => ({
    cluster_id: ids.cluster,
    level: 'gold',
    first_day_on: '2025-03-03',
    last_day_on: '2025-03-04',
    form: 'on-site',
    state: 'reported',
    reported_on: '2025-01-01',
    reported_by_role: 'manager',
  }),
  audit_expert: () => ({ cluster_id: ids.cluster, booking_id: ids.booking, name: 'x', country: 'NO', has_conflict: false }),
  recertification_case: () => ({ cluster_id: ids.cluster, cycle: 'gold:first:9', level: 'gold', kind: 'first', opened_on: '2025-01-01' }),
  case_milestone: () => ({ cluster_id: ids.cluster, case_id: ids.case, milestone: 'order' }),
  record_confirmation: () => ({ cluster_id: ids.cluster, confirmed_on: '2025-01-01' }),
  document: () => ({ cluster_id: ids.cluster, subject_kind: 'cluster', subject_id: 'x', title: 'x' }),
  document_version: () => ({
    cluster_id: ids.cluster,
    document_id: ids.document,
    number: (versions += 1),
    file_name: 'x.pdf',
    media_type: 'application/pdf',
    size_bytes: 1,
    sha256: 'a'.repeat(64),
    stored_key: randomUUID(),
    uploaded_by_role: 'manager',
  }),
  contact_note: () => ({ cluster_id: ids.cluster, noted_on: '2025-01-01', body: 'x' }),
  correction_proposal: () => ({ cluster_id: ids.cluster, subject: 'award', proposed_on: '2025-01-01', proposed_values: '{}' }),
  framework: () => ({ level: 'gold', version: 'x', effective_from: '2030-01-01', dimensions: '[]', share_of_total: 80 }),
  framework_indicator: () => ({
    framework_id: ids.framework,
    position: 1,
    code: 'A1',
    name_da: 'x',
    name_en: 'x',
    dimension: 'A',
    measures_da: 'x',
    measures_en: 'x',
    scale: '[]',
    maximum: 5,
    weight: 1,
    values_confidence: 'assumption',
  }),
  assessment: () => ({ cluster_id: ids.cluster, framework_id: ids.framework, kind: 'self-test', round: 2, started_on: '2030-01-01' }),
  assessment_answer: () => ({ cluster_id: ids.cluster, assessment_id: ids.assessment, indicator: 'A1', score: 3 }),
  recommendation: () => ({ cluster_id: ids.cluster, given_on: '2030-01-01', indicators: ['A1'], owner: 'cluster', text: 'x' }),
  recommendation_note: () => ({
    cluster_id: ids.cluster,
    recommendation_id: ids.recommendation,
    noted_on: '2030-01-01',
    by_role: 'officer',
    body: 'x',
  }),
  assessment_remark: () => ({ cluster_id: ids.cluster, assessment_id: ids.assessment, indicator: 'A1', given_on: '2030-01-01', body: 'x' }),
  validity_rule: () => ({ level: 'gold', kind: 'first', months: 24, effective_from: '2030-01-01' }),
  renewal_window_rule: () => ({ level: 'gold', months: 12, event: 'approved', effective_from: '2030-01-01' }),
  figure_rule: () => ({ key: 'expiring-horizon-days', value: 180, effective_from: '2030-01-01' }),
  process_step_rule: () => ({
    step: 'audit',
    kind: 'first',
    before: 'decision',
    offset: 42,
    unit: 'calendar-days',
    lasts: 2,
    effective_from: '2030-01-01',
  }),
  reminder_step_rule: () => ({ event: 'end', offset_days: -30, recipients: '{manager}', effective_from: '2030-01-01' }),
  closed_day: () => ({ day_on: '2030-01-01', name_da: 'x', name_en: 'x' }),
  expert_capacity: () => ({ is_standard: false, month_on: '2030-01-01', audits: 2 }),
  reminder_hold: () => ({
    cluster_id: ids.cluster,
    kind: 'acknowledgement',
    event: 'booking',
    subject: '',
    deadline_on: '2030-01-31',
    from_on: '2030-01-01',
    until_on: '2030-01-15',
    by_role: 'manager',
    via_key: '00000000-0000-4000-8000-000000000001',
    note: 'x',
  }),
  reminder_action: () => ({ cluster_id: ids.cluster, reminder_id: nobody, kind: 'bounce' }),
  person_absence: () => ({ person_id: ids.person, starts_on: '2030-01-01', ends_on: '2030-01-15' }),
  mail_preference: () => ({ person_id: ids.person, kind: 'milestone', is_wanted: false }),
  message_part: () => ({ message_id: ids.message, cluster_id: ids.cluster, text: 'x', html: 'x' }),
  mail_return: () => ({
    sending_key: nobody,
    kind: 'failed',
    person_id: ids.person,
    status: '5.1.1',
    diagnostic: '',
    received_at: '2030-01-01T00:00:00Z',
  }),
  reminder_return: () => ({ reminder_id: ids.reminder, sending_key: nobody, returned_at: '2030-01-01T00:00:00Z' }),
  webhook_endpoint: () => ({ name: 'x', url: 'https://eksempel.example/x', events: '{"cluster.changed": "2030-01-01T00:00:00Z"}' }),
  webhook_secret: () => ({ endpoint_id: ids.endpoint, sealed: 'x' }),
  webhook_told_version: () => ({ endpoint_id: ids.endpoint, cluster_id: ids.cluster, version: 1 }),
  webhook_told_verdicts: () => ({ endpoint_id: ids.endpoint, known_at: '2030-01-01T00:00:00Z', day_on: '2030-01-01' }),
  webhook_delivery: () => ({ endpoint_id: ids.endpoint, event_key: 'x', type: 'cluster.changed', cluster_id: ids.cluster, payload: '{}' }),
  calendar_feed: () => ({ person_id: ids.person, cluster_id: ids.cluster, secret_hash: 'a'.repeat(64), language: 'da' }),
  calendar_revocation: () => ({ person_id: ids.person, feed_id: ids.feed }),
  calendar_event: () => ({
    cluster_id: ids.cluster,
    key: 'x',
    kind: 'end',
    starts_on: '2030-01-01',
    ends_on: '2030-01-01',
    digest: 'x',
  }),
};

const ofProgramme = () => ({ cluster_id: ids.cluster, programme_id: ids.programme });

/** Per table: constraint, and what spoils the sound row. `twice`: the same row a second time. Several: rows of which each is sound. */
const cases: Record<string, Record<string, Values | 'twice' | (() => Values | Values[])>> = {
  person: {
    person_email: 'twice',
    person_account: () => ({ account_id: nobody, email: null }),
    person_email_form: { email: 'Anna@Eksempel.example' },
    person_language_known: { language: 'de' },
    person_role_known: { role: 'king' },
    person_erased_whole: { name: null },
    person_erased_empty: { erased_at: '2025-01-01', name: null, salt: null },
    source_named: { source: '' },
    confidence_known: { confidence: 'surely' },
  },
  cluster: {
    cluster_slug: 'twice',
    cluster_slug_form: { slug: 'Ny Klynge' },
    cluster_kind_known: { kind: 'other' },
    cluster_portfolio_known: { portfolio: 'other' },
    cluster_cvr_number_form: { cvr_number: '1234567' },
    cluster_name_given: { name: ' ' },
    cluster_short_name_given: { short_name: ' ' },
    cluster_notes_salted: { notes: 'x', salt: null },
    cluster_responsible_officer: { responsible_officer_id: nobody },
  },
  programme: {
    programme_slug: 'twice',
    programme_slug_form: { slug: 'Nyt program' },
    programme_portfolio_known: { portfolio: 'other' },
    programme_date_order: { ends_on: '2024-12-31' },
    programme_head: { head_id: nobody },
  },
  membership: {
    membership_cluster: { cluster_id: nobody },
    membership_programme: { programme_id: nobody },
    membership_member_known: { member: 'maybe', bound: 'no' },
    membership_bound_known: { bound: 'maybe' },
    membership_bound_only_members: { member: 'not-known', bound: 'yes' },
    membership_date_order: { ends_on: '2029-12-31' },
    membership_level_due_order: { level_due_on: '2029-12-31' },
    membership_note_salted: { note: 'x', salt: null },
    membership_one_at_a_time: 'twice',
  },
  obligation: {
    obligation_programme: { programme_id: nobody },
    obligation_required_level_known: { required_level: 'platinum' },
    obligation_date_order: { ends_on: '2029-12-31' },
    obligation_one_at_a_time: 'twice',
  },
  person_cluster_role: {
    person_cluster_role_person: { person_id: nobody },
    person_cluster_role_cluster: { cluster_id: nobody },
    person_cluster_role_known: { role: 'king' },
    person_cluster_role_date_order: { ends_on: '2029-12-31' },
    person_cluster_role_one_at_a_time: 'twice',
  },
  award: {
    award_cluster: { cluster_id: nobody },
    award_level_known: { level: 'platinum' },
    award_kind_known: { kind: 'second' },
    award_assessed_on_date: { assessed_on: '2025-13' },
    award_approved_on_date: { approved_on: '2025-02-30' },
    award_valid_from_date: { valid_from: '25-01-01' },
    award_valid_until_date: { valid_until: '2027-02-29', valid_until_basis: 'certificate' },
    award_assessment_order: { assessed_on: '2025-03-01', approved_on: '2025-02' },
    award_validity_order: { valid_from: '2027-03-01', valid_until: '2027-02-28', valid_until_basis: 'certificate' },
    award_valid_until_basis_known: { valid_until: '2027-02-28', valid_until_basis: 'hearsay' },
    award_valid_until_founded: { valid_until: '2027-02-28' },
    award_note_salted: { note: 'x', salt: null },
  },
  action_plan: {
    action_plan_cluster: { cluster_id: nobody },
    action_plan_programme: { programme_id: nobody },
    action_plan_accepted_order: { accepted_on: '2025-01-31' },
    action_plan_closed_order: { closed_on: '2025-01-31', closed_as: 'refused' },
    action_plan_due_order: { due_on: '2025-01-31' },
    action_plan_text_salted: { text: 'x', salt: null },
    action_plan_closed_as_known: { closed_on: '2025-03-01', closed_as: 'lost' },
    action_plan_closed_how: { closed_on: '2025-03-01' },
    action_plan_returned_order: { returned_on: '2025-01-31' },
    action_plan_returned_waits: { returned_on: '2025-03-01', accepted_on: '2025-03-02' },
  },
  plan_milestone: {
    plan_milestone_cluster: { cluster_id: nobody },
    plan_milestone_plan: { plan_id: nobody },
    plan_milestone_text_salted: { salt: null },
  },
  waiver: {
    waiver_cluster: { cluster_id: nobody },
    waiver_programme: { programme_id: nobody },
    waiver_date_order: { ends_on: '2024-12-31' },
    waiver_text_salted: { text: 'x', salt: null },
    waiver_proposed_by: { proposed_by_id: nobody },
    waiver_decided_by: { decided_by_id: nobody },
    waiver_two_persons: () => ({ approved_on: '2025-01-02', proposed_by_id: ids.person, decided_by_id: ids.person }),
    waiver_decided_once: { approved_on: '2025-01-02', closed_on: '2025-01-03', closed_as: 'withdrawn' },
    waiver_closed_as_known: { closed_on: '2025-01-03', closed_as: 'lost' },
    waiver_closed_how: { closed_as: 'refused' },
    waiver_approved_order: { approved_on: '2024-12-31' },
    waiver_closed_order: { closed_on: '2024-12-31', closed_as: 'refused' },
  },
  audit_booking: {
    audit_booking_cluster: { cluster_id: nobody },
    audit_booking_level_known: { level: 'platinum' },
    audit_booking_date_order: { last_day_on: '2025-03-02' },
    audit_booking_form_known: { form: 'letter' },
    audit_booking_state_known: { state: 'perhaps' },
    audit_booking_reported_by_known: { reported_by_role: 'king' },
    audit_booking_salted: { place: 'x', salt: null },
  },
  audit_expert: {
    audit_expert_cluster: { cluster_id: nobody },
    audit_expert_booking: { booking_id: nobody },
    audit_expert_country_form: { country: 'Norge' },
    audit_expert_name_salted: { salt: null },
  },
  recertification_case: {
    recertification_case_once: 'twice',
    recertification_case_cluster: { cluster_id: nobody },
    recertification_case_award: { state: 'awarded', decided_on: '2025-02-01', award_id: nobody },
    recertification_case_level_known: { level: 'platinum' },
    recertification_case_kind_known: { kind: 'second' },
    recertification_case_state_known: { state: 'lost', decided_on: '2025-02-01' },
    recertification_case_decided: { state: 'withdrawn' },
    recertification_case_award_given: { state: 'awarded', decided_on: '2025-02-01' },
    recertification_case_cure_of_failed: { cure_ends_on: '2025-06-01' },
    recertification_case_cure_order: { state: 'failed', decided_on: '2025-02-01', cure_ends_on: '2025-02-01' },
    recertification_case_note_salted: { note: 'x', salt: null },
  },
  case_milestone: {
    case_milestone_once: 'twice',
    case_milestone_cluster: { cluster_id: nobody },
    case_milestone_case: { case_id: nobody },
    case_milestone_known: { milestone: 'party' },
    case_milestone_owner_known: { owner: 'king' },
    case_milestone_note_salted: { note: 'x', salt: null },
  },
  record_confirmation: {
    record_confirmation_cluster: { cluster_id: nobody },
    record_confirmation_confirmed_by: { confirmed_by_id: nobody },
  },
  document: {
    document_cluster: { cluster_id: nobody },
    document_subject_kind_known: { subject_kind: 'weather' },
    document_subject_given: { subject_id: '' },
    document_title_salted: { salt: null },
    document_newest_version_not_negative: { newest_version: -1 },
  },
  document_version: {
    document_version_cluster: { cluster_id: nobody },
    document_version_document: { document_id: nobody },
    document_version_uploaded_by: { uploaded_by_id: nobody },
    document_version_decided_by: { decided_by_id: nobody },
    document_version_once: { number: 1000 },
    document_version_stored_key: { stored_key: nobody },
    document_version_number_positive: { number: 0 },
    document_version_size_positive: { size_bytes: 0 },
    document_version_sha256_form: { sha256: 'A'.repeat(64) },
    document_version_uploaded_by_known: { uploaded_by_role: 'reader' },
    document_version_decision_known: { decision: 'burnt', decided_on: '2025-01-01' },
    document_version_decided: { decision: 'approved' },
    document_version_salted: { salt: null },
  },
  contact_note: {
    contact_note_cluster: { cluster_id: nobody },
    contact_note_author: { author_id: nobody },
    contact_note_body_salted: { salt: null },
  },
  correction_proposal: {
    correction_proposal_cluster: { cluster_id: nobody },
    correction_proposal_award: { award_id: nobody },
    correction_proposal_proposed_by: { proposed_by_id: nobody },
    correction_proposal_decided_by: { decided_by_id: nobody },
    correction_proposal_subject_known: { subject: 'weather' },
    correction_proposal_state_known: { state: 'perhaps', decided_on: '2025-01-01' },
    correction_proposal_decided: { state: 'accepted' },
    correction_proposal_decision_order: { state: 'refused', decided_on: '2024-12-31' },
    correction_proposal_salted: { text: 'x', salt: null },
  },
  framework: {
    framework_once: 'twice',
    framework_active_once: () => ({ version: String((versions += 1)), state: 'active' }),
    framework_level_known: { level: 'platinum' },
    framework_state_known: { state: 'perhaps' },
    framework_version_given: { version: '' },
    framework_date_order: { effective_until: '2029-12-31' },
    framework_share_is_percent: { share_of_total: 101 },
  },
  framework_indicator: {
    framework_indicator_once: 'twice',
    framework_indicator_framework: { framework_id: nobody },
    framework_indicator_code_given: { code: '' },
    framework_indicator_maximum_positive: { maximum: 0 },
    framework_indicator_minimum_within: { minimum: 6 },
    framework_indicator_weight_not_negative: { weight: -1 },
    framework_indicator_values_confidence_known: { values_confidence: 'surely' },
  },
  recommendation: {
    recommendation_cluster: { cluster_id: nobody },
    recommendation_case: { case_id: nobody },
    recommendation_assessment: { assessment_id: nobody },
    recommendation_state_known: { state: 'perhaps' },
    recommendation_owner_known: { owner: 'assessor' },
    recommendation_closed: { closed_on: '2030-01-01' },
    recommendation_reported: { state: 'reported' },
    recommendation_text_salted: { salt: null },
  },
  recommendation_note: {
    recommendation_note_cluster: { cluster_id: nobody },
    recommendation_note_recommendation: { recommendation_id: nobody },
    recommendation_note_role_known: { by_role: 'reader' },
    recommendation_note_salted: { salt: null },
  },
  assessment: {
    assessment_once: 'twice',
    assessment_cluster: { cluster_id: nobody },
    assessment_framework: { framework_id: nobody },
    assessment_case: { case_id: nobody },
    assessment_kind_known: { kind: 'guess' },
    assessment_state_known: { state: 'perhaps', submitted_on: '2030-01-01' },
    assessment_round_positive: { round: 0 },
    assessment_submitted: { state: 'submitted' },
    assessment_closed: { closed_on: '2030-01-01' },
  },
  assessment_answer: {
    assessment_answer_once: 'twice',
    assessment_answer_cluster: { cluster_id: nobody },
    assessment_answer_assessment: { assessment_id: nobody },
    assessment_answer_score_not_negative: { score: -1 },
    assessment_answer_confirms_score: { score: null, is_to_confirm: true },
    assessment_answer_salted: { comment: 'x', salt: null },
  },
  assessment_remark: {
    assessment_remark_cluster: { cluster_id: nobody },
    assessment_remark_assessment: { assessment_id: nobody },
    assessment_remark_salted: { salt: null },
  },
  validity_rule: {
    validity_rule_once: 'twice',
    validity_rule_level_known: { level: 'platinum' },
    validity_rule_kind_known: { kind: 'second' },
    validity_rule_months_positive: { months: 0 },
  },
  renewal_window_rule: {
    renewal_window_rule_once: 'twice',
    renewal_window_rule_level_known: { level: 'platinum' },
    renewal_window_rule_event_known: { event: 'applied' },
    renewal_window_rule_months_not_negative: { months: -1 },
  },
  figure_rule: {
    figure_rule_once: 'twice',
    figure_rule_key_known: { key: 'speed' },
    figure_rule_value_not_negative: { value: -1 },
  },
  process_step_rule: {
    process_step_rule_once: 'twice',
    process_step_rule_step_known: { step: 'party' },
    process_step_rule_kind_known: { kind: 'second' },
    process_step_rule_before_known: { before: 'lunch' },
    process_step_rule_unit_known: { unit: 'weeks' },
    process_step_rule_offset_not_negative: { offset: -1 },
    process_step_rule_lasts_not_negative: { lasts: -1 },
    process_step_rule_owner_known: { owner: 'king' },
    process_step_rule_after_known: { after: '{party}' },
  },
  reminder_step_rule: {
    reminder_step_rule_once: 'twice',
    reminder_step_rule_event_known: { event: 'party' },
    reminder_step_rule_recipients_known: { recipients: '{king}' },
    reminder_step_rule_level_known: { level: 'tin' },
    reminder_step_rule_unit_known: { unit: 'weeks' },
    reminder_step_rule_channel_known: { channel: 'pigeon' },
    reminder_step_rule_urgency_known: { urgency: 'yesterday' },
    reminder_step_rule_cluster: { cluster_id: nobody },
  },
  expert_capacity: {
    expert_capacity_of_month: 'twice',
    expert_capacity_standard: { is_standard: true, month_on: null },
    expert_capacity_standard_or_month: { month_on: null },
    expert_capacity_first_of_month: { month_on: '2030-01-02' },
    expert_capacity_not_negative: { audits: -1 },
  },
  closed_day: {
    closed_day_for_all: 'twice',
    closed_day_of_programme: () => ({ programme_id: ids.programme }),
    closed_day_programme: { programme_id: nobody },
  },
  reminder_hold: {
    reminder_hold_via_once: 'twice',
    reminder_hold_cluster: { cluster_id: nobody },
    reminder_hold_person: { person_id: nobody },
    reminder_hold_kind_known: { kind: 'nap' },
    reminder_hold_event_known: { event: 'party' },
    reminder_hold_subject_of_event: { kind: 'pause', event: null },
    reminder_hold_acknowledges_deadline: { deadline_on: null },
    reminder_hold_date_order: { until_on: '2029-12-31' },
    reminder_hold_plan_of_acknowledgement: { kind: 'snooze', plan_on: '2030-01-10' },
    reminder_hold_role_known: { by_role: 'king' },
    reminder_hold_note_salted: { salt: null },
  },
  reminder_action: {
    reminder_action_cluster: { cluster_id: nobody },
    reminder_action_kind_known: { kind: 'dance' },
  },
  person_absence: {
    person_absence_one_at_a_time: 'twice',
    person_absence_person: { person_id: nobody },
    person_absence_deputy: { deputy_id: nobody },
    person_absence_deputy_other: () => ({ deputy_id: ids.person }),
    person_absence_date_order: { ends_on: '2029-12-31' },
  },
  mail_preference: {
    mail_preference_person: { person_id: nobody },
    mail_preference_kind_known: { kind: 'booking' },
  },
  message_part: {
    message_part_message: { message_id: nobody },
    message_part_cluster: { cluster_id: nobody },
  },
  mail_return: {
    mail_return_person: { person_id: nobody },
    mail_return_kind_known: { kind: 'eaten' },
  },
  reminder_return: {
    reminder_return_reminder: { reminder_id: nobody },
    reminder_return_by: { by_id: nobody },
  },
  webhook_endpoint: {
    webhook_endpoint_programme: { programme_id: nobody },
    webhook_endpoint_created_by: { created_by_id: nobody },
    webhook_endpoint_events_known: { events: '{"party": "2030-01-01T00:00:00Z"}' },
    webhook_endpoint_one_scope: () => ({ programme_id: ids.programme, cluster_ids: [ids.cluster] }),
    webhook_endpoint_clusters_given: { cluster_ids: [] },
    webhook_endpoint_switched_off: { is_active: false },
    webhook_endpoint_switched_off_known: { is_active: false, switched_off_because: 'tired' },
  },
  webhook_secret: {
    webhook_secret_present: 'twice',
    webhook_secret_endpoint: { endpoint_id: nobody },
  },
  webhook_told_version: {
    webhook_told_version_endpoint: { endpoint_id: nobody },
    webhook_told_version_cluster: { cluster_id: nobody },
  },
  webhook_told_verdicts: {
    webhook_told_verdicts_endpoint: { endpoint_id: nobody },
  },
  webhook_delivery: {
    webhook_delivery_once: 'twice',
    webhook_delivery_endpoint: { endpoint_id: nobody },
    webhook_delivery_cluster: { cluster_id: nobody },
    webhook_delivery_type_known: { type: 'party' },
    webhook_delivery_state_known: { state: 'lost' },
    webhook_delivery_delivered_with_instant: { state: 'delivered' },
  },
  calendar_feed: {
    calendar_feed_secret: () => [{}, { cluster_id: null }],
    calendar_feed_of_cluster_once: () => [{}, { secret_hash: 'b'.repeat(64) }],
    calendar_feed_of_person_once: () => [{ cluster_id: null }, { cluster_id: null, secret_hash: 'b'.repeat(64) }],
    calendar_feed_person: { person_id: nobody },
    calendar_feed_cluster: { cluster_id: nobody },
    calendar_feed_language_known: { language: 'sv' },
    calendar_feed_secret_hashed: { secret_hash: 'secret' },
  },
  calendar_revocation: {
    calendar_revocation_once: 'twice',
    calendar_revocation_feed: { feed_id: nobody },
    calendar_revocation_person: { person_id: nobody },
  },
  calendar_event: {
    calendar_event_once: 'twice',
    calendar_event_cluster: { cluster_id: nobody },
    calendar_event_days: { ends_on: '2029-12-31' },
    calendar_event_ended_known: { ended_as: 'lost', ended_on: '2030-01-01' },
  },
};

/** Not every table is a fact with source and certainty. */
const columnsOf = new Map<string, Set<string>>();
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  const columns = (await database.dataSource.query(
    `select table_name as "table", column_name as "column" from information_schema.columns where table_schema = 'public'`,
  )) as { table: string; column: string }[];
  for (const { table, column } of columns) columnsOf.set(table, (columnsOf.get(table) ?? new Set()).add(column));
  await recordAs(database.dataSource, systemActor('test'), async (manager) => {
    ids.person = await insert(manager, 'person', { ...present(sound['person'])(), email: 'fast@eksempel.example' });
    ids.cluster = await insert(manager, 'cluster', { ...present(sound['cluster'])(), slug: 'fast' });
    ids.programme = await insert(manager, 'programme', { ...present(sound['programme'])(), slug: 'fast' });
    ids.document = await insert(manager, 'document', present(sound['document'])());
    ids.framework = await insert(manager, 'framework', { ...present(sound['framework'])(), version: 'fast', state: 'active' });
    ids.assessment = await insert(manager, 'assessment', { ...present(sound['assessment'])(), round: 1 });
    ids.recommendation = await insert(manager, 'recommendation', present(sound['recommendation'])());
    ids.booking = await insert(manager, 'audit_booking', present(sound['audit_booking'])());
    ids.case = await insert(manager, 'recertification_case', { ...present(sound['recertification_case'])(), cycle: 'gold:first:1' });
    ids.plan = await insert(manager, 'action_plan', present(sound['action_plan'])());
    ids.endpoint = await insert(manager, 'webhook_endpoint', present(sound['webhook_endpoint'])());
    const feed = { ...present(sound['calendar_feed'])(), secret_hash: 'f'.repeat(64), revoked_at: '2030-01-01T00:00:00Z' };
    ids.feed = await insert(manager, 'calendar_feed', feed);
    ids.message = await insert(manager, 'message', {
      person_id: ids.person,
      language: 'da',
      sent_to: 'x',
      subject: 'x',
      text: 'x',
      html: 'x',
      message_id_header: 'x',
      smtp_answer: 'x',
      is_possible_repeat: false,
      sent_at: '2030-01-01T00:00:00Z',
    });
    ids.reminder = await insert(manager, 'reminder', {
      cluster_id: ids.cluster,
      person_id: ids.person,
      cycle: 'gold:first:9',
      event: 'booking',
      offset_days: -14,
      deadline_on: '2030-01-31',
      due_on: '2030-01-17',
      role: 'manager',
      state: 'planned',
    });
  });
});
afterAll(() => database.drop());

describe.each(Object.entries(cases))('%s', (table, ofTable) => {
  test('a sound row is taken', async () => {
    await expect(tryRow(table, [{}])).rejects.toBe(undone);
  });

  test.each(Object.entries(ofTable))('%s bites', async (constraint, spoiled) => {
    const spoil = typeof spoiled === 'function' ? spoiled() : spoiled;
    const one = spoil === 'twice' ? {} : spoil;
    const rows = Array.isArray(one) ? one : isTwice(constraint, spoiled) ? [one, one] : [one];
    const refusal = await tryRow(table, rows).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(ConstraintError);
    expect((refusal as ConstraintError).constraint).toBe(constraint);
  });
});

test('every constraint of every fact table has its case above', async () => {
  const rows = (await database.dataSource.query(
    `select tables.relname as table, named.name
     from pg_class as tables
     cross join lateral (
       select conname as name from pg_constraint where conrelid = tables.oid and contype in ('c', 'u', 'x', 'f')
       union select index.relname from pg_index join pg_class as index on index.oid = indexrelid
         where indrelid = tables.oid and indisunique and not indisprimary
     ) as named
     where tables.relname = any($1) order by 1, 2`,
    [Object.keys(sound)],
  )) as { table: string; name: string }[];
  expect(rows.length).toBeGreaterThan(80);
  const shared = ['source_named', 'confidence_known'];
  const missing = rows.filter(({ table, name }) => !shared.includes(name) && cases[table]?.[name] === undefined);
  expect(missing).toEqual([]);
  const everywhere = rows.filter(({ name }) => shared.includes(name)).length;
  const facts = Object.keys(sound).filter((table) => columnsOf.get(table)?.has('confidence'));
  expect(everywhere).toBe(2 * facts.length);
});

test('a field is named for every constraint that a form can break', () => {
  const technical =
    /^(webhook|calendar|mail|message|reminder_hold|reminder_action|reminder_return)_|^person_absence_(person|deputy)$|_salted$|_erased_empty$|^record_confirmation_|^contact_note_|_proposed_by$|_decided_by$|_reported_by_known$/;
  const unnamed = Object.values(cases)
    .flatMap((ofTable) => Object.keys(ofTable))
    .filter((constraint) => constraintFields[constraint] === undefined && !technical.test(constraint));
  expect(unnamed).toEqual([]);
});

const undone = new Error('undone on purpose');

/** Tries rows in a transaction that is always undone. */
async function tryRow(table: string, changes: readonly Values[]): Promise<never> {
  return recordAs(database.dataSource, systemActor('test'), async (manager) => {
    for (const change of changes) await insert(manager, table, { ...present(sound[table])(), ...change });
    throw undone;
  });
}

async function insert(manager: EntityManager, table: string, values: Values): Promise<string> {
  const ofTable = columnsOf.get(table);
  const usual = Object.entries({ source: 'prøve', confidence: 'illustrative', revision: 1 }).filter(([column]) => ofTable?.has(column));
  const row: Values = { ...Object.fromEntries(usual), ...values };
  const columns = Object.keys(row);
  const [{ id = '' }] = (await manager.query(
    `insert into ${table} (${columns.map((column) => `"${column}"`).join(', ')})
     values (${columns.map((_, index) => `$${index + 1}`).join(', ')}) returning *`,
    Object.values(row),
  )) as [{ id?: string }];
  return id;
}

function isTwice(constraint: string, spoiled: unknown): boolean {
  return (
    spoiled === 'twice' ||
    constraint.startsWith('document_version_') ||
    constraint === 'person_account' ||
    constraint === 'closed_day_of_programme' ||
    constraint === 'expert_capacity_standard'
  );
}

import { ConcurrentEditError, ConstraintError, NotFoundError } from '@klyngevagt/db';
import { notFound, Refusal } from './refusal.js';

/**
 * The database has the last word on what facts may say. Its constraints speak by name, so two requests that pass the same check
 * at the same moment still get an answer that a person can use.
 */
export function refusalOfConstraint(error: unknown): Refusal | null {
  if (error instanceof NotFoundError) return notFound();
  if (error instanceof ConcurrentEditError) return new Refusal('changed-meanwhile');
  if (!(error instanceof ConstraintError)) return null;
  const { constraint, field } = error;
  const at = (code: string) => (field ? [{ field, code }] : []);
  if (constraint === 'membership_one_at_a_time') return new Refusal('membership-overlaps', at('overlaps'));
  if (constraint.endsWith('_one_at_a_time')) return new Refusal('conflict', at('overlaps'));
  if (constraint === 'waiver_two_persons') return new Refusal('same-person-approves');
  if (constraint === 'waiver_extended') return new Refusal('invalid-input', at('needs-new-waiver'));
  if (constraint === 'action_plan_acceptance') return new Refusal('invalid-input', at('acceptance-is-decided'));
  if (constraint === 'action_plan_due_passed' || constraint === 'waiver_end_passed') return new Refusal('conflict', at('in-the-past'));
  if (constraint === 'waiver_decided_once' || constraint.endsWith('_waiting')) return new Refusal('conflict', at('already-decided'));
  if (constraint === 'correction_proposal_open') return new Refusal('conflict', [{ field: 'decision', code: 'already-decided' }]);
  if (constraint.endsWith('_order')) return new Refusal('date-order', at('before-start'));
  if (constraint === 'person_email' || constraint.endsWith('_once')) return new Refusal('already-exists', at('taken'));
  if (constraint === 'value_required') return new Refusal('invalid-input', at('required'));
  if (constraint === 'award_valid_until_founded') return new Refusal('invalid-input', at('basis-and-end-disagree'));
  return new Refusal('invalid-input', at('wrong-form'));
}

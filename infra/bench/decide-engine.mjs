// @ts-check
/**
 * The same rules for json-rules-engine: status of the label and of the level that the duty asks for, verdict, what of the chain is overdue,
 * the next step, whether somebody must act, and the reasons with their figures. It is spared all arithmetic: ends, windows, days of the chain
 * and the booking that counts are worked out for it beforehand, once, and handed over as plain values.
 */
import { daysBetween } from '@klyngevagt/scoring';
import { Engine } from 'json-rules-engine';

/** @typedef {import('@klyngevagt/scoring').CalendarDate} CalendarDate */
/** @typedef {import('@klyngevagt/scoring').ClusterDecision} ClusterDecision */
/** @typedef {{ fact: string, operator: string, value: unknown }} Condition */
/** @typedef {Condition | { any: When[] } | { all: When[] }} When */

const steps = /** @type {const} */ (['self-test', 'order', 'submission', 'audit', 'decision']);
const endMissing = ['end-not-known', 'end-coarser-than-day'];

/**
 * @param {string} prefix
 * @param {ClusterDecision['label']} state
 * @param {CalendarDate} on
 */
function givenOfState(prefix, { level, awardId, validFrom, validUntil, windowEndsOn, reasons, ...state }, on) {
  const values = {
    IsKnown: state.status !== 'unknown',
    IsEndMissing: reasons.some(({ code }) => endMissing.includes(code)),
    IsRevoked: state.status === 'revoked',
    HasAward: state.status !== 'none' && awardId !== null,
    DaysLeft: state.daysLeft ?? (state.status === 'in-force' ? 99_999 : -99_999),
    WindowDaysLeft: windowEndsOn === null ? -99_999 : daysBetween(on, windowEndsOn),
    Level: level,
    AwardId: awardId,
    ValidFrom: validFrom,
    ValidUntil: validUntil,
    WindowEndsOn: windowEndsOn,
  };
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [prefix + name, value]));
}

/**
 * What the engine is told about a cluster.
 * @param {ClusterDecision} decision
 * @param {CalendarDate} on
 */
export function givenOf({ label, required, verdicts, verdict, bound, chain, reasons }, on) {
  const booking = chain?.booking ?? null;
  const has = (/** @type {string} */ code) => reasons.some((reason) => reason.code === code);
  const daysTo = (/** @type {CalendarDate | null | undefined} */ day) => (day ? daysBetween(on, day) : null);
  const stepsGiven = (chain?.steps ?? []).flatMap(({ step, latestOn, rawOn, startsOn, ruleId }) => [
    [`${step} days`, daysTo(latestOn)],
    ...Object.entries({ latestOn, rawOn, startsOn, ruleId }).map(([name, value]) => [`${step} ${name}`, value]),
  ]);
  return {
    on,
    isBound: bound,
    isDutyKnown: bound || verdict === 'not-bound',
    requiredLevel: verdicts[0]?.requiredLevel ?? null,
    obligationId: verdicts[0]?.obligationId ?? null,
    hasWaiver: has('waiver-until'),
    hasPlan: has('plan-accepted'),
    isNotYetDue: has('not-yet-due'),
    ...givenOfState('label', label, on),
    ...givenOfState('required', required, on),
    hasChain: chain !== null,
    cycleKind: chain?.cycle.kind ?? null,
    anchorOn: chain?.cycle.anchorOn ?? null,
    ...Object.fromEntries(stepsGiven),
    hasBooking: booking !== null,
    isBookedInTime: booking?.inTime ?? false,
    isAuditHeld: booking !== null && (booking.state === 'held' || on > booking.lastDayOn),
    daysToSubmit: daysTo(booking?.submitBy),
    projectedDecisionOn: booking?.projectedDecisionOn ?? null,
  };
}

/** @param {string} fact @param {string} operator @param {unknown} value @returns {Condition} */
const when = (fact, operator, value) => ({ fact, operator, value });
const is = (/** @type {string} */ fact, /** @type {unknown} */ value = true) => when(fact, 'equal', value);
const not = (/** @type {string} */ fact, /** @type {unknown} */ value = true) => when(fact, 'notEqual', value);
/** Numbers only: a day that nobody knows has not passed. */
const passed = (/** @type {string} */ fact) => when(fact, 'lessThan', 0);
const toCome = (/** @type {string} */ fact) => when(fact, 'greaterThanInclusive', 0);

/** @param {string} prefix @returns {[string, When[], string[]][]} */
function statusRules(prefix) {
  const name = (/** @type {string} */ fact) => prefix + fact;
  const known = [is(name('IsKnown')), not(name('IsRevoked')), is(name('HasAward'))];
  const figures = ['Level', 'AwardId', 'ValidFrom', 'ValidUntil', 'DaysLeft', 'WindowEndsOn'].map(name);
  return [
    ['unknown', [not(name('IsKnown'))], figures],
    ['revoked', [is(name('IsRevoked'))], figures],
    ['none', [is(name('IsKnown')), not(name('HasAward')), not(name('IsRevoked'))], []],
    ['in-force', [...known, when(name('DaysLeft'), 'greaterThan', 180)], figures],
    ['expiring', [...known, toCome(name('DaysLeft')), when(name('DaysLeft'), 'lessThanInclusive', 180)], figures],
    ['renewable', [...known, passed(name('DaysLeft')), toCome(name('WindowDaysLeft'))], figures],
    ['lapsed', [...known, passed(name('DaysLeft')), passed(name('WindowDaysLeft'))], figures],
  ];
}

/** @returns {[string, When[], string[]][]} */
function verdictRules() {
  const held = when('requiredStatus', 'in', ['in-force', 'expiring']);
  const notHeld = when('requiredStatus', 'notIn', ['in-force', 'expiring']);
  const unpromised = [is('isBound'), not('hasWaiver'), not('hasPlan'), not('isNotYetDue')];
  const duty = ['obligationId', 'requiredLevel'];
  const figures = [...duty, 'requiredLevel', 'requiredValidUntil', 'requiredDaysLeft'];
  const chain = ['order latestOn', 'on', 'anchorOn', 'order ruleId'];
  return [
    ['not-bound', [not('isBound'), is('isDutyKnown')], []],
    ['unknown', [{ any: [not('isDutyKnown'), { all: [...unpromised, is('requiredStatus', 'unknown')] }] }], duty],
    ['met', [is('isBound'), held, { any: [not('isOverdue order'), is('isBookedInTime')] }], figures],
    ['at-risk', [is('isBound'), held, is('isOverdue order'), not('isBookedInTime')], [...figures, ...chain]],
    ['exempt', [is('isBound'), notHeld, is('hasWaiver')], duty],
    ['by-plan', [is('isBound'), notHeld, not('hasWaiver'), { any: [is('hasPlan'), is('isNotYetDue')] }], duty],
    ['renewable', [...unpromised, is('requiredStatus', 'renewable')], [...duty, 'requiredValidUntil', 'requiredWindowEndsOn']],
    ['breach', [...unpromised, when('requiredStatus', 'in', ['none', 'revoked', 'lapsed'])], duty],
  ];
}

/** @returns {[string, When[], string[]][]} */
function nextStepRules() {
  const bound = not('verdict', 'not-bound');
  const isUnknown = { any: [is('verdict', 'unknown'), { all: [is('requiredStatus', 'unknown'), not('hasChain')] }] };
  const isClear = { all: [bound, not('verdict', 'unknown'), { any: [not('requiredStatus', 'unknown'), is('hasChain')] }] };
  const isEndAsked = { all: [is('requiredStatus', 'in-force'), is('requiredIsEndMissing')] };
  const isEndStated = { any: [not('requiredStatus', 'in-force'), not('requiredIsEndMissing')] };
  const booked = [isClear, isEndStated, is('hasBooking')];
  const awaited = [...booked, not('isAuditHeld'), is('isBookedInTime')];
  const isSelfTestOpen = { all: [is('cycleKind', 'first'), toCome('self-test days')] };
  const isSelfTestDone = { any: [not('cycleKind', 'first'), is('self-test days', null), passed('self-test days')] };
  const isAsked = { any: [not('requiredStatus', 'in-force'), is('verdict', 'at-risk'), is('isOverdue')] };
  const towards = [isClear, isEndStated, is('hasChain'), not('hasBooking'), isAsked];
  const isIdle = { any: [not('hasChain'), { all: [is('requiredStatus', 'in-force'), not('verdict', 'at-risk'), not('isOverdue')] }] };
  const isTooLateForWindow = { all: [is('isOverdue order'), is('requiredStatus', 'renewable')] };
  return [
    ['confirm-end', [bound, { any: [{ all: [isUnknown, is('requiredIsEndMissing')] }, isEndAsked] }], []],
    ['confirm-record', [bound, isUnknown, not('requiredIsEndMissing')], []],
    ['await-decision', [...booked, is('isAuditHeld')], ['projectedDecisionOn']],
    ['rebook-audit', [...booked, not('isAuditHeld'), not('isBookedInTime')], ['order latestOn']],
    ['self-test', [...awaited, isSelfTestOpen], ['self-test latestOn']],
    ['submit-documents', [...awaited, isSelfTestDone, toCome('daysToSubmit')], ['daysToSubmit']],
    ['hold-audit', [...awaited, isSelfTestDone, { any: [is('daysToSubmit', null), passed('daysToSubmit')] }], []],
    ['renew-in-window', [...towards, isTooLateForWindow], ['requiredWindowEndsOn']],
    ['book-audit', [...towards, { any: [not('isOverdue order'), not('requiredStatus', 'renewable')] }], ['order latestOn']],
    ['hold-level', [isClear, isEndStated, not('hasBooking'), isIdle, when('verdict', 'in', ['breach', 'exempt'])], []],
  ];
}

/** Each group is evaluated once the one before it has answered, whose answer is then a fact like the others. */
export function sameRules() {
  const engine = new Engine([], { allowUndefinedFacts: true, replaceFactsInEventParams: true });
  let priority = 100;
  /** @param {string} answer @param {[string, When[], string[]][]} rules */
  const add = (answer, rules) => {
    for (const [code, all, figures] of rules) {
      engine.addRule({
        conditions: /** @type {import('json-rules-engine').TopLevelCondition} */ ({ all }),
        event: { type: `${answer} ${code}`, params: Object.fromEntries(figures.map((fact) => [fact, { fact }])) },
        priority,
        onSuccess: (_event, almanac) => void almanac.addFact(answer, code),
      });
    }
  };
  const stepFigures = (/** @type {string} */ step) => ['latestOn', 'rawOn', 'startsOn', 'ruleId'].map((figure) => `${step} ${figure}`);
  add('labelStatus', statusRules('label'));
  add('requiredStatus', statusRules('required'));
  for (const step of steps) add('counted', [[step, [is('hasChain'), not(`${step} ruleId`, null)], stepFigures(step)]]);
  for (const step of steps) {
    const unsettled = step === 'decision' ? [] : [not('isBookedInTime')];
    engine.addRule({
      conditions: { all: [is('hasChain'), passed(`${step} days`), ...unsettled] },
      event: { type: `overdue ${step}`, params: { latestOn: { fact: `${step} latestOn` } } },
      priority,
      onSuccess: (_event, almanac) => void almanac.addFact('isOverdue', true).addFact(`isOverdue ${step}`, true),
    });
  }
  priority = 50;
  add('verdict', verdictRules());
  priority = 10;
  add('nextStep', nextStepRules());
  const isPressing = when('verdict', 'in', ['breach', 'renewable', 'at-risk', 'unknown']);
  add('needsAction', [['yes', [{ any: [isPressing, { all: [is('isBound'), is('isOverdue')] }] }], []]]);
  return engine;
}

/**
 * What the engine answered, in the decision's own words.
 * @param {readonly import('json-rules-engine').Event[]} events
 */
export function answered(events) {
  const codes = (/** @type {string} */ answer) =>
    events.filter(({ type }) => type.startsWith(`${answer} `)).map(({ type }) => type.slice(answer.length + 1));
  return {
    label: codes('labelStatus'),
    required: codes('requiredStatus'),
    verdict: codes('verdict'),
    nextStep: codes('nextStep'),
    overdue: codes('overdue').sort(),
    needsAction: codes('needsAction').length > 0,
  };
}

/**
 * The same of a decision of the product.
 * @param {ClusterDecision} decision
 */
export function decided({ label, required, verdict, nextStep, chain, needsAction }) {
  const overdue = (chain?.steps ?? []).filter((step) => step.overdue).map(({ step }) => step);
  return {
    label: [label.status],
    required: [required.status],
    verdict: [verdict],
    nextStep: nextStep.code === 'none' ? [] : [nextStep.code],
    overdue: overdue.sort(),
    needsAction,
  };
}

import type { Explanation } from '@klyngevagt/contracts';
import { sourceText } from '@klyngevagt/messages';
import { figureOn, renewalWindowOn, type RuleSource } from '@klyngevagt/scoring';
import { presentProgramme } from '../portfolio/programme.presenter.js';
import type { Explained } from './explained.js';

type Rule = Explanation['rules'][number];

const pathOrder = ['audit', 'order', 'submission', 'self-test', 'decision'] as const;

/** The rules that the answer used, each with its source: what makes it expire, what counts back, what it may still become, what asks for it. */
export function explainRules({ decided, reading, state, level, language, words }: Explained): Rule[] {
  const { rules } = reading.rules;
  const { chain } = decided.decision;
  const horizon = figureOn(rules, 'expiring-horizon-days', reading.on);
  const window = renewalWindowOn(rules, level, state.validUntil ?? reading.on);
  const steps = pathOrder.flatMap((name) => {
    const step = chain?.steps.find((one) => one.step === name);
    const rule = step && rules.processSteps.find(({ id }) => id === step.ruleId);
    return rule && rule.offset > 0 ? [view(rule, words.phrase.processStep(rule))] : [];
  });
  const obligation = decided.cluster.facts.obligations.find(
    ({ programmeId, startsOn, endsOn }) =>
      programmeId === decided.decision.verdictProgrammeId && startsOn <= reading.on && reading.on <= endsOn,
  );
  const programme = reading.programmes.find(({ id }) => id === obligation?.programmeId);
  const isHeld = state.status === 'in-force' || state.status === 'expiring';
  return [
    ...(horizon && isHeld ? [view(horizon, words.phrase.figure(horizon))] : []),
    ...steps,
    ...(window && state.validUntil !== null ? [view(window, words.phrase.renewalWindow(window))] : []),
    ...(obligation && programme
      ? [
          view(
            { ...obligation, effectiveFrom: obligation.startsOn },
            words.t('explanation.rule.obligation', {
              ...words.level(obligation.requiredLevel),
              programme: presentProgramme(programme, language).name,
            }),
          ),
        ]
      : []),
  ].map((rule) => ({ ...rule, source: sourceText(rule.source, language) }));
}

function view({ id, source, confidence, effectiveFrom }: RuleSource, label: string): Rule {
  return { id, label, source, confidence, effectiveFrom };
}

import type { RuleList } from '@klyngevagt/contracts';

type Rule = RuleList['rules'][number];
export interface RuleGroup {
  name: Rule['group'];
  rules: Rule[];
}

const order = ['validity', 'renewal-window', 'process-step', 'figure', 'obligation'] as const satisfies readonly Rule['group'][];

/** In the order in which a decision uses them; groups without rules are left out. */
export function groupRules(rules: readonly Rule[]): RuleGroup[] {
  return order.map((name) => ({ name, rules: rules.filter((rule) => rule.group === name) })).filter((group) => group.rules.length > 0);
}

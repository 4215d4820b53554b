import { describe, expect, it } from 'vitest';
import { decideCluster } from './decide-cluster.js';
import { defaultRules } from './default-rules.fixture.js';
import { proposeValidity } from './validity-proposal.js';
import { factsKnown, workedExamples, type ExpectedAnswer } from './worked-examples.fixture.js';

describe.each(workedExamples)('worked example $number: $title', (example) => {
  it.each(example.answers)('on $on ($variant, known $known)', (question) => {
    const decision = decideCluster(factsKnown(example, question), defaultRules, question.on);
    const { reasons = [], withoutReasons = [], chain, ...plain } = question.expect;
    expect(decision).toMatchObject(plain);
    if (chain) expectChain(decision.chain, chain);
    const codes = decision.reasons.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(reasons));
    expect(codes.filter((code) => withoutReasons.includes(code))).toEqual([]);
  });

  it.each(example.proposals ?? [])('proposes for an award approved $award.approvedOn', ({ award, earlier, expect: expected }) => {
    expect(proposeValidity(award, earlier, defaultRules)).toMatchObject(expected);
  });
});

function expectChain(actual: unknown, { steps = [], ...rest }: NonNullable<ExpectedAnswer['chain']>): void {
  expect(actual).toMatchObject({ ...rest, steps: expect.arrayContaining(steps.map((step) => expect.objectContaining(step))) });
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareVersions, indicatorChanges } from './framework-change.js';
import { frameworkFaults } from './framework-check.js';
import { anyAssessment, answers, framework, indicator } from './framework.fixture.js';

describe('faults of a framework', () => {
  it('name the row and the field', () => {
    const broken = framework(
      [
        indicator('A1', { dimension: 'X', weight: -1 }),
        indicator('A1', { minimum: 6, nameEn: ' ' }),
        indicator('B1', { maximum: 4, scale: indicator('B1').scale, weight: 0.333 }),
      ],
      {
        dimensions: [
          { code: 'A', nameDa: 'A', nameEn: 'A' },
          { code: 'B', nameDa: 'B', nameEn: 'B' },
          { code: 'C', nameDa: 'C', nameEn: 'C' },
        ],
      },
    );
    expect(frameworkFaults(broken).map(({ list, row, code, field, fault }) => [list, row, code, field, fault])).toEqual([
      ['dimensions', 3, 'C', 'code', 'without-indicators'],
      ['indicators', 1, 'A1', 'dimension', 'unknown-dimension'],
      ['indicators', 1, 'A1', 'weight', 'negative'],
      ['indicators', 2, 'A1', 'code', 'repeated'],
      ['indicators', 2, 'A1', 'nameEn', 'empty'],
      ['indicators', 2, 'A1', 'minimum', 'outside-scale'],
      ['indicators', 3, 'B1', 'maximum', 'not-the-last-step'],
      ['indicators', 3, 'B1', 'weight', 'too-many-decimals'],
    ]);
  });

  it('are told of the framework itself', () => {
    const of = (more: object) => frameworkFaults({ ...framework([indicator('A1')]), ...more }).map(({ field, fault }) => [field, fault]);
    expect(of({ passRule: { shareOfTotal: 101, bindingMinimums: ['A1', 'Q1'] } })).toEqual([
      ['passRule.shareOfTotal', 'outside-percent'],
      ['passRule.bindingMinimums', 'unknown-indicator'],
    ]);
    expect(of({ effectiveUntil: '2019-12-31', version: '' })).toEqual([
      ['version', 'empty'],
      ['effectiveUntil', 'ends-before-it-starts'],
    ]);
    expect(of({ indicators: [] })).toContainEqual(['indicators', 'empty']);
  });

  it('are none for any framework that the other tests score', () => {
    fc.assert(fc.property(anyAssessment(false), ({ rules }) => void expect(frameworkFaults(rules)).toEqual([])));
  });
});

describe('a new version of a framework', () => {
  const present = framework([indicator('A1'), indicator('A2'), indicator('B1')]);
  const next = framework([indicator('A1', { minimum: 4, weight: 2 }), indicator('B1', { maximum: 3 }), indicator('C1')]);

  it('names what it changes', () => {
    expect(indicatorChanges(present, next)).toEqual([
      { indicator: 'A1', change: 'changed', fields: ['minimum', 'weight'] },
      { indicator: 'A2', change: 'removed', fields: [] },
      { indicator: 'B1', change: 'changed', fields: ['scale', 'maximum'] },
      { indicator: 'C1', change: 'added', fields: [] },
    ]);
    expect(indicatorChanges(present, present)).toEqual([]);
  });

  it('scores the same answers twice and carries none over that its scale does not know', () => {
    expect(compareVersions(answers({ A1: 5, A2: 5, B1: 4 }), present, next)).toMatchObject({
      before: { outcome: 'reached' },
      after: { outcome: 'undecided', unanswered: ['B1', 'C1'] },
      lost: ['A2', 'B1'],
    });
  });
});

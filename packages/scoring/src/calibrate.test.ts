import { describe, expect, it } from 'vitest';
import { calibrate, type CalibrationCycle } from './calibrate.js';
import { answers, framework, indicator } from './framework.fixture.js';

const rules = framework([indicator('A1'), indicator('A2'), indicator('B1')]);
const cycle = (id: string, own: Record<string, number | null>, agreed: Record<string, number | null>): CalibrationCycle => ({
  id,
  framework: rules,
  selfTest: answers(own),
  agreed: answers(agreed),
});

describe('calibration', () => {
  it('says who was an optimist where, over the cycles', () => {
    const { indicators } = calibrate([
      cycle('2022', { A1: 5, A2: 3, B1: 4 }, { A1: 4, A2: 3, B1: 5 }),
      cycle('2025', { A1: 4, A2: 3, B1: 5 }, { A1: 4, A2: 3, B1: 4 }),
    ]);
    expect(indicators.map(({ indicator: code, tendency }) => [code, tendency])).toEqual([
      ['A1', 'optimist'],
      ['A2', 'even'],
      ['B1', 'mixed'],
    ]);
    expect(indicators[0]?.cycles).toEqual([
      { cycleId: '2022', selfTest: 5, agreed: 4, difference: 1 },
      { cycleId: '2025', selfTest: 4, agreed: 4, difference: 0 },
    ]);
  });

  it('tells what the audit came to last time, in percentage points, and forecasts nothing', () => {
    const { lastTime, shares } = calibrate([
      cycle('2022', { A1: 5, A2: 5, B1: 5 }, { A1: 4, A2: 4, B1: 4 }),
      cycle('2025', { A1: 5, A2: 5, B1: 5 }, { A1: 5, A2: 5, B1: 3 }),
    ]);
    expect(shares).toHaveLength(2);
    expect(lastTime).toEqual({ cycleId: '2025', selfTest: 100, agreed: 86.6, difference: 13.4 });
  });

  it('compares nothing with a missing answer', () => {
    const { indicators, lastTime } = calibrate([cycle('2022', { A1: 5, B1: 2 }, { A1: null, A2: 3, B1: 4 })]);
    expect(indicators.map(({ tendency }) => tendency)).toEqual(['not-compared', 'not-compared', 'pessimist']);
    expect(lastTime).toBeNull();
    expect(calibrate([])).toEqual({ indicators: [], shares: [], lastTime: null });
  });
});

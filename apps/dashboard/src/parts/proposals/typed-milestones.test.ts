import { calendarDate as day } from '@klyngevagt/scoring';
import { describe, expect, it } from 'vitest';
import { meantMilestones, milestoneMistake, milestonesText, readMilestones, written } from './typed-milestones.js';

const step = (text: string, dueOn: string) => ({ id: null, text, dueOn });

describe('steps of a plan in a form', () => {
  it('come back as they were recorded', () => {
    const text = milestonesText([{ id: 'a', text: 'Selvtest', dueOn: day('2027-01-15') }]);
    expect(readMilestones(text)).toEqual([{ id: 'a', text: 'Selvtest', dueOn: '15.01.2027' }]);
  });

  it('that are empty were never meant', () => {
    expect(meantMilestones(written([step('', ' '), step('Selvtest', '15.01.2027')]))).toEqual([step('Selvtest', '15.01.2027')]);
  });

  it.each([
    [[step('', '')], null],
    [[step('Selvtest', '15.01.2027')], null],
    [[step('Selvtest', '15.01.2027'), step('', '16.01.2027')], { number: 2, mistake: 'text' }],
    [[step('Selvtest', '31.02.2027')], { number: 1, mistake: 'dueOn' }],
    [[step('Selvtest', '01.09.2027')], { number: 1, mistake: 'afterPlan' }],
  ])('%j: %j', (steps, mistake) => expect(milestoneMistake(written(steps), day('2027-08-31'))).toEqual(mistake));
});

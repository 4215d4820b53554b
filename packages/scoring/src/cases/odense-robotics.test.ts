import { describe, expect, it } from 'vitest';
import { award, day, nationalCluster } from '../cluster-facts.fixture.js';
import { decideCluster } from '../decide-cluster.js';
import { defaultRules } from '../default-rules.fixture.js';
import { proposeValidity } from '../validity-proposal.js';

// http://southdenmark.be/nyheder/nyt-fra-bruxelles-og-syddanmark/europaeisk-guld-til-odense-robotics/ (16 May 2017), the predecessor.
const gold = award('gold', { id: 'gold-2017', approvedOn: '2017-05' });

describe('Odense Robotics: gold of May 2017 to its predecessor, later renewals not found', () => {
  it('proposes nothing from a month of approval alone: validity counts from the assessment', () => {
    const proposal = proposeValidity({ level: 'gold', assessedOn: null, approvedOn: '2017-05' }, [], defaultRules);
    expect(proposal).toMatchObject({ kind: 'first', validFrom: null, validUntil: null });
  });

  it('proposes the month end from a month of assessment', () => {
    const proposal = proposeValidity({ level: 'gold', assessedOn: '2017-05', approvedOn: '2017-05-16' }, [], defaultRules);
    expect(proposal).toMatchObject({ kind: 'first', validFrom: '2017-05-16', validUntil: '2019-05-31', ruleId: 'validity-gold-first' });
  });

  it('changes nothing in the status by being proposed', () => {
    const facts = nationalCluster('odense-robotics', { awards: [gold], recordConfirmedOn: day('2026-11-20') });
    expect(decideCluster(facts, defaultRules, day('2018-01-01')).label.status).toBe('unknown');
  });
});

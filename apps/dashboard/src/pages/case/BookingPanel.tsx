import type { CaseView } from '@klyngevagt/contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.js';
import { ActionButton } from '../../parts/ActionButton.js';
import type { OpenForm } from '../../parts/cluster-forms/open-form.js';
import { Icon } from '../../parts/Icon.js';
import { Note } from '../../parts/Note.js';
import { Panel } from '../../parts/Panel.js';
import { useMe } from '../../session.js';
import styles from './Case.module.css';
import type { OpenCaseForm } from './case-forms.js';

interface BookingPanelProps {
  one: CaseView;
  on: string;
  openForm(form: OpenForm): void;
  openCaseForm(form: OpenCaseForm): void;
}

/** The booked audit: when, where, with whom, and whether its decision comes in time. */
export function BookingPanel({ one, on, openForm, openCaseForm }: BookingPanelProps) {
  const { t } = useTranslation();
  const { booking } = one;
  // Officers have the filled one in the page's head.
  const isManager = useMe().role === 'manager';
  const add = (
    <ActionButton
      permission="audit:report"
      size="sm"
      variant={booking || !isManager ? 'default' : 'filled'}
      onClick={() => openForm({ kind: 'audit' })}
    >
      {t('recertification.actions.book')}
    </ActionButton>
  );
  return (
    <Panel title={t('recertification.booking.title')} aside={add}>
      {booking ? (
        <Booking booking={booking} on={on} openForm={openForm} openCaseForm={openCaseForm} />
      ) : (
        <p className="muted">{t('recertification.booking.none')}</p>
      )}
    </Panel>
  );
}

type Booking = NonNullable<CaseView['booking']>;

function Booking({ booking, on, openForm, openCaseForm }: Omit<BookingPanelProps, 'one'> & { booking: Booking }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [from, to] = [format.longDate(booking.firstDayOn), format.longDate(booking.lastDayOn)];
  const reported = t(booking.reportedByCluster ? 'recertification.booking.byCluster' : 'recertification.booking.byOfficer', {
    date: format.date(booking.reportedOn),
  });
  return (
    <div className={styles['booking']}>
      <p>
        <b>{from === to ? from : t('recertification.booking.days', { from, to })}</b>{' '}
        {[t(`cluster.audits.states.${booking.state}`), t(`cluster.audits.mode.${booking.mode}`), booking.place].filter(Boolean).join(' · ')}
        <span className={`small muted ${styles['block']}`}>{reported}</span>
      </p>
      <p className={booking.inTime ? styles['inTime'] : styles['tooLate']}>
        <Icon name={booking.inTime ? 'valid' : 'expired'} size={14} />
        {t(booking.inTime ? 'recertification.booking.inTime' : 'recertification.booking.late', {
          date: format.longDate(booking.projectedDecisionOn),
        })}
      </p>
      <Experts booking={booking} />
      <div className={styles['buttons']}>
        <ActionButton permission="audit:decide" size="sm" onClick={() => openCaseForm({ kind: 'experts' })}>
          {t('recertification.actions.experts')}
        </ActionButton>
        {decisionsFor(booking, on).map((state) => (
          <ActionButton
            key={state}
            permission="audit:decide"
            size="sm"
            onClick={() => openForm({ kind: 'audit-decision', auditId: booking.auditId, state })}
          >
            {t(`cluster.audits.actions.${state}`)}
          </ActionButton>
        ))}
      </div>
    </div>
  );
}

function Experts({ booking: { experts } }: { booking: Booking }) {
  const { t } = useTranslation();
  return (
    <div>
      <h3>{t('recertification.booking.experts')}</h3>
      {experts.length === 0 && <p className="muted">{t('recertification.booking.noExperts')}</p>}
      <ul>
        {experts.map(({ name, country, conflict }, index) => (
          <li key={name ?? index}>
            {t('recertification.booking.expert', { name: name ?? t('recertification.booking.erased'), country })}
            {conflict && (
              <b className="loud">
                {' '}
                <Icon name="expired" size={14} /> {t('recertification.booking.conflict')}
              </b>
            )}
          </li>
        ))}
      </ul>
      {experts.some(({ conflict }) => conflict) && <Note tone="amber" title={t('recertification.booking.conflictText')} />}
    </div>
  );
}

/** What may still happen to a booking. It can be held only when its first day has come. */
function decisionsFor({ state, firstDayOn }: Booking, on: string): ('confirmed' | 'rejected' | 'cancelled' | 'held')[] {
  if (state !== 'reported' && state !== 'confirmed') return [];
  const held = firstDayOn <= on ? (['held'] as const) : [];
  return state === 'reported' ? ['confirmed', 'rejected', ...held] : [...held, 'cancelled'];
}

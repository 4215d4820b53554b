import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.js';
import { useFigures } from './figures.js';
import type { GroupShare } from './group-share.js';
import { GroupRadar } from './GroupRadar.js';
import styles from './Indicators.module.css';
import { nameIn } from './sheet.js';
import type { Shown } from './shown-assessment.js';

/** The groups as a picture, and the same as a table. */
export function GroupShares({ shown }: { shown: Shown }) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const { assessment, previous, document } = shown;
  const groups = document.dimensions.map((dimension): GroupShare => {
    const { code } = dimension;
    const now = assessment.score.dimensions.find((one) => one.dimension === code);
    const before = previous?.score.dimensions.find((one) => one.dimension === code);
    return {
      code,
      name: nameIn(language, dimension),
      share: now?.share ?? null,
      previous: before?.share ?? null,
      unanswered: now?.unanswered ?? 0,
    };
  });
  return (
    <section className={styles['groups']} aria-labelledby="groups-title">
      <h2 id="groups-title">{t('indicators.groups.title')}</h2>
      <div className={styles['pictureAndTable']}>
        <GroupRadar groups={groups} threshold={document.passRule.shareOfTotal} />
        <GroupTable groups={groups} hasPrevious={previous !== null} />
      </div>
    </section>
  );
}

function GroupTable({ groups, hasPrevious }: { groups: readonly GroupShare[]; hasPrevious: boolean }) {
  const { t } = useTranslation();
  const figure = useFigures();
  const percent = (value: number | null, otherwise: string) =>
    value === null ? otherwise : t('indicators.share', { share: figure(value) });
  return (
    <table className={styles['table']}>
      <caption className="sr">{t('indicators.groups.picture')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('indicators.groups.group')}</th>
          <th scope="col">{t('indicators.groups.now')}</th>
          {hasPrevious && (
            <>
              <th scope="col">{t('indicators.groups.before')}</th>
              <th scope="col">{t('indicators.groups.change')}</th>
            </>
          )}
        </tr>
      </thead>
      <tbody>
        {groups.map(({ code, name, share, previous, unanswered }) => (
          <tr key={code}>
            <th scope="row">
              {code} {name}
            </th>
            <td>{percent(share, t('indicators.groups.unanswered', { count: unanswered }))}</td>
            {hasPrevious && (
              <>
                <td>{percent(previous, t('indicators.groups.none'))}</td>
                <td>
                  <ChangeMark now={share} before={previous} />
                </td>
              </>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Up, down or unchanged: word and arrow. */
export function ChangeMark({ now, before }: { now: number | null; before: number | null }) {
  const { t } = useTranslation();
  const figure = useFigures();
  if (now === null) return null;
  if (before === null) return <span className="muted">{t('indicators.bars.first')}</span>;
  const by = Math.round(Math.abs(now - before) * 10) / 10;
  if (by === 0) return <span className="muted">{t('indicators.bars.same')}</span>;
  const isUp = now > before;
  return (
    <span className={isUp ? styles['up'] : styles['down']}>
      <span aria-hidden>{isUp ? '▲' : '▼'}</span> {t(isUp ? 'indicators.bars.up' : 'indicators.bars.down', { by: figure(by) })}
    </span>
  );
}

import type { Portfolio } from '@klyngevagt/contracts';
import { daysBetween } from '@klyngevagt/scoring';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.js';
import { paths } from '../../paths.js';
import { stepText, untilWords } from './row-words.js';

/** "Næste frist: Danish Life Science Cluster, book audit senest 18. december 2026 (om 23 dage)." */
export function PortfolioLead({ portfolio }: { portfolio: Pick<Portfolio, 'nextDeadline' | 'on' | 'totals'> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { nextDeadline, on } = portfolio;
  if (!nextDeadline) return t(portfolio.totals.bound === 0 ? 'portfolio.nobodyBound' : 'portfolio.nothingNext');
  const { slug, name, step } = nextDeadline;
  const words = stepText(step, t, (day) =>
    t('portfolio.nextOn', { date: format.longDate(day), days: untilWords(daysBetween(on, day), t) }),
  );
  const sentence = t(step.overdue ? 'portfolio.overdue' : 'portfolio.next', { name, step: words.charAt(0).toLowerCase() + words.slice(1) });
  // react-i18next's own way to place a link would bring an HTML parser into the first load.
  const [before, cluster, after] = sentence.split(/<\/?cluster>/);
  return (
    <>
      {before}
      <Link {...paths.cluster(slug)}>{cluster}</Link>
      {after}
    </>
  );
}

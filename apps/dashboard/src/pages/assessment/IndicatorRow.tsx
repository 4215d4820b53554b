import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.js';
import { BulletBar } from './BulletBar.js';
import { useFigures } from './figures.js';
import { ChangeMark } from './GroupShares.js';
import { IndicatorDetails } from './IndicatorDetails.js';
import styles from './Indicators.module.css';
import { type Indicator, nameIn } from './sheet.js';
import { barValues, type BarValues, type Shown } from './shown-assessment.js';
import type { Tried } from './tried.js';

interface RowProps {
  indicator: Indicator;
  shown: Shown;
  /** Its page was asked for: it stands open, and in view. */
  isAsked: boolean;
  tried: Tried | null;
  onTry(code: string, score: number): void;
}

/** Name, bar, score and change; what it measures, comment and remarks behind the name. */
export function IndicatorRow({ indicator, shown, isAsked, tried, onTry }: RowProps) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const id = useId();
  const [isOpen, setOpen] = useState(isAsked);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!isAsked) return;
    button.current?.focus({ preventScroll: true });
    button.current?.scrollIntoView({ block: 'center' });
  }, [isAsked]);
  const { code } = indicator;
  const name = nameIn(language, indicator);
  const values = barValues(shown, code);
  const remarks = shown.assessment.remarks.filter((remark) => remark.indicator === code);
  return (
    <li className={styles['row']} data-indicator={code}>
      <button
        ref={button}
        type="button"
        className={styles['name']}
        aria-expanded={isOpen}
        aria-controls={id}
        aria-label={t(isOpen ? 'indicators.bars.hide' : 'indicators.bars.details', { name: `${code} ${name}` })}
        onClick={() => setOpen(!isOpen)}
      >
        <span className={styles['code']}>{code}</span>
        <span>{name}</span>
        {remarks.some(({ open }) => open) && <span className={styles['hasRemark']} aria-hidden />}
      </button>
      <BulletBar indicator={indicator} values={values} tried={tried?.[code]} label={useSentence(name, indicator, values)} />
      <Value indicator={indicator} values={values} />
      <span className={styles['change']}>
        {shown.previous && <ChangeMark now={values.toConfirm ? null : values.score} before={values.previous} />}
      </span>
      {tried && <Slider indicator={indicator} name={name} value={tried[code] ?? values.score} onTry={(score) => onTry(code, score)} />}
      <div id={id} hidden={!isOpen} className={styles['details']}>
        {isOpen && <IndicatorDetails shown={shown} indicator={indicator} values={values} remarks={remarks} />}
      </div>
    </li>
  );
}

function Value({ indicator, values }: { indicator: Indicator; values: BarValues }) {
  const { t } = useTranslation();
  const figure = useFigures();
  const { score, minimum, isBelow, toConfirm } = values;
  if (score === null) return <span className={styles['value']}>{t('indicators.bars.unanswered')}</span>;
  return (
    <span className={styles['value']}>
      <b className={isBelow ? styles['below'] : undefined}>
        {t('indicators.bars.score', { score: figure(score), maximum: figure(indicator.maximum) })}
      </b>
      {toConfirm && <span className="small"> {t('indicators.bars.toConfirm')}</span>}
      {isBelow && minimum !== null && (
        <span className="small loud"> {t('indicators.bars.belowMinimum', { minimum: figure(minimum) })}</span>
      )}
    </span>
  );
}

/** The whole bar in words. */
function useSentence(name: string, { maximum }: Indicator, { score, minimum, previous, median }: BarValues): string {
  const { t } = useTranslation();
  const figure = useFigures();
  const value =
    score === null ? t('indicators.bars.unanswered') : t('indicators.bars.score', { score: figure(score), maximum: figure(maximum) });
  const more = [
    minimum !== null && t('indicators.bars.minimumIs', { minimum: figure(minimum) }),
    previous !== null && t('indicators.bars.previousIs', { score: figure(previous) }),
    median !== null && t('indicators.bars.medianIs', { median: figure(median) }),
  ];
  return t('indicators.bars.sentence', { name, value, more: more.filter(Boolean).join(' ') });
}

interface SliderProps {
  indicator: Indicator;
  name: string;
  value: number | null;
  onTry(score: number): void;
}

/** Moves from step to step of the scale, whose steps need not be even. */
function Slider({ indicator: { scale }, name, value, onTry }: SliderProps) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const place = Math.max(
    0,
    scale.findIndex((step) => step.value === value),
  );
  const step = scale[place];
  return (
    <label className={styles['slider']}>
      <span className="sr">{t('indicators.whatIf.slider', { name })}</span>
      <input
        type="range"
        min={0}
        max={scale.length - 1}
        step={1}
        value={place}
        aria-valuetext={step && `${step.value} ${nameIn(language, step)}`}
        onChange={(event) => {
          const chosen = scale[Number(event.currentTarget.value)];
          if (chosen) onTry(chosen.value);
        }}
      />
      <span aria-hidden>{step?.value}</span>
    </label>
  );
}

import { useMemo } from 'react';
import { useFormat } from '../../format.js';

/** Numbers as the reader writes them: 4,5 or 4.5. */
export function useFigures(): (value: number) => string {
  const { language } = useFormat();
  return useMemo(() => {
    const format = new Intl.NumberFormat(language === 'da' ? 'da-DK' : 'en-GB', { maximumFractionDigits: 2 });
    return (value) => format.format(value);
  }, [language]);
}

import type { CalendarDate, Confidence } from '@klyngevagt/scoring';

interface ClosedDaySeed {
  dayOn: CalendarDate;
  nameDa: string;
  nameEn: string;
  source: string;
  confidence: Confidence;
}

const firstYear = 2015;
const lastYear = 2045;

/** Days on which offices are closed though the law does not make them holidays. */
const customary = [
  { day: '06-05', nameDa: 'Grundlovsdag', nameEn: 'Constitution Day' },
  { day: '12-24', nameDa: 'Juleaftensdag', nameEn: 'Christmas Eve' },
  { day: '12-31', nameDa: 'Nytårsaftensdag', nameEn: "New Year's Eve" },
];

/** Danish public holidays by the holiday library, which knows that Great Prayer Day ended with 2023, and the customary closed days. */
export async function closedDays(): Promise<ClosedDaySeed[]> {
  // Only a seeding needs the holidays of the whole world, fifteen megabytes of them.
  const { default: Holidays } = await import('date-holidays');
  const days = new Map<string, ClosedDaySeed>();
  const danish = new Holidays('DK', { languages: ['da'] });
  const english = new Holidays('DK', { languages: ['en'] });
  for (let year = firstYear; year <= lastYear; year++) {
    for (const { day, nameDa, nameEn } of customary) {
      const dayOn = `${year}-${day}` as CalendarDate;
      days.set(dayOn, {
        dayOn,
        nameDa,
        nameEn,
        source: 'Kontorpraksis: lukket, selv om dagen ikke er helligdag',
        confidence: 'assumption',
      });
    }
    const namesEn = new Map(english.getHolidays(year).map((holiday) => [holiday.rule, holiday.name]));
    for (const holiday of danish.getHolidays(year, 'da')) {
      if (holiday.type !== 'public') continue;
      const dayOn = holiday.date.slice(0, 10) as CalendarDate;
      const nameEn = namesEn.get(holiday.rule) ?? holiday.name;
      days.set(dayOn, {
        dayOn,
        nameDa: holiday.name,
        nameEn,
        source: 'date-holidays 3.37.0, danske helligdage',
        confidence: 'sourced',
      });
    }
  }
  return [...days.values()].sort((one, other) => (one.dayOn < other.dayOn ? -1 : 1));
}

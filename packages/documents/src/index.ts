export { auditTrailCsv, type AuditTrailCsvEntry, auditTrailCsvName } from './audit-trail-csv.js';
export { forecastCsv, type ForecastCsvAnswer, type ForecastCsvCourse, forecastCsvName } from './forecast-csv.js';
export { timelineCsv, type TimelineCsvAnswer, timelineCsvName } from './timeline-csv.js';
export {
  calendarDigest,
  type CalendarEntry,
  type CalendarKind,
  type CalendarWhy,
  type CalendarWords,
  calendarWords,
} from './calendar-words.js';
export { calendarFile, type CalendarFile, type CalendarFileEvent } from './calendar.js';
export { csvText, type CsvCell } from './csv.js';
export { portfolioCsv, portfolioCsvName, type PortfolioCsvOptions, type PortfolioCsvRow } from './portfolio-csv.js';
export { daysWithoutCsv, daysWithoutCsvName, type DaysCsvAnswer, type DaysCsvCount } from './days-without-csv.js';
export { heatMapFileName, heatMapRows, type HeatMapTable } from './heat-map-file.js';

export { csvText, type CsvCell } from './csv.js';
export { portfolioCsv, portfolioCsvName, type PortfolioCsvOptions, type PortfolioCsvRow } from './portfolio-csv.js';

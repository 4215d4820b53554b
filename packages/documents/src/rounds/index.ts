export { readRound, type CellError, type ReadAnswer, type ReadRound } from './read-round.js';
export { UnreadableFileError } from './read-cell.js';
export { readRoundFile, roundCsv, roundXlsx } from './round-files.js';
export { type RoundColumn, roundColumns, roundRows, type RoundTable, type RoundWords } from './round-rows.js';

export { PdfPress, PressBusyError, type PrintedPdf, type PrintJob } from './pdf-press.js';
export { printable } from './printable-text.js';
export { reminderRecordJob, reminderRecordName, type RecordToPrint } from '../record/reminder-record-document.js';

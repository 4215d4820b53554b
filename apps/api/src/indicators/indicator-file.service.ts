import type { QueryOf, RoundFile } from '@klyngevagt/contracts';
import { csvText, heatMapFileName, heatMapRows } from '@klyngevagt/documents';
import { roundXlsx } from '@klyngevagt/documents/rounds';
import { createTranslator } from '@klyngevagt/messages';
import { Injectable } from '@nestjs/common';
import type { Caller } from '../auth/caller.js';
import { IndicatorService } from './indicator.service.js';

const mediaTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;

/** The heat map as a file: a line for each cluster, a column for each indicator. */
@Injectable()
export class IndicatorFileService {
  constructor(private readonly indicators: IndicatorService) {}

  async write(caller: Caller, { format, ...query }: QueryOf<'indicator.file'>): Promise<RoundFile> {
    const map = await this.indicators.readMap(caller, query);
    const t = createTranslator(caller.language);
    const rows = heatMapRows(map, t);
    const bytes = format === 'csv' ? Buffer.from(csvText(rows), 'utf8') : await roundXlsx(rows, t('heatMap.document'));
    return { name: `${heatMapFileName(map, t)}.${format}`, mediaType: mediaTypes[format], base64: bytes.toString('base64') };
  }
}

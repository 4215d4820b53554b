import { PdfPress, PressBusyError, type PrintJob } from '@klyngevagt/documents/pdf';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Refusal } from '../http/refusal.js';
import { ServerLog } from '../http/server-log.js';

/** Prints for everyone who asks, one after the other. Nothing of it is in memory before the first document. */
@Injectable()
export class DocumentPress implements OnApplicationShutdown {
  private readonly press = new PdfPress();

  constructor(private readonly log: ServerLog) {}

  async print(job: PrintJob): Promise<Buffer> {
    const { pdf, isAccessible } = await this.press.print(job).catch((error: unknown) => {
      if (error instanceof PressBusyError) throw new Refusal('too-many-requests');
      throw error;
    });
    if (!isAccessible) this.log.lines.warn({ template: job.template }, 'a document could not be exported as PDF/UA-1');
    return pdf;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.press.close();
  }
}

import { Module } from '@nestjs/common';
import { MailReturnService } from './mail-return.service.js';

/** Its one route stands beside the framework's own: it takes raw bytes. */
@Module({ providers: [MailReturnService], exports: [MailReturnService] })
export class MailReturnsModule {}

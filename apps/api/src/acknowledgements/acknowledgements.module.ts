import { Module } from '@nestjs/common';
import { AcknowledgementReader } from './acknowledgement-reader.js';
import { AcknowledgementController } from './acknowledgement.controller.js';
import { AcknowledgementService } from './acknowledgement.service.js';
import { LinkGuesses } from './link-guesses.js';
import { MailLinks } from './mail-links.js';

@Module({
  controllers: [AcknowledgementController],
  providers: [AcknowledgementReader, AcknowledgementService, MailLinks, LinkGuesses],
  exports: [MailLinks],
})
export class AcknowledgementsModule {}

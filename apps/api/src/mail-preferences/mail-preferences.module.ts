import { Module } from '@nestjs/common';
import { AcknowledgementsModule } from '../acknowledgements/acknowledgements.module.js';
import { MailPreferenceController } from './mail-preference.controller.js';
import { MailPreferenceService } from './mail-preference.service.js';

@Module({
  imports: [AcknowledgementsModule],
  controllers: [MailPreferenceController],
  providers: [MailPreferenceService],
})
export class MailPreferencesModule {}

import { Module } from '@nestjs/common';
import { MeController } from './me.controller.js';
import { MeService } from './me.service.js';
import { SignInOptionsService } from './sign-in-options.service.js';

@Module({
  controllers: [MeController],
  providers: [MeService, SignInOptionsService],
})
export class MeModule {}

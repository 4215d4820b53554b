import { Module } from '@nestjs/common';
import { FrameworkController } from './framework.controller.js';
import { FrameworkService } from './framework.service.js';

@Module({
  controllers: [FrameworkController],
  providers: [FrameworkService],
})
export class FrameworksModule {}

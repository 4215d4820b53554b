import { Module } from '@nestjs/common';
import { GridController } from './grid.controller.js';
import { GridService } from './grid.service.js';

@Module({
  controllers: [GridController],
  providers: [GridService],
})
export class GridModule {}

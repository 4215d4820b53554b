import { Module } from '@nestjs/common';
import { DocumentFiles } from './document-files.js';
import { DocumentController } from './document.controller.js';
import { DocumentService } from './document.service.js';

@Module({
  controllers: [DocumentController],
  providers: [DocumentFiles, DocumentService],
})
export class DocumentsModule {}

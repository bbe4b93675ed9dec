import { Global, Module } from '@nestjs/common';
import { FileStore } from './file-store.js';
import './files.messages.js';
import { StoredFiles } from './stored-files.js';
import { UploadsController } from './uploads.controller.js';
import { Uploads } from './uploads.js';
import { VirusScanner } from './virus-scanner.js';

@Global()
@Module({
  controllers: [UploadsController],
  providers: [FileStore, StoredFiles, Uploads, VirusScanner],
  exports: [StoredFiles, Uploads],
})
export class FilesModule {}

export { AskedPapersService } from './asked-papers.service.js';
export { PapersModule } from './papers.module.js';

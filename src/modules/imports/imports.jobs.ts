import { Injectable } from '@nestjs/common';
import { Handles } from '../../platform/outbox/topic.js';
import { Periodic } from '../../platform/worker/periodic.js';
import { ApplyingService } from './applying.service.js';
import { applyingWanted, readingWanted } from './imports.topics.js';
import { ReadingService } from './reading.service.js';
import { RetentionService } from './retention.service.js';

const HOUR_MS = 3_600_000;

@Injectable()
export class ImportsJobs {
  constructor(
    private readonly reading: ReadingService,
    private readonly applying: ApplyingService,
    private readonly retention: RetentionService,
  ) {}

  @Handles(readingWanted)
  read({ importId, run }: { importId: string; run: number }): Promise<void> {
    return this.reading.read(importId, run);
  }

  @Handles(applyingWanted)
  apply({ importId, run }: { importId: string; run: number }): Promise<void> {
    return this.applying.apply(importId, run);
  }

  @Periodic(HOUR_MS)
  tidy(): Promise<void> {
    return this.retention.tidy();
  }
}

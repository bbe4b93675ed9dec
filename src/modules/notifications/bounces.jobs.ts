import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { BounceMailbox } from '../../platform/mail/bounce-mailbox.js';
import { Periodic } from '../../platform/worker/periodic.js';
import { BouncesRepository } from './bounces.repository.js';
import { BouncesService } from './bounces.service.js';

const READ_EVERY_MS = 30_000;

/** Reads the mailbox that mail servers report to. */
@Injectable()
export class BouncesJobs {
  constructor(
    private readonly mailbox: BounceMailbox,
    private readonly service: BouncesService,
    private readonly bounces: BouncesRepository,
    private readonly clock: Clock,
  ) {}

  /** Any number of workers may read at once: each report counts once. @throws Error when the mailbox cannot be read. */
  @Periodic(READ_EVERY_MS)
  async receive(): Promise<void> {
    if (!this.mailbox.connected) return;
    try {
      await this.mailbox.readNew((mail) => this.service.take(mail));
    } catch (error) {
      await this.bounces.noteReading(this.clock.now(), (error as Error).message);
      throw error;
    }
    await this.bounces.noteReading(this.clock.now(), null);
  }
}

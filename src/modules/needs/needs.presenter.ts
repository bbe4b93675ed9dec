import { Injectable } from '@nestjs/common';
import { Messages } from '../../platform/messages/messages.js';
import type { StandardKind } from '../standards/index.js';
import type { Need } from './rules/find-needs.js';

/** Puts needs into the reader's words. */
@Injectable()
export class NeedsPresenter {
  constructor(private readonly messages: Messages) {}

  /** e.g. "Chức vụ Bí thư yêu cầu trung cấp lý luận chính trị; hiện có: sơ cấp." */
  reason({ kind, cause, by, post, asked, has }: Need): string {
    const wanted = this.level(kind, asked);
    const present = has === null ? this.messages.text('need.nothing-recorded') : this.level(kind, has);
    return this.messages.text(`need.${cause}`, { by, post, wanted, present });
  }

  level(kind: StandardKind, level: string): string {
    return this.messages.text(`level.${kind}.${level}`);
  }
}

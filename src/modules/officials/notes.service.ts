import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { newId } from '../../kernel/ids.js';
import { toNfc } from '../../kernel/vietnamese-text.js';
import type { Actor } from '../../platform/access/actor.js';
import { Database } from '../../platform/database/database.js';
import { NotFound } from '../../platform/http/domain-error.js';
import type { NoteDto, ReplyDto, UpdateNoteDto } from './dto/record.dto.js';
import type { NoteView } from './dto/record.view.js';
import { OfficialRecords, refuseFaults } from './official-records.js';
import { OfficialsQueries } from './officials.queries.js';
import { faultsOfPastDay } from './rules/record-dates.js';

/** What the board keeps of those who avoid study, with what the person says to it; the board's alone. */
@Injectable()
export class NotesService {
  constructor(
    private readonly db: Database,
    private readonly queries: OfficialsQueries,
    private readonly records: OfficialRecords,
  ) {}

  /** @throws NotFound, InvalidInput */
  @Transactional()
  async add(actor: Actor, officialId: string, { text, notedOn = this.records.today() }: NoteDto): Promise<NoteView> {
    const record = await this.records.open(actor, officialId);
    refuseFaults(faultsOfPastDay('notedOn', notedOn, null, this.records.today()));
    const id = newId();
    await this.db.rows(
      'INSERT INTO official_notes (id, official_id, noted_on, text, noted_by) VALUES ($1, $2, $3, $4, $5)',
      [id, officialId, notedOn, toNfc(text).trim(), actor.accountId],
    );
    await this.records.changed(actor, 'official.note-added', record, { notedOn });
    return this.find(officialId, id);
  }

  /** @throws NotFound, InvalidInput, StaleVersion */
  @Transactional()
  async change(
    actor: Actor,
    officialId: string,
    noteId: string,
    { dto, version }: { dto: UpdateNoteDto; version: number | undefined },
  ): Promise<NoteView> {
    const record = await this.records.open(actor, officialId, version);
    const before = await this.find(officialId, noteId);
    const { text, notedOn } = { ...before, ...dto };
    refuseFaults(faultsOfPastDay('notedOn', notedOn, null, this.records.today()));
    await this.db.write('UPDATE official_notes SET text = $2, noted_on = $3 WHERE id = $1', [
      noteId,
      toNfc(text).trim(),
      notedOn,
    ]);
    await this.records.changed(actor, 'official.note-changed', record, { fields: Object.keys(dto) });
    return this.find(officialId, noteId);
  }

  /** Writes down what the person says to a note: their right. A later reply takes the place of an earlier. @throws NotFound, InvalidInput */
  @Transactional()
  async reply(
    actor: Actor,
    officialId: string,
    noteId: string,
    { reply, repliedOn = this.records.today() }: ReplyDto,
  ): Promise<NoteView> {
    const record = await this.records.open(actor, officialId);
    const { notedOn } = await this.find(officialId, noteId);
    refuseFaults([
      ...faultsOfPastDay('repliedOn', repliedOn, null, this.records.today()),
      ...(repliedOn < notedOn ? [{ path: 'repliedOn', rule: 'notBeforeFrom' }] : []),
    ]);
    await this.db.write('UPDATE official_notes SET reply = $2, replied_on = $3 WHERE id = $1', [
      noteId,
      toNfc(reply).trim(),
      repliedOn,
    ]);
    await this.records.changed(actor, 'official.note-replied', record, { repliedOn });
    return this.find(officialId, noteId);
  }

  /** @throws NotFound, StaleVersion */
  @Transactional()
  async remove(actor: Actor, officialId: string, noteId: string, version?: number): Promise<void> {
    const record = await this.records.open(actor, officialId, version);
    const { notedOn } = await this.find(officialId, noteId);
    await this.db.write('DELETE FROM official_notes WHERE id = $1', [noteId]);
    await this.records.changed(actor, 'official.note-removed', record, { notedOn });
  }

  private async find(officialId: string, noteId: string): Promise<NoteView> {
    const note = (await this.queries.notes(officialId)).find(({ id }) => id === noteId);
    if (!note) throw new NotFound('noteId');
    return note;
  }
}

import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import type { Actor } from '../../platform/access/actor.js';
import { Database } from '../../platform/database/database.js';
import { StoredFiles } from '../../platform/files/stored-files.js';
import { InvalidInput, NotFound } from '../../platform/http/domain-error.js';
import type { Upload } from '../../platform/http/upload.js';
import type { QualificationView } from './dto/record.view.js';
import { OfficialRecords } from './official-records.js';
import { QualificationsService } from './qualifications.service.js';
import { judgeCertificate } from './rules/certificate-file.js';

/** Scans of certificates. */
@Injectable()
export class CertificatesService {
  constructor(
    private readonly db: Database,
    private readonly files: StoredFiles,
    private readonly qualifications: QualificationsService,
    private readonly records: OfficialRecords,
  ) {}

  /** Puts a scan in the place of the one before. @throws NotFound, InvalidInput */
  @Transactional()
  async put(actor: Actor, officialId: string, qualificationId: string, upload: Upload): Promise<QualificationView> {
    const record = await this.records.open(actor, officialId);
    const { kind } = await this.qualifications.find(officialId, qualificationId);
    const judged = judgeCertificate(upload.name, upload.content);
    if ('rule' in judged) throw new InvalidInput([{ path: 'file', rule: judged.rule }]);
    const { id, size } = await this.files.keep({ ...upload, mediaType: judged.mediaType }, actor.accountId);
    await this.replace(qualificationId, id);
    await this.records.changed(actor, 'official.certificate-kept', record, { kind, size });
    return this.qualifications.find(officialId, qualificationId);
  }

  /** The scan; that it was read goes into the trail. @throws NotFound */
  @Transactional()
  async read(
    actor: Actor,
    officialId: string,
    qualificationId: string,
  ): Promise<{ name: string; mediaType: string; content: Buffer }> {
    const record = await this.records.find(actor, officialId);
    const fileId = await this.fileId(officialId, qualificationId);
    const file = fileId && (await this.files.read(fileId));
    if (!file) throw new NotFound('file');
    await this.records.tell(actor, 'official.certificate-read', record);
    return file;
  }

  /** Takes the scan out. @throws NotFound */
  @Transactional()
  async remove(actor: Actor, officialId: string, qualificationId: string): Promise<void> {
    const record = await this.records.open(actor, officialId);
    if ((await this.fileId(officialId, qualificationId)) === null) throw new NotFound('file');
    await this.replace(qualificationId, null);
    await this.records.changed(actor, 'official.certificate-removed', record);
  }

  private async fileId(officialId: string, qualificationId: string): Promise<string | null> {
    const row = await this.db.row<{ fileId: string | null }>(
      'SELECT file_id AS "fileId" FROM qualifications WHERE id = $1 AND official_id = $2',
      [qualificationId, officialId],
    );
    return row?.fileId ?? null;
  }

  private async replace(qualificationId: string, fileId: string | null): Promise<void> {
    const before = await this.db.row<{ fileId: string | null }>(
      `WITH old AS (SELECT file_id FROM qualifications WHERE id = $1), new AS (
         UPDATE qualifications SET file_id = $2 WHERE id = $1) SELECT file_id AS "fileId" FROM old`,
      [qualificationId, fileId],
    );
    if (before?.fileId) await this.files.remove(before.fileId);
  }
}

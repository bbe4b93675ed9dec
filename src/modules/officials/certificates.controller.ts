import { Controller, Delete, Get, Header, HttpCode, Param, Put, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../platform/access/actor.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { Policy } from '../../platform/access/policy.js';
import { attachment } from '../../platform/http/attachment.js';
import { IdPipe } from '../../platform/http/id.pipe.js';
import { ApiUpload, type Upload, UploadedFile } from '../../platform/http/upload.js';
import { CertificatesService } from './certificates.service.js';
import { QualificationView } from './dto/record.view.js';

/** The scan of one qualification's certificate. */
@ApiTags('officials')
@Controller('officials/:id/qualifications/:qualificationId/file')
export class CertificatesController {
  constructor(private readonly certificates: CertificatesService) {}

  /** PDF, PNG or JPG, at most 10 MB, named as what it is. */
  @Put()
  @Policy('officials.manage')
  @ApiUpload()
  put(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('qualificationId', IdPipe) qualificationId: string,
    @UploadedFile() upload: Upload,
  ): Promise<QualificationView> {
    return this.certificates.put(actor, id, qualificationId, upload);
  }

  @Get()
  @Policy('officials.readSensitive')
  @Header('x-content-type-options', 'nosniff')
  @ApiProduces('application/pdf', 'image/png', 'image/jpeg')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async get(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('qualificationId', IdPipe) qualificationId: string,
  ): Promise<StreamableFile> {
    return attachment(await this.certificates.read(actor, id, qualificationId));
  }

  @Delete()
  @HttpCode(204)
  @Policy('officials.manage')
  remove(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('qualificationId', IdPipe) qualificationId: string,
  ): Promise<void> {
    return this.certificates.remove(actor, id, qualificationId);
  }
}

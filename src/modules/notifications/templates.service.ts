import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '../../kernel/clock.js';
import { type Actor, LOCALES } from '../../platform/access/actor.js';
import { Audit } from '../../platform/audit/audit.js';
import { type FieldError, InvalidInput, NotFound, StaleVersion } from '../../platform/http/domain-error.js';
import { rawMessage } from '../../platform/messages/messages.js';
import type { BothTextsDto } from './dto/template.dto.js';
import type { TemplateView } from './dto/template.view.js';
import { templateFaults } from './template-text.js';
import { templateKinds, variablesOf } from './template-kinds.js';
import { type BothTexts, TemplatesRepository, type TemplateVersion } from './templates.repository.js';

/** What messages say: shipped texts, and the board's own in versions. */
@Injectable()
export class TemplatesService {
  constructor(
    private readonly templates: TemplatesRepository,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Every message that has a template, with its text in force and the versions before it. */
  async list(): Promise<TemplateView[]> {
    const kinds = templateKinds();
    const versions = await this.templates.versions(kinds.map(({ kind }) => kind));
    return kinds.map(({ kind, variables }) =>
      viewOf(
        kind,
        variables,
        versions.filter((one) => one.kind === kind),
      ),
    );
  }

  /** @throws NotFound */
  async get(kind: string): Promise<TemplateView> {
    known(kind);
    return viewOf(kind, variablesOf(kind), await this.templates.versions([kind]));
  }

  /**
   * Keeps a text as the next version; messages made from now on say it. Null: the shipped text counts again.
   * @throws NotFound, StaleVersion, InvalidInput naming what is wrong with it and where
   */
  @Transactional()
  async set(actor: Actor, kind: string, texts: BothTextsDto | null, version?: number): Promise<TemplateView> {
    const current = await this.get(kind);
    if (version !== undefined && version !== current.version) throw new StaleVersion();
    const sound = texts === null ? null : this.sound(kind, texts);
    if (!(await this.templates.add(kind, current.version, sound, actor.accountId, this.clock.now())))
      throw new StaleVersion();
    await this.audit.record({
      actor,
      action: texts === null ? 'templates.restored' : 'templates.written',
      subjectType: 'unit',
      subjectId: actor.unitId,
      unitId: actor.unitId,
      data: { kind, version: current.version + 1 },
    });
    return this.get(kind);
  }

  /** Texts that can be kept. @throws NotFound, InvalidInput */
  sound(kind: string, texts: BothTextsDto): BothTexts {
    known(kind);
    const faults = LOCALES.flatMap((locale) =>
      (['title', 'body', 'short'] as const).flatMap((part): FieldError[] =>
        templateFaults(texts[locale][part] ?? '', variablesOf(kind)).map(({ rule, facts }) => ({
          path: `${locale}.${part}`,
          rule,
          facts: { ...facts },
        })),
      ),
    );
    faults.push(...missingShort(texts));
    if (faults.length > 0) throw new InvalidInput(faults);
    return texts;
  }
}

function known(kind: string): void {
  if (!templateKinds().some((one) => one.kind === kind)) throw new NotFound('kind');
}

/** A short text in one language alone. */
const missingShort = (texts: BothTextsDto): FieldError[] =>
  LOCALES.filter((locale) => !texts[locale].short && LOCALES.some((other) => texts[other].short)).map((locale) => ({
    path: `${locale}.short`,
    rule: 'shortInBothLanguages',
  }));

function viewOf(kind: string, variables: readonly string[], versions: readonly TemplateVersion[]): TemplateView {
  const [newest] = versions;
  const shipped = (locale: 'vi' | 'en') => ({
    title: rawMessage(`notice.${kind}.title`, locale),
    body: rawMessage(`notice.${kind}.body`, locale),
    short: rawMessage(`notice.${kind}.short`, locale) || null,
  });
  const texts = newest?.texts ?? { vi: shipped('vi'), en: shipped('en') };
  return {
    kind,
    variables: [...variables],
    version: newest?.version ?? 0,
    own: (newest?.texts ?? null) !== null,
    ...viewOfTexts(texts),
    versions: versions.map(({ version, texts: its, writtenAt, writtenBy }) => ({
      version,
      shipped: its === null,
      ...viewOfTexts(its ?? { vi: shipped('vi'), en: shipped('en') }),
      writtenAt,
      writtenBy,
    })),
  };
}

const viewOfTexts = ({ vi, en }: BothTexts): Pick<TemplateView, 'vi' | 'en'> => ({
  vi: { ...vi, short: vi.short ?? null },
  en: { ...en, short: en.short ?? null },
});

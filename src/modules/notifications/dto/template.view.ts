import { ApiProperty } from '@nestjs/swagger';

export class MessageTextView {
  title: string;
  body: string;
  /** What goes by short message; null where the title does. */
  @ApiProperty({ type: String, nullable: true })
  short: string | null;
}

/** A short message as it would go. */
export class ShortMessageView {
  text: string;
  /** `gsm` where the telephone's own alphabet has every letter, else `ucs2`, of which a part holds fewer. */
  @ApiProperty({ enum: ['gsm', 'ucs2'] })
  encoding: 'gsm' | 'ucs2';
  /** In letters of that alphabet. */
  length: number;
  /** Messages it is charged as. */
  parts: number;
}

/** A text as its reader would see it. */
export class FilledTextView {
  title: string;
  body: string;
  shortMessage: ShortMessageView;
}

/** One version of a text, as it was kept. */
export class TemplateVersionView {
  version: number;
  /** Whether it says that the shipped text counts again. */
  shipped: boolean;
  vi: MessageTextView;
  en: MessageTextView;
  writtenAt: Date;
  writtenBy: string;
}

/** What one kind of message says. */
export class TemplateView {
  /** e.g. `call.before`. */
  kind: string;
  /** What it may speak of. */
  variables: string[];
  /** The newest version, 0 when nobody wrote one: to be sent back as `If-Match`. */
  version: number;
  /** Whether the board's text counts, not the shipped one. */
  own: boolean;
  vi: MessageTextView;
  en: MessageTextView;
  /** The newest first. */
  versions: TemplateVersionView[];
}

export class TemplateList {
  items: TemplateView[];
}

/** A text filled with what is true of a class. */
export class TemplatePreview {
  vi: FilledTextView;
  en: FilledTextView;
}

import { defineTopic } from '../../platform/outbox/topic.js';

/** A workbook is to be read, or read again by another mapping. */
export const readingWanted = defineTopic<{ importId: string; run: number }>('imports.reading-wanted');

/** The sound rows of an import are to be applied. */
export const applyingWanted = defineTopic<{ importId: string; run: number }>('imports.applying-wanted');

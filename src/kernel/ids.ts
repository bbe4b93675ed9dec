import { v7, validate } from 'uuid';

/** A new row id: UUIDv7, so that ids made later sort later and indexes grow at one end. */
export const newId = (): string => v7();

/** Whether a text is a well-formed UUID of any version. */
export const isId = (text: string): boolean => validate(text);

import { Injectable, type PipeTransform } from '@nestjs/common';
import { isId } from '../../kernel/ids.js';
import { NotFound } from './domain-error.js';

/** An id in an address: what is not even a UUID names nothing. */
@Injectable()
export class IdPipe implements PipeTransform<string, string> {
  transform(text: string): string {
    if (!isId(text)) throw new NotFound('id');
    return text;
  }
}

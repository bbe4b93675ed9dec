import { Injectable } from '@nestjs/common';
import { PhoneNumbers } from '../../platform/secrets/phone-numbers.js';
import type { ContactView } from './dto/channels.view.js';
import { PreferencesRepository } from './preferences.repository.js';

/** Contacts as they are shown, and numbers as they are kept. */
@Injectable()
export class ContactViews {
  constructor(
    private readonly preferences: PreferencesRepository,
    private readonly phones: PhoneNumbers,
  ) {}

  /** @param shown how much of a number its reader sees */
  async of(email: string | null, phoneSealed: Buffer | null, shown: (number: string) => string): Promise<ContactView> {
    return {
      email,
      bounce: await this.preferences.bounceOf(email),
      phone: phoneSealed === null ? null : shown(this.phones.reveal(phoneSealed)),
    };
  }

  sealed(phone: string | null): Buffer | null {
    return phone === null ? null : this.phones.seal(phone);
  }
}

import { Global, Module } from '@nestjs/common';
import { Settings, SettingsError } from '../config/settings.js';
import { readDataKeys } from './data-key.js';
import { PhoneNumbers } from './phone-numbers.js';
import { Secrets } from './secrets.js';

/** Seals what may not lie open in the database. */
@Global()
@Module({
  providers: [
    PhoneNumbers,
    {
      provide: Secrets,
      inject: [Settings],
      useFactory: ({ dataKey }: Settings): Secrets => {
        const keys = readDataKeys(dataKey ?? '');
        if (!keys) throw new SettingsError('Settings: DATA_KEY: must be 32 bytes in base64');
        return new Secrets(keys);
      },
    },
  ],
  exports: [PhoneNumbers, Secrets],
})
export class SecretsModule {}

import type { CookieSerializeOptions } from '@fastify/cookie';
import type { Settings } from '../../platform/config/settings.js';

export const SESSION_COOKIE = 'hong_chuyen_session';

/** Out of reach of scripts and of other sites; over TLS only wherever the product is reached by TLS. */
export const sessionCookieOptions = (settings: Settings): CookieSerializeOptions => ({
  httpOnly: true,
  sameSite: 'strict',
  path: '/',
  secure: settings.publicUrl.startsWith('https:'),
});

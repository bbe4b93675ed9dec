import globalSetup from './global-setup.ts';

/** What the integration tests stand on, and the pilot district of today, which the built product shows in a browser. */
export default async function browserSetup(): Promise<void> {
  await globalSetup();
  const { buildTodaysTemplate } = await import('./templates.js');
  await buildTodaysTemplate();
}

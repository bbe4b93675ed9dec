/** Loads something that is not of the first modules, together with the texts and styles that came not with the program. */
export const withRest =
  <Module>(load: () => Promise<Module>) =>
  async (): Promise<Module> =>
    (await Promise.all([load(), import('./rest')]))[0];

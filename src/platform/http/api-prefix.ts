/** What every address of the API begins with. */
export const API_PREFIX = 'api/v1';

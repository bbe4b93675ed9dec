import { definePolicy } from '../access/policy.js';

/** What is heard is kept to the reader's part of the tree; an official has none, and hears nothing. */
export const livePolicy = definePolicy({ 'live.listen': ['board', 'committee', 'cell', 'leader'] });

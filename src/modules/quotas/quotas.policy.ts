import { definePolicy } from '../../platform/access/policy.js';

export const quotasPolicy = definePolicy({
  'quotas.read': ['board', 'committee', 'cell', 'leader'],
  'quotas.set': ['board'],
  'quotas.comment': ['board', 'committee'],
  'quotaNotices.read': ['board', 'committee', 'cell', 'leader'],
  'quotaNotices.write': ['board'],
  'quotaNotices.answer': ['committee', 'cell'],
  'quotas.foresee': ['board', 'leader'],
  'quotas.grant': ['board'],
  'quotas.readGrants': ['board', 'leader'],
  'quotas.hold': ['committee', 'cell'],
  'quotas.askTransfer': ['committee', 'cell'],
  'quotas.approveTransfer': ['board'],
  'quotas.refuseTransfer': ['board', 'committee', 'cell'],
  'quotas.offer': ['board'],
  'quotas.answerOffer': ['committee', 'cell'],
});

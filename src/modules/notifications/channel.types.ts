/** Ways out of the house, besides the inbox, in the order in which they are used when nobody chose another. */
export const OUTWARD_CHANNELS = ['email', 'push', 'zalo', 'sms'] as const;
export type OutwardChannel = (typeof OUTWARD_CHANNELS)[number];

/** Channels that lead to the office of a unit: devices are people's. */
export const OFFICE_CHANNELS = ['email', 'zalo', 'sms'] as const;
export type OfficeChannel = (typeof OFFICE_CHANNELS)[number];

/** What kinds of messages a reader chooses channels for. */
export const MESSAGE_GROUPS = ['calls', 'requests', 'news'] as const;
export type MessageGroup = (typeof MESSAGE_GROUPS)[number];

/** Why a channel leads nowhere. */
export const OBSTACLES = ['refused', 'no-address', 'bounced'] as const;
export type Obstacle = (typeof OBSTACLES)[number];

export const DELIVERY_STATES = ['kept', 'waiting', 'sent', 'failed'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** What a mail server says is wrong with an address, or with one mail to it. */
export const BOUNCE_REASONS = [
  'no-mailbox',
  'no-domain',
  'disabled',
  'full',
  'unreachable',
  'content',
  'blocked',
  'other',
] as const;
export type BounceReason = (typeof BOUNCE_REASONS)[number];

/** What a mail server reports: that it gave a mail up, or that it goes on trying. */
export const REPORTED_OUTCOMES = ['failed', 'delayed'] as const;
export type ReportedOutcome = (typeof REPORTED_OUTCOMES)[number];

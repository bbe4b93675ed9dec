import { Foundations1790000000001 } from './001-foundations.js';
import { UnitsAndAccounts1790000000002 } from './002-units-and-accounts.js';
import { TrailAndOutbox1790000000003 } from './003-trail-and-outbox.js';
import { Programs1790000000004 } from './004-programs.js';
import { Officials1790000000005 } from './005-officials.js';
import { Standards1790000000006 } from './006-standards.js';
import { CoursesAndCalls1790000000007 } from './007-courses-and-calls.js';
import { QuotasAndNominations1790000000008 } from './008-quotas-and-nominations.js';
import { Claims1790000000009 } from './009-claims.js';
import { NotificationsAndReminders1790000000010 } from './010-notifications-and-reminders.js';
import { UnitHistory1790000000011 } from './011-unit-history.js';
import { Journal1790000000012 } from './012-journal.js';
import { StoredFiles1790000000013 } from './013-stored-files.js';
import { Reorganisations1790000000014 } from './014-reorganisations.js';
import { OfficialRecords1790000000017 } from './017-official-records.js';
import { ListsOfOfficials1790000000020 } from './020-lists-of-officials.js';
import { Duplicates1790000000021 } from './021-duplicates.js';
import { StandardsByPostAndArea1790000000022 } from './022-standards-by-post-and-area.js';
import { Imports1790000000024 } from './024-imports.js';
import { ImportsWithNumbers1790000000027 } from './027-imports-with-numbers.js';
import { NotesOfImportedRows1790000000028 } from './028-notes-of-imported-rows.js';
import { AreaOfUnitsOverTime1790000000029 } from './029-area-of-units-over-time.js';
import { KeptViewsFollowUnits1790000000030 } from './030-kept-views-follow-units.js';
import { ProgramVersions1790000000033 } from './033-program-versions.js';
import { EligibilityRules1790000000034 } from './034-eligibility-rules.js';
import { FirstEligibilityRules1790000000035 } from './035-first-eligibility-rules.js';
import { Timetable1790000000037 } from './037-timetable.js';
import { CalendarAddresses1790000000038 } from './038-calendar-addresses.js';
import { SessionsByMode1790000000039 } from './039-sessions-by-mode.js';
import { TrainingPlans1790000000043 } from './043-training-plans.js';
import { ScheduleProposals1790000000046 } from './046-schedule-proposals.js';
import { BlackoutsOfCalledUnits1790000000054 } from './054-blackouts-of-called-units.js';
import { TimetableAndPlansFollowUnits1790000000055 } from './055-timetable-and-plans-follow-units.js';
import { MembershipAndSchooling1790000000056 } from './056-membership-and-schooling.js';
import { SeriesOfClasses1790000000057 } from './057-series-of-classes.js';
import { DaysByModeOfClass1790000000058 } from './058-days-by-mode-of-class.js';
import { QuotaLedger1790000000060 } from './060-quota-ledger.js';
import { HoldsOffersAndTransfers1790000000061 } from './061-holds-offers-and-transfers.js';
import { MinimumShares1790000000062 } from './062-minimum-shares.js';
import { RowsOfPlacesWaitForNoOther1790000000063 } from './063-rows-of-places-wait-for-no-other.js';
import { CorrectionsOfGrants1790000000064 } from './064-corrections-of-grants.js';
import { BasesOfQuotas1790000000070 } from './070-bases-of-quotas.js';
import { QuotaNotices1790000000071 } from './071-quota-notices.js';
import { NoticeAnswers1790000000072 } from './072-notice-answers.js';
import { ReminderPolicies1790000000080 } from './080-reminder-policies.js';
import { WayOfANomination1790000000090 } from './090-way-of-a-nomination.js';
import { Proposals1790000000091 } from './091-proposals.js';
import { Decisions1790000000092 } from './092-decisions.js';
import { Results1790000000093 } from './093-results.js';
import { Seats1790000000094 } from './094-seats.js';
import { OfferedSeatsAreNotKept1790000000095 } from './095-offered-seats-are-not-kept.js';
import { PapersOfPrograms1790000000100 } from './100-papers-of-programs.js';
import { ExpectedNumbers1790000000101 } from './101-expected-numbers.js';
import { IdempotentAnswers1790000000102 } from './102-idempotent-answers.js';
import { NominationDrafts1790000000103 } from './103-nomination-drafts.js';
import { FilesInAStore1790000000104 } from './104-files-in-a-store.js';
import { Papers1790000000105 } from './105-papers.js';
import { DataChecks1790000000106 } from './106-data-checks.js';
import { ReserveNominees1790000000107 } from './107-reserve-nominees.js';
import { AccountsOfOfficials1790000000108 } from './108-accounts-of-officials.js';
import { CertificatesOfClasses1790000000112 } from './112-certificates-of-classes.js';
import { KeptSeatsFollowUnits1790000000113 } from './113-kept-seats-follow-units.js';
import { MessageTemplates1790000000118 } from './118-message-templates.js';
import { FailedPromises1790000000119 } from './119-failed-promises.js';
import { MessageLinks1790000000120 } from './120-message-links.js';
import { SecretariesOfCommittees1790000000121 } from './121-secretaries-of-committees.js';
import { TriggersOfReminders1790000000122 } from './122-triggers-of-reminders.js';
import { WhatToBringToClass1790000000123 } from './123-what-to-bring-to-class.js';
import { ChannelsOfReminders1790000000130 } from './130-channels-of-reminders.js';
import { DeliveriesByChannel1790000000131 } from './131-deliveries-by-channel.js';
import { ChannelPreferences1790000000132 } from './132-channel-preferences.js';
import { ShortTexts1790000000133 } from './133-short-texts.js';
import { PushSubscriptions1790000000134 } from './134-push-subscriptions.js';
import { Attendance1790000000140 } from './140-attendance.js';
import { MinimumAttendance1790000000141 } from './141-minimum-attendance.js';
import { RemindersOfAttendance1790000000142 } from './142-reminders-of-attendance.js';
import { Apologies1790000000143 } from './143-apologies.js';
import { BounceReports1790000000145 } from './145-bounce-reports.js';
import { RoundsOfPromises1790000000146 } from './146-rounds-of-promises.js';
import { ClaimsByKey1790000000150 } from './150-claims-by-key.js';

/** Every migration, in order. One intent each, written by hand, forward only. */
export const migrations = [
  Foundations1790000000001,
  UnitsAndAccounts1790000000002,
  TrailAndOutbox1790000000003,
  Programs1790000000004,
  Officials1790000000005,
  Standards1790000000006,
  CoursesAndCalls1790000000007,
  QuotasAndNominations1790000000008,
  Claims1790000000009,
  NotificationsAndReminders1790000000010,
  UnitHistory1790000000011,
  Journal1790000000012,
  StoredFiles1790000000013,
  Reorganisations1790000000014,
  OfficialRecords1790000000017,
  ListsOfOfficials1790000000020,
  Duplicates1790000000021,
  StandardsByPostAndArea1790000000022,
  Imports1790000000024,
  ImportsWithNumbers1790000000027,
  NotesOfImportedRows1790000000028,
  AreaOfUnitsOverTime1790000000029,
  KeptViewsFollowUnits1790000000030,
  ProgramVersions1790000000033,
  EligibilityRules1790000000034,
  FirstEligibilityRules1790000000035,
  Timetable1790000000037,
  CalendarAddresses1790000000038,
  SessionsByMode1790000000039,
  TrainingPlans1790000000043,
  ScheduleProposals1790000000046,
  BlackoutsOfCalledUnits1790000000054,
  TimetableAndPlansFollowUnits1790000000055,
  MembershipAndSchooling1790000000056,
  SeriesOfClasses1790000000057,
  DaysByModeOfClass1790000000058,
  QuotaLedger1790000000060,
  HoldsOffersAndTransfers1790000000061,
  MinimumShares1790000000062,
  RowsOfPlacesWaitForNoOther1790000000063,
  CorrectionsOfGrants1790000000064,
  BasesOfQuotas1790000000070,
  QuotaNotices1790000000071,
  NoticeAnswers1790000000072,
  ReminderPolicies1790000000080,
  WayOfANomination1790000000090,
  Proposals1790000000091,
  Decisions1790000000092,
  Results1790000000093,
  Seats1790000000094,
  OfferedSeatsAreNotKept1790000000095,
  PapersOfPrograms1790000000100,
  ExpectedNumbers1790000000101,
  IdempotentAnswers1790000000102,
  NominationDrafts1790000000103,
  FilesInAStore1790000000104,
  Papers1790000000105,
  DataChecks1790000000106,
  ReserveNominees1790000000107,
  AccountsOfOfficials1790000000108,
  CertificatesOfClasses1790000000112,
  KeptSeatsFollowUnits1790000000113,
  MessageTemplates1790000000118,
  FailedPromises1790000000119,
  MessageLinks1790000000120,
  SecretariesOfCommittees1790000000121,
  TriggersOfReminders1790000000122,
  WhatToBringToClass1790000000123,
  ChannelsOfReminders1790000000130,
  DeliveriesByChannel1790000000131,
  ChannelPreferences1790000000132,
  ShortTexts1790000000133,
  PushSubscriptions1790000000134,
  Attendance1790000000140,
  MinimumAttendance1790000000141,
  RemindersOfAttendance1790000000142,
  Apologies1790000000143,
  BounceReports1790000000145,
  RoundsOfPromises1790000000146,
  ClaimsByKey1790000000150,
];

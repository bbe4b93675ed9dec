import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { LoginPage } from '../features/identity/login-page';
import { HomePage } from '../features/reports/home-page';
import { withRest } from '../first-load/with-rest';
import { NotFoundPage } from './not-found-page';
import { Shell } from './shell';

const root = createRootRoute({ notFoundComponent: NotFoundPage });
const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  component: Shell,
});

const login = createRoute({ getParentRoute: () => root, path: '/dang-nhap', component: LoginPage });

const acknowledged = createRoute({
  getParentRoute: () => root,
  path: '/da-nhan/$token',
  component: lazyRouteComponent(
    withRest(() => import('../features/notifications/acknowledged-page')),
    'AcknowledgedPage',
  ),
});

/** A page inside the shell, loaded when it is first visited: one of `FIRST_MODULES`. */
const firstPage = <Path extends string, Module extends Record<string, unknown>>(
  path: Path,
  load: () => Promise<Module>,
  name: keyof Module & string,
) =>
  createRoute({
    getParentRoute: () => inside,
    path,
    component: lazyRouteComponent(load as () => Promise<Record<string, never>>, name),
  });

/** Any other page inside the shell. */
const page: typeof firstPage = (path, load, name) => firstPage(path, withRest(load), name);

const pages = [
  createRoute({ getParentRoute: () => inside, path: '/', component: HomePage }),
  page('/lop', () => import('../features/courses/courses-page'), 'CoursesPage'),
  page('/lop/moi', () => import('../features/courses/course-form-page'), 'NewCoursePage'),
  page('/lop/xep-lich', () => import('../features/scheduling/proposals-page'), 'ProposalsPage'),
  page('/lop/xep-lich/$proposalId', () => import('../features/scheduling/proposal-page'), 'ProposalPage'),
  page('/lop/$courseId', () => import('../features/courses/course-page'), 'CoursePage'),
  page('/lop/$courseId/sua', () => import('../features/courses/course-form-page'), 'EditCoursePage'),
  firstPage('/lop/$courseId/de-cu', () => import('../features/nominations/nominate-page'), 'NominatePage'),
  page('/lop/$courseId/de-xuat', () => import('../features/proposals/proposals-page'), 'ProposalsPage'),
  page('/lich', () => import('../features/timetable/calendar-page'), 'CalendarPage'),
  firstPage('/de-cu', () => import('../features/nominations/calls-page'), 'CallsPage'),
  page('/quyet-dinh', () => import('../features/decisions/decisions-page'), 'DecisionsPage'),
  page('/quyet-dinh/$decisionId', () => import('../features/decisions/decision-page'), 'DecisionPage'),
  page('/tham-dinh', () => import('../features/nominations/review-page'), 'ReviewPage'),
  page('/chi-tieu', () => import('../features/quotas/quotas-page'), 'QuotasPage'),
  page('/chi-tieu/phuong-an', () => import('../features/quotas/proposals-page'), 'QuotaProposalsPage'),
  page('/chi-tieu/thong-bao/$noticeId', () => import('../features/quotas/notice-page'), 'QuotaNoticePage'),
  page('/can-bo', () => import('../features/officials/officials-page'), 'OfficialsPage'),
  page('/can-bo/trung-lap', () => import('../features/duplicates/duplicates-page'), 'DuplicatesPage'),
  page('/can-bo/$officialId', () => import('../features/officials/official-page'), 'OfficialPage'),
  page('/ke-hoach', () => import('../features/plans/plans-page'), 'PlansPage'),
  page('/ke-hoach/$planId', () => import('../features/plans/plan-page'), 'PlanPage'),
  page('/ke-hoach/$planId/lich-su', () => import('../features/plans/history-page'), 'PlanHistoryPage'),
  page('/ke-hoach/$planId/so-sanh', () => import('../features/plans/compare-page'), 'ComparePage'),
  page('/ke-hoach/$planId/mo-lop/$lineId', () => import('../features/plans/open-class-page'), 'OpenClassPage'),
  page('/nhu-cau', () => import('../features/needs/needs-page'), 'NeedsPage'),
  page('/nhap-du-lieu', () => import('../features/imports/imports-page'), 'ImportsPage'),
  page('/nhap-du-lieu/$importId', () => import('../features/imports/import-page'), 'ImportPage'),
  page('/don-doc', () => import('../features/reminders/reminders-page'), 'RemindersPage'),
  page('/thu/$token', () => import('../features/notifications/link-page'), 'LinkPage'),
  page('/hop-thu', () => import('../features/notifications/inbox-page'), 'InboxPage'),
  page('/bao-cao', () => import('../features/reports/reports-page'), 'ReportsPage'),
  page('/quan-tri', () => import('../features/identity/admin-page'), 'AdminPage'),
  page('/quan-tri/$tab', () => import('../features/identity/admin-page'), 'AdminPage'),
  page('/quan-tri/chuong-trinh/$programId', () => import('../features/programs/program-page'), 'ProgramPage'),
  page('/quan-tri/dieu-kien/$programId', () => import('../features/eligibility/eligibility-page'), 'EligibilityPage'),
  page('/quan-tri/don-vi/$unitId', () => import('../features/units/unit-page'), 'UnitPage'),
  page(
    '/quan-tri/sap-xep/$reorganisationId',
    () => import('../features/reorganisations/reorganisation-page'),
    'ReorganisationPage',
  ),
  page('/tai-khoan', () => import('../features/identity/account-page'), 'AccountPage'),
];

export const router = createRouter({
  routeTree: root.addChildren([login, acknowledged, inside.addChildren(pages)]),
  defaultPreload: 'intent',
});

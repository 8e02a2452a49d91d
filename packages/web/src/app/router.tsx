// Every address of the application, what must be true before its page shows, and the page itself, loaded when needed.
import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { part } from '../api/part.ts';
import { restoreSession } from '../api/session.ts';
import { PageSkeleton } from '../ui/states.tsx';
import { comeBack, isOwn } from './come-back.ts';
import { NotFound, PageError, Root } from './root.tsx';
import { runLook } from './run-look.ts';

interface Context {
  readonly queryClient: QueryClient;
}

const root = createRootRouteWithContext<Context>()({ component: Root, notFoundComponent: NotFound });

/** Pages before signing in: who is signed in already goes on. */
async function passSignedIn({ search }: { search: { from?: string } }): Promise<void> {
  const state = await restoreSession();
  if (state.status !== 'signed_in') return;
  if (search.from && isOwn(search.from, state.account)) throw redirect({ href: search.from, replace: true });
  throw redirect({ to: '/', replace: true });
}

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: async () => {
    const state = await restoreSession();
    const first = state.status === 'signed_in' ? state.account.workspaces[0] : undefined;
    if (!first) throw redirect({ to: '/sign-in', replace: true });
    throw redirect({ to: '/w/$workspaceId', params: { workspaceId: first.id }, replace: true });
  },
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: comeBack,
  beforeLoad: passSignedIn,
  component: lazyRouteComponent(
    part(() => import('../features/accounts/sign-in-page.tsx')),
    'SignInPage',
  ),
});

const register = createRoute({
  getParentRoute: () => root,
  path: '/register',
  validateSearch: comeBack,
  beforeLoad: passSignedIn,
  component: lazyRouteComponent(
    part(() => import('../features/accounts/register-page.tsx')),
    'RegisterPage',
  ),
});

/** Where letters lead. */
const forgotPassword = createRoute({
  getParentRoute: () => root,
  path: '/forgot-password',
  component: lazyRouteComponent(
    part(() => import('../features/accounts/password-pages.tsx')),
    'ForgotPasswordPage',
  ),
});

const resetPassword = createRoute({
  getParentRoute: () => root,
  path: '/reset-password',
  component: lazyRouteComponent(
    part(() => import('../features/accounts/password-pages.tsx')),
    'ResetPasswordPage',
  ),
});

const confirmEmail = createRoute({
  getParentRoute: () => root,
  path: '/confirm-email',
  component: lazyRouteComponent(
    part(() => import('../features/accounts/confirm-page.tsx')),
    'ConfirmEmailPage',
  ),
});

const confirmRegistration = createRoute({
  getParentRoute: () => root,
  path: '/confirm-registration',
  component: lazyRouteComponent(
    part(() => import('../features/accounts/confirm-page.tsx')),
    'ConfirmRegistrationPage',
  ),
});

const workspace = createRoute({
  getParentRoute: () => root,
  path: '/w/$workspaceId',
  beforeLoad: async ({ location }) => {
    const state = await restoreSession();
    if (state.status === 'signed_out') {
      throw redirect({ to: '/sign-in', search: { from: location.href }, replace: true });
    }
  },
  component: lazyRouteComponent(
    part(() => import('./layout.tsx')),
    'Layout',
  ),
});

const dashboard = createRoute({
  getParentRoute: () => workspace,
  path: '/',
  component: lazyRouteComponent(
    part(() => import('../features/dashboard/dashboard-page.tsx')),
    'DashboardPage',
  ),
});

const datasets = createRoute({
  getParentRoute: () => workspace,
  path: 'data',
  component: lazyRouteComponent(
    part(() => import('../features/datasets/datasets-page.tsx')),
    'DatasetsPage',
  ),
});

const newDataset = createRoute({
  getParentRoute: () => workspace,
  path: 'data/new',
  validateSearch: ({ dataset }: Record<string, unknown>): { dataset?: string } =>
    typeof dataset === 'string' ? { dataset } : {},
  component: lazyRouteComponent(
    part(() => import('../features/datasets/upload-page.tsx')),
    'UploadPage',
  ),
});

const columns = createRoute({
  getParentRoute: () => workspace,
  path: 'data/$datasetId/columns',
  component: lazyRouteComponent(
    part(() => import('../features/datasets/columns-page.tsx')),
    'ColumnsPage',
  ),
});

const report = createRoute({
  getParentRoute: () => workspace,
  path: 'data/$datasetId/report',
  component: lazyRouteComponent(
    part(() => import('../features/datasets/report-page.tsx')),
    'ReportPage',
  ),
});

const configure = createRoute({
  getParentRoute: () => workspace,
  path: 'data/$datasetId/fit',
  component: lazyRouteComponent(
    part(() => import('../features/runs/configure-page.tsx')),
    'ConfigurePage',
  ),
});

const runs = createRoute({
  getParentRoute: () => workspace,
  path: 'runs',
  component: lazyRouteComponent(
    part(() => import('../features/runs/runs-page.tsx')),
    'RunsPage',
  ),
});

const run = createRoute({
  getParentRoute: () => workspace,
  path: 'runs/$runId',
  validateSearch: runLook,
  component: lazyRouteComponent(
    part(() => import('../features/runs/run-page.tsx')),
    'RunPage',
  ),
});

const tree = root.addChildren([
  home,
  signIn,
  register,
  forgotPassword,
  resetPassword,
  confirmEmail,
  confirmRegistration,
  workspace.addChildren([dashboard, datasets, newDataset, columns, report, configure, runs, run]),
]);

export function createAppRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree: tree,
    context: { queryClient },
    defaultPreload: 'intent',
    defaultPendingComponent: PageSkeleton,
    defaultErrorComponent: PageError,
    defaultNotFoundComponent: NotFound,
    scrollRestoration: true,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}

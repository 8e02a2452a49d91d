// The frame of every page of a workspace: places, the top bar, and the page in one column.
import { Link, Outlet, useLocation, useParams } from '@tanstack/react-router';
import { ChartSpline, ChevronDown, Database, LayoutDashboard } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { signOut, useSession, useWorkspace } from '../api/accounts.ts';
import { sentenceOf } from '../api/problem.ts';
import { classes } from '../ui/classes.ts';
import { Menu, MenuChoice, MenuItem, MenuLine, MenuNote } from '../ui/menu.tsx';
import { useCrumb } from '../ui/page-title.ts';
import { toast } from '../ui/toast.tsx';
import { NotFound } from './root.tsx';
import { themes, useTheme } from './theme.ts';

const places = [
  { to: '/w/$workspaceId', name: 'Dashboard', Icon: LayoutDashboard, exact: true },
  { to: '/w/$workspaceId/data', name: 'Data', Icon: Database, exact: false },
  { to: '/w/$workspaceId/runs', name: 'Runs', Icon: ChartSpline, exact: false },
] as const;

export function Layout() {
  const { workspaceId } = useParams({ from: '/w/$workspaceId' });
  const workspace = useWorkspace(workspaceId);
  const main = useRef<HTMLElement>(null);
  useFocusOnNewPage(main);
  if (!workspace) return <NotFound />;
  return (
    <div className="min-h-dvh grid-cols-[var(--nav)_minmax(0,1fr)] sm:grid max-lg:grid-cols-[var(--nav-folded)_minmax(0,1fr)]">
      <a href="#main" className="-left-full absolute z-30 bg-bg p-2 focus:top-2 focus:left-2">
        Skip to the content
      </a>
      <Places workspaceId={workspaceId} />
      <div className="min-w-0">
        <TopBar workspaceId={workspaceId} workspace={workspace.name} />
        <main
          id="main"
          ref={main}
          tabIndex={-1}
          className="max-w-[calc(var(--page)+64px)] px-8 pt-6 pb-16 outline-none max-sm:px-4 max-sm:pt-4 max-sm:pb-22"
        >
          <Outlet />
        </main>
      </div>
    </div>
  );
}

/** A new page begins at its top, for the keyboard as for the eye; changing the search (a view) is the same page. */
function useFocusOnNewPage(main: React.RefObject<HTMLElement | null>): void {
  const { pathname } = useLocation();
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    main.current?.focus({ preventScroll: true });
  }, [pathname, main]);
}

function Places({ workspaceId }: { workspaceId: string }) {
  return (
    <nav
      aria-label="Places"
      className={classes(
        'sticky top-0 h-dvh border-border border-r bg-bg2 px-2 py-3',
        'max-sm:fixed max-sm:inset-x-0 max-sm:top-auto max-sm:bottom-0 max-sm:z-20 max-sm:h-auto max-sm:border-t max-sm:border-r-0',
        'max-sm:bg-bg max-sm:p-0 max-sm:pb-[env(safe-area-inset-bottom)]',
      )}
    >
      <Link
        to="/w/$workspaceId"
        params={{ workspaceId }}
        aria-label="MixModel"
        className="block px-3 pt-1 pb-5 font-semibold text-text no-underline max-lg:px-0 max-lg:text-center max-lg:text-16 max-sm:hidden"
      >
        <span className="max-lg:hidden">MixModel</span>
        <span className="lg:hidden">M</span>
      </Link>
      <ul className="max-sm:grid max-sm:h-14 max-sm:auto-cols-fr max-sm:grid-flow-col">
        {places.map(({ to, name, Icon, exact }) => (
          <li key={to}>
            <Link
              to={to}
              params={{ workspaceId }}
              activeOptions={{ exact, includeSearch: false }}
              title={name}
              className={classes(
                'flex h-8 items-center gap-3 rounded px-3 text-muted no-underline transition-colors duration-(--motion) hover:text-text',
                'max-lg:h-10 max-lg:justify-center max-lg:px-0',
                'max-sm:h-14 max-sm:flex-col max-sm:gap-0.5 max-sm:rounded-none max-sm:text-12',
                'aria-[current]:bg-bg aria-[current]:font-medium aria-[current]:text-text aria-[current]:shadow-[inset_0_0_0_1px_var(--border)]',
                'max-sm:aria-[current]:shadow-[inset_0_2px_0_var(--accent)]',
              )}
            >
              <Icon size={20} strokeWidth={1.5} aria-hidden="true" className="shrink-0 lg:hidden" />
              <span className="max-lg:sr-only max-sm:not-sr-only">{name}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function TopBar({ workspaceId, workspace }: { workspaceId: string; workspace: string }) {
  const { pathname } = useLocation();
  const crumb = useCrumb();
  const part = pathname.split('/')[3];
  const place = places.find(({ to }) => to === `/w/$workspaceId/${part}`) ?? places[0];
  return (
    <header className="flex h-(--bar) items-center gap-4 border-border border-b px-8 text-13 max-sm:px-4">
      <ol aria-label="Where you are" className="flex min-w-0 grow gap-2 whitespace-nowrap">
        <li className="max-w-[40%] truncate text-muted">{workspace}</li>
        <li className="flex gap-2 text-muted">
          <Slash />
          {crumb ? (
            <Link to={place.to} params={{ workspaceId }} className="text-muted no-underline hover:text-text">
              {place.name}
            </Link>
          ) : (
            <span className="text-text">{place.name}</span>
          )}
        </li>
        {crumb && (
          <li className="flex min-w-0 gap-2">
            <Slash />
            <span className="truncate">{crumb}</span>
          </li>
        )}
      </ol>
      <PersonMenu />
    </header>
  );
}

const Slash = () => (
  <span aria-hidden="true" className="text-rule">
    /
  </span>
);

function PersonMenu() {
  const session = useSession();
  const [theme, setTheme] = useTheme();
  if (session.status !== 'signed_in' && session.status !== 'expired') return null;
  const { name, email } = session.account;
  return (
    <Menu
      trigger={
        <button
          type="button"
          className="-mr-2 flex h-8 max-w-48 shrink-0 items-center gap-1 rounded px-2 hover:bg-bg2 max-sm:h-10 max-sm:max-w-32"
        >
          <span className="truncate">{name}</span>
          <ChevronDown size={14} aria-hidden="true" className="shrink-0 text-muted" />
        </button>
      }
    >
      <MenuNote>{email}</MenuNote>
      <MenuLine />
      <MenuChoice label="Theme" value={theme} options={themes} onChoose={setTheme} />
      <MenuLine />
      <MenuItem onSelect={() => void signOut().catch((error) => toast(sentenceOf(error), 'bad'))}>
        Sign out
      </MenuItem>
    </Menu>
  );
}

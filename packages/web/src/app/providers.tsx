// What every page stands in: the query cache with its rules for asking again, the router, and what happens when the account changes.
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode, useEffect } from 'react';
import { mayPass } from '../api/problem.ts';
import { followOtherTabs, session } from '../api/session.ts';
import { forgetWithAccount } from './other-account.ts';
import { createAppRouter } from './router.tsx';

const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // A refusal will be the same again; only what may pass is asked for twice more.
      retry: (failures, error) => failures < 2 && mayPass(error),
      // Whether the browser believes it is online says nothing about a server on the same machine.
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});

const router = createAppRouter(queryClient);

export function App() {
  useEffect(() => {
    followOtherTabs();
    return forgetWithAccount(session, queryClient, () => void router.invalidate());
  }, []);
  return (
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>
  );
}

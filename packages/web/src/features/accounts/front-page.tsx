// The frame of the pages before signing in: the name, one narrow column, nothing else.
import type { ReactNode } from 'react';

export function FrontPage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main
      id="main"
      className="mx-auto grid min-h-dvh w-full max-w-[400px] content-start px-4 pt-[12dvh] pb-16"
    >
      <p className="font-semibold">MixModel</p>
      <h1 className="mt-8">{title}</h1>
      {children}
    </main>
  );
}

import { useEffect } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import { Caveat, type Caveats } from './caveat';

/** The head that every view has: its name, what it shows, what it does not prove. */
export function View({ title, lead, caveat, children, wide }: { title: string; lead?: ComponentChildren; caveat?: Caveats; children: ComponentChildren; wide?: boolean }) {
  useEffect(() => { document.title = `${title} – laut`; }, [title]);
  return (
    <div class={wide ? 'view wide' : 'view'}>
      <header class="view-head">
        <h1>{title}</h1>
        {lead && <p class="lead">{lead}</p>}
      </header>
      {caveat && <Caveat of={caveat} />}
      {children}
    </div>
  );
}

import { useEffect, useState } from 'preact/hooks';

/** Every view has an address that can be shared: a path, the search in `q`, and what else a view keeps there. */
export interface Location {
  path: string;
  query: URLSearchParams;
  hash: string;
}

function current(): Location {
  return {
    path: window.location.pathname,
    query: new URLSearchParams(window.location.search),
    hash: decodeURIComponent(window.location.hash.slice(1)),
  };
}

const changed = 'laut:address';

export function go(address: string, replace = false): void {
  window.history[replace ? 'replaceState' : 'pushState'](null, '', address);
  window.dispatchEvent(new Event(changed));
}

export function useLocation(): Location {
  const [location, set] = useState(current);
  useEffect(() => {
    const update = () => set(current());
    window.addEventListener('popstate', update);
    window.addEventListener('hashchange', update);
    window.addEventListener(changed, update);
    return () => {
      window.removeEventListener('popstate', update);
      window.removeEventListener('hashchange', update);
      window.removeEventListener(changed, update);
    };
  }, []);
  return location;
}

/** `/map` with `{q: 'who:RUS', by: null}` -> `/map?q=who%3ARUS` */
export function address(path: string, values: Record<string, string | null | undefined> = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) if (value) query.set(name, value);
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

/** Clicks on the page's own links change the view; all others are the browser's. */
export function followLinks(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = (event.target as Element | null)?.closest('a');
  if (!link || link.target || link.hasAttribute('download') || link.origin !== window.location.origin) return;
  if (link.pathname.startsWith('/api/')) return;
  if (link.pathname === window.location.pathname && link.search === window.location.search && link.hash) return;
  event.preventDefault();
  go(link.pathname + link.search + link.hash);
  if (!link.hash) {
    window.scrollTo(0, 0);
    document.querySelector<HTMLElement>('main')?.focus({ preventScroll: true });
  }
}
